import type { FlowFile } from '../../check/project';
import type { AddressOf } from '../html/flow-parts';
import { dataActionPage } from '../html/data-action-page';
import { overviewPage, sameKind } from '../html/overview-page';
import { triggerPage } from '../html/trigger-page';
import { dataActionsIn } from '../stacks/data-action-model';
import type { Thing } from '../stacks/stack-model';
import { triggersIn } from '../stacks/trigger-model';
import { FileNames } from './file-names';
import { flowPages, inspectedFlows, type SiteOptions } from './flow-site';

export interface Site extends SiteOptions {
  readonly title: string;
  readonly files: readonly FlowFile[];
  /** What Terraform makes. Empty where only flow files are shown. */
  readonly things: readonly Thing[];
}

/** All pages, by the name of their file. The first page is `index.html`. */
export async function sitePages(site: Site): Promise<ReadonlyMap<string, string>> {
  const names = new FileNames();
  const { things, files, findings, title } = site;
  const flows = inspectedFlows(files, site, names);
  const pageByThing = new Map<string, string>();
  for (const { id, kind, name, flow } of things) {
    if (flow) pageByThing.set(id, names.of('flow', name, `flow ${flow.file}`));
    else if (kind === 'data action') pageByThing.set(id, names.of('data-action', name, id));
    else if (kind === 'trigger') pageByThing.set(id, names.of('trigger', name, id));
  }
  const pageOf = (id: string): string | undefined => pageByThing.get(id);
  const addressOf: AddressOf = (kind, name) => {
    if (kind === 'flow') return flows.find(({ model }) => model.name === name)?.page;
    const thing = things.find((candidate) => candidate.name === name && sameKind(candidate.kind, kind));
    return thing && pageOf(thing.id);
  };
  const pages = new Map<string, string>([['index.html', overviewPage({ title, flows, things, findings, pageOf })]]);
  for (const [file, text] of await flowPages(flows, site, addressOf)) pages.set(file, text);
  for (const model of dataActionsIn(things)) pages.set(pageOf(model.thing.id) ?? '', dataActionPage(model, flows));
  for (const model of triggersIn(things)) {
    const page = model.workflow === undefined ? undefined : pageOf(model.workflow);
    pages.set(
      pageOf(model.thing.id) ?? '',
      triggerPage(
        model,
        flows.find((flow) => flow.page === page),
      ),
    );
  }
  return pages;
}
