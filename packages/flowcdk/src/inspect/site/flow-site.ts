import type { FlowFile } from '../../check/project';
import type { Finding } from '../../ground/finding';
import type { Marks } from '../diagram/svg';
import type { FlowModel } from '../flow/flow-model';
import { readFlowModel } from '../flow/read-flow-model';
import { flowPage } from '../html/flow-page';
import type { AddressOf } from '../html/flow-parts';
import { FileNames } from './file-names';

/** A flow with its model and the file of its page. */
export interface InspectedFlow {
  readonly file: FlowFile;
  readonly model: FlowModel;
  readonly page: string;
}

/** What is known of everything that is shown together. */
export interface SiteOptions {
  readonly findings: readonly Finding[];
  /** The ways that tests took, by the name of the flow. @default nothing is marked */
  readonly taken?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

/** Reads all flows and gives each a page of its own. */
export function inspectedFlows(
  files: readonly FlowFile[],
  { findings }: SiteOptions,
  names = new FileNames(),
): readonly InspectedFlow[] {
  return files.map((file) => {
    const model = readFlowModel(file, findings);
    return { file, model, page: names.of('flow', model.name, `flow ${file.file}`) };
  });
}

/** The pages of flows, by the name of their file. */
export async function flowPages(
  flows: readonly InspectedFlow[],
  { taken }: SiteOptions,
  addressOf: AddressOf,
): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const { file, model, page } of flows) {
    const marks: Marks | undefined = taken && { taken: taken.get(model.name) ?? new Set() };
    pages.set(page, await flowPage(file, model, { addressOf, marks, overview: 'index.html' }));
  }
  return pages;
}
