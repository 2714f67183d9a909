import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TerraformStack } from '../cdktf';

/** Files that stand beside the JSON of a stack, by their path. */
export type StackFiles = ReadonlyMap<string, () => string>;

const filesOf = new WeakMap<TerraformStack, Map<string, () => string>>();

/**
 * Has a file written beside the stack's JSON, under a path that does not change with its content: Terraform wants it
 * to be there at plan, and a path that changed would hide what changed in the file.
 */
export function stackFile(stack: TerraformStack, path: string, content: () => string): void {
  const files = filesOf.get(stack) ?? new Map<string, () => string>();
  if (!filesOf.has(stack)) {
    filesOf.set(stack, files);
    const { synthesizer } = stack;
    stack.synthesizer = {
      synthesize: (session) => {
        synthesizer.synthesize(session);
        const folder = join(session.outdir, session.manifest.forStack(stack).workingDirectory);
        for (const [name, text] of files) {
          mkdirSync(dirname(join(folder, name)), { recursive: true });
          writeFileSync(join(folder, name), text());
        }
      },
    };
  }
  files.set(path, content);
}

/** What `stackFile` was asked for. */
export const filesBeside = (stack: TerraformStack): StackFiles => filesOf.get(stack) ?? new Map<string, () => string>();
