import { basename } from 'node:path';
import { type FlowFile, readFile } from '../check/project';
import { placeholdersIn, substituted, type Substitutions } from '../check/placeholders';
import { filesNamed } from '../files/files-named';
import type { Finding } from '../ground/finding';
import { type FlowText, readFlowText } from '../i3/flow-text';
import { allContracts, type StubContracts } from './contracts';
import { notAFlow, refusedIn } from './flow-problems';
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
  const modules: FlowFile[] = [];
  const findings: Finding[] = [];
  const contracts: StubContracts[] = stubs.contracts ? [stubs.contracts] : [];
  const unfilled = new Set<string>();
  for (const file of filesNamed(names)) {
    const read = readFlowText(file);
    if ('findings' in read) {
      findings.push(...read.findings);
      continue;
    }
    if (read.exported) contracts.push(read.exported.contracts);
    modules.push(...modulesIn(file, read));
    const text = substituted(read.text, substitutions);
    const left = placeholdersIn(text).map(({ key }) => key);
    for (const key of left) unfilled.add(key);
    files.push(readFile(file, substituted(text, Object.fromEntries(left.map((key) => [key, key])))));
  }
  findings.push(...files.flatMap(notAFlow));
  // All that is wrong comes at once, in the other files, too.
  if (findings.length > 0)
    return { findings: [...findings, ...refusedIn(files.filter((file) => notAFlow(file).length === 0))] };
  const all = withModules(files, modules);
  return { flows: new FlowFiles(all, { ...stubs, contracts: allContracts(contracts) }, [...unfilled]) };
}

/** The common modules that travel inside of an export. */
const modulesIn = (file: string, { exported }: FlowText): readonly FlowFile[] =>
  (exported?.commonModules ?? []).map(({ name, text }) => readFile(`${file} (${name})`, text));

/** Modules of exports stand beside the files, unless a file holds the same one. */
function withModules(files: readonly FlowFile[], modules: readonly FlowFile[]): readonly FlowFile[] {
  const names = new Set(files.flatMap(({ flow }) => (flow?.kind === 'commonModule' ? [flow.name] : [])));
  const others = modules.filter(({ flow }) => {
    const name = flow?.kind === 'commonModule' ? flow.name : undefined;
    if (names.has(name)) return false;
    names.add(name);
    return true;
  });
  return [...files, ...others];
}
