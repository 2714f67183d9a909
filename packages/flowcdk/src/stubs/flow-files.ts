import { basename } from 'node:path';
import { type FlowFile, readFile } from '../check/project';
import { placeholdersIn, substituted, type Substitutions } from '../check/placeholders';
import { filesNamed } from '../files/files-named';
import type { Finding } from '../ground/finding';
import { readFlowText } from '../i3/flow-text';
import { allContracts, type StubContracts } from './contracts';
import type { StubOptions } from './options';

/** Flows from files, with what is put in place of everything that they name. */
export class FlowFiles {
  constructor(
    readonly files: readonly FlowFile[],
    readonly stubs: StubOptions = {},
    /** Placeholders without a value. Their own names stand in the flows. */
    readonly unfilled: readonly string[] = [],
  ) {}

  /** A name for people. */
  get title(): string {
    const [first] = this.files;
    return first && this.files.length === 1 ? basename(first.file) : `${this.files.length} flows`;
  }
}

export interface ReadFlowsOptions {
  /** The values of placeholders, by name. @default the name of each */
  readonly substitutions?: Substitutions | undefined;
  readonly stubs?: StubOptions | undefined;
}

/** The flows of files, or what is wrong with the files. */
export type ReadFlows =
  | { readonly flows: FlowFiles; readonly findings?: undefined }
  | { readonly flows?: undefined; readonly findings: readonly Finding[] };

/** Reads flows from files, patterns and folders. */
export function readFlowFiles(
  names: readonly string[],
  { substitutions = {}, stubs = {} }: ReadFlowsOptions = {},
): ReadFlows {
  const files: FlowFile[] = [];
  const findings: Finding[] = [];
  const contracts: StubContracts[] = stubs.contracts ? [stubs.contracts] : [];
  const modules: FlowFile[] = [];
  const unfilled = new Set<string>();
  const read = (file: string, yaml: string): FlowFile => {
    const text = substituted(yaml, substitutions);
    const left = placeholdersIn(text).map(({ key }) => key);
    for (const key of left) unfilled.add(key);
    return readFile(file, substituted(text, Object.fromEntries(left.map((key) => [key, key]))));
  };
  for (const file of filesNamed(names)) {
    const flow = readFlowText(file);
    if ('findings' in flow) {
      findings.push(...flow.findings);
      continue;
    }
    files.push(read(file, flow.text));
    if (!flow.exported) continue;
    contracts.push(flow.exported.contracts);
    for (const { name, text } of flow.exported.commonModules) modules.push(read(`${file} (${name})`, text));
  }
  if (findings.length > 0) return { findings };
  const all = [...files, ...modules.filter((module, i) => !isAmong(module, [...files, ...modules.slice(0, i)]))];
  return { flows: new FlowFiles(all, { ...stubs, contracts: allContracts(contracts) }, [...unfilled]) };
}

/** Whether a flow of the same kind and name is there. A file of its own goes before a module inside an export. */
const isAmong = ({ flow }: FlowFile, files: readonly FlowFile[]): boolean =>
  files.some(({ flow: other }) => nameOf(other) === nameOf(flow));

const nameOf = (flow: FlowFile['flow']): string =>
  flow === undefined || flow.kind === 'unknown' ? '' : JSON.stringify([flow.kind, flow.name]);
