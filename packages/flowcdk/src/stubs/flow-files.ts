import { basename } from 'node:path';
import { type FlowFile, readFile } from '../check/project';
import { placeholdersIn, substituted, type Substitutions } from '../check/placeholders';
import { filesNamed } from '../files/files-named';
import { readText } from '../format/files';
import type { Finding } from '../ground/finding';
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

/** The text of a flow file, and the contracts that the file holds beside the flow. */
interface FlowText {
  readonly text: string;
  readonly contracts?: StubContracts;
}

/** Reads flows from files, patterns and folders. */
export function readFlowFiles(
  names: readonly string[],
  { substitutions = {}, stubs = {} }: ReadFlowsOptions = {},
): ReadFlows {
  const files: FlowFile[] = [];
  const findings: Finding[] = [];
  const contracts: StubContracts[] = stubs.contracts ? [stubs.contracts] : [];
  const unfilled = new Set<string>();
  for (const file of filesNamed(names)) {
    const read = readFlowText(file);
    if (!('text' in read)) {
      findings.push(read);
      continue;
    }
    if (read.contracts) contracts.push(read.contracts);
    const text = substituted(read.text, substitutions);
    const left = placeholdersIn(text).map(({ key }) => key);
    for (const key of left) unfilled.add(key);
    files.push(readFile(file, substituted(text, Object.fromEntries(left.map((key) => [key, key])))));
  }
  if (findings.length > 0) return { findings };
  return { flows: new FlowFiles(files, { ...stubs, contracts: allContracts(contracts) }, [...unfilled]) };
}

/** The text of a flow file, and the contracts beside the flow; or why it cannot be read. */
export function readFlowText(file: string): FlowText | Finding {
  const text = readText(file);
  return typeof text === 'string' ? { text } : text;
}
