import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App } from '@flowcdk/provider-genesyscloud/cdktf';
import { checkBeforeSynthesis } from '../check/application';
import type { CheckOptions } from '../check/check';
import { newApp } from './app';
import { outputIsNoFolder, outputNotWritable } from './errors';
import { type Finding, FlowcdkError } from '../ground/finding';
import type { OrganizationStack } from './organization-stack';
import { replaceFiles, type WrittenFile } from './output-folder';

export interface SynthesizeOptions {
  /** Where the stacks go. @default 'cdktf.out' */
  readonly outdir?: string | undefined;
  /** The severities of rules, and silenced findings. @default as the rules say */
  readonly check?: CheckOptions | undefined;
}

/** A file that synthesis wrote, and what became of it. */
export type SynthesizedFile = WrittenFile;

/** What was synthesized, or all findings; then nothing was written. */
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

/**
 * Checks the definitions of all stacks, and their flows by every rule that finds errors, and writes their Terraform
 * JSON and flow files. The output folder changes only when everything could be written, and only files that an earlier
 * synthesis wrote are taken away.
 *
 * @example
 * ```ts
 * const { findings } = synthesize((cdktf) => [
 *   new OrganizationStack(cdktf, 'reception', {
 *     organization: { region: 'eu-central-1' },
 *     definitions: [reception],
 *   }),
 * ]);
 * ```
 */
export function synthesize<Stacks extends readonly OrganizationStack[]>(
  declare: (app: App) => Stacks,
  { outdir = 'cdktf.out', check = {} }: SynthesizeOptions = {},
): Synthesis<Stacks> {
  const out = resolve(outdir);
  if (existsSync(out) && !statSync(out).isDirectory()) return { findings: [outputIsNoFolder(outdir)] };
  const draft = mkdtempSync(join(tmpdir(), 'flowcdk-'));
  try {
    const app = newApp(draft);
    const stacks = declare(app);
    const declared = stacks.map(({ node, definitions }) => ({ name: node.id, definitions }));
    const findings = checkBeforeSynthesis(declared, check);
    if (findings.some(({ severity }) => severity === 'error')) return { findings };
    app.synth();
    const { files, failure } = replaceFiles(draft, out);
    return files ? { stacks, files, warnings: findings } : { findings: [outputNotWritable(outdir, failure)] };
  } catch (problem) {
    // Some mistakes show only when addresses are assigned.
    if (problem instanceof FlowcdkError) return { findings: problem.findings };
    throw problem;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
