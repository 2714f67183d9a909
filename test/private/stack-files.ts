import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The parts of a stack's JSON, as Terraform reads them: without the notes CDKTF adds under `//`. */
export interface TerraformJson {
  readonly terraform: { readonly backend: unknown; readonly required_providers: unknown };
  readonly provider: unknown;
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly variable?: Readonly<Record<string, unknown>>;
}

/** By type, then by name. */
type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

export interface SynthesizedStack extends TerraformJson {
  /** The files beside the JSON, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The JSON as it was written. */
  readonly text: string;
}

/** Reads what was written of a stack. */
export function stackIn(folder: string): SynthesizedStack {
  const { 'cdk.tf.json': text = '', ...files } = filesIn(folder);
  return { ...(withoutNotes(JSON.parse(text)) as TerraformJson), files, text };
}

/** Every file of a folder, by its path in it. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** JSON without the keys `//`, the others in order: neither is the same in all versions of CDKTF. */
export function withoutNotes(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutNotes);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).filter(([key]) => key !== '//');
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, withoutNotes(value)]),
  );
}

/** A folder that is there as long as `use` runs. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-test-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
