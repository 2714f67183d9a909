import type { FlowFile } from '../../check/project';
import type { AddressOf } from '../html/flow-parts';
import { dataActionPage } from '../html/data-action-page';
import { overviewPage, sameKind } from '../html/overview-page';
import { triggerPage } from '../html/trigger-page';
import { dataActionsIn } from '../stacks/data-action-model';
import type { StackResource } from '../stacks/stack-model';
import { triggersIn } from '../stacks/trigger-model';
import { FileNames } from './file-names';
import { flowPages, inspectedFlows, type SiteOptions } from './flow-site';

export interface Site extends SiteOptions {
  readonly title: string;
  readonly files: readonly FlowFile[];
  /** What Terraform makes. Empty where only flow files are shown. */
  readonly resources: readonly StackResource[];
}

/** All pages, by the name of their file. The first page is `index.html`. */
export async function sitePages(site: Site): Promise<ReadonlyMap<string, string>> {
  const names = new FileNames();
  const { resources, files, findings, title } = site;
  const flows = inspectedFlows(files, site, names);
  const pageByResource = new Map<string, string>();
  for (const { id, kind, name, flow } of resources) {
    if (flow) pageByResource.set(id, names.of('flow', name, `flow ${flow.file}`));
    else if (kind === 'data action') pageByResource.set(id, names.of('data-action', name, id));
    else if (kind === 'trigger') pageByResource.set(id, names.of('trigger', name, id));
  }
  const pageOf = (id: string): string | undefined => pageByResource.get(id);
  const addressOf: AddressOf = (kind, name) => {
    if (kind === 'flow') return flows.find(({ model }) => model.name === name)?.page;
    const resource = resources.find((candidate) => candidate.name === name && sameKind(candidate.kind, kind));
    return resource && pageOf(resource.id);
  };
  const pages = new Map<string, string>([['index.html', overviewPage({ title, flows, resources, findings, pageOf })]]);
  for (const [file, text] of await flowPages(flows, site, addressOf)) pages.set(file, text);
  for (const model of dataActionsIn(resources))
    pages.set(pageOf(model.resource.id) ?? '', dataActionPage(model, flows));
  for (const model of triggersIn(resources)) {
    const page = model.workflow === undefined ? undefined : pageOf(model.workflow);
    pages.set(
      pageOf(model.resource.id) ?? '',
      triggerPage(
        model,
        flows.find((flow) => flow.page === page),
      ),
    );
  }
  return pages;
}
