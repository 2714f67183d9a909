import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { App } from '../cdktf';
import { checkDefinitions } from '../check/definitions';
import { outputIsNoFolder, outputNotWritable } from '../errors';
import type { Finding } from '../finding';
import type { OrganizationStack } from './organization-stack';

export interface SynthesizeOptions {
  /** Where the stacks go. @default 'cdktf.out' */
  readonly outdir?: string;
}

/** A file that was written, by its path in the output folder. */
export interface SynthesizedFile {
  readonly path: string;
  readonly bytes: number;
}

/** What was synthesized, or everything that is wrong with it; then nothing has been written. */
export type Synthesis<Stacks extends readonly OrganizationStack[] = readonly OrganizationStack[]> =
  | {
      readonly stacks: Stacks;
      readonly files: readonly SynthesizedFile[];
      readonly warnings: readonly Finding[];
      readonly findings?: undefined;
    }
  | {
      readonly findings: readonly Finding[];
      readonly stacks?: undefined;
      readonly files?: undefined;
      readonly warnings?: undefined;
    };

/** Lists our files in the output folder, so that those we no longer write can go and those of others stay. */
const LIST = 'flowcdk.json';

/**
 * Checks the definitions of all stacks and writes their Terraform JSON and flow files. The output folder changes only
 * when everything could be written, and only files that an earlier synthesis wrote are taken away.
 */
export function synthesize<Stacks extends readonly OrganizationStack[]>(
  declare: (app: App) => Stacks,
  { outdir = 'cdktf.out' }: SynthesizeOptions = {},
): Synthesis<Stacks> {
  const out = resolve(outdir);
  if (existsSync(out) && !statSync(out).isDirectory()) return { findings: [outputIsNoFolder(outdir)] };
  const parent = existingParent(out);
  let draft: string;
  try {
    draft = mkdtempSync(join(parent, '.flowcdk-'));
  } catch (reason) {
    return { findings: [outputNotWritable(outdir, reason)] };
  }
  try {
    const app = new App({ outdir: draft, stackTraces: false });
    const stacks = declare(app);
    const findings = checkDefinitions(stacks.map(({ node, definitions }) => ({ name: node.id, definitions })));
    if (findings.some(({ severity }) => severity === 'error')) return { findings };
    app.synth();
    return { stacks, files: replace(draft, out), warnings: findings };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function existingParent(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) ? parent : existingParent(parent);
}

function replace(draft: string, out: string): SynthesizedFile[] {
  const files = readdirSync(draft, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(draft, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();
  writeFileSync(join(draft, LIST), `${JSON.stringify({ files }, null, 2)}\n`);
  mkdirSync(out, { recursive: true });
  for (const path of earlierFiles(out)) {
    if (!files.includes(path) && isInside(out, path)) rmSync(join(out, path), { force: true });
  }
  cpSync(draft, out, { recursive: true });
  return files.map((path) => ({ path, bytes: statSync(join(out, path)).size }));
}

function earlierFiles(out: string): readonly string[] {
  const list = join(out, LIST);
  if (!existsSync(list)) return [];
  try {
    const { files } = JSON.parse(readFileSync(list, 'utf8')) as { readonly files?: unknown };
    return Array.isArray(files) ? files.filter((path) => typeof path === 'string') : [];
  } catch {
    return [];
  }
}

/** The list lies in a folder anybody can write to; it must not make us remove what is elsewhere. */
const isInside = (out: string, path: string): boolean => {
  const from = relative(out, resolve(out, path));
  return from !== '' && !from.startsWith('..') && !from.includes(`..${sep}`);
};
