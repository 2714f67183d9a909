import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';

/** What a file holds: a text, or bytes. */
type Content = string | Uint8Array;

const filesOf = new WeakMap<TerraformStack, Map<string, () => Content>>();

/**
 * Writes a file beside the stack's JSON. Its path does not depend on its content: Terraform needs the file at plan, and
 * a new path would hide what changed in the file. Gives the path, `<name>.<ending>`, with a number where another file
 * has that name.
 */
export function stackFile(stack: TerraformStack, name: string, ending: string, content: () => Content): string {
  const files = filesOf.get(stack) ?? new Map<string, () => Content>();
  if (!filesOf.has(stack)) {
    filesOf.set(stack, files);
    writeWith(stack, files);
  }
  const path = `${firstFree(name, (free) => files.has(`${free}.${ending}`))}.${ending}`;
  files.set(path, content);
  return path;
}

/** The files are written when the stack's JSON is. */
function writeWith(stack: TerraformStack, files: ReadonlyMap<string, () => Content>): void {
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize: (session) => {
      synthesizer.synthesize(session);
      const folder = join(session.outdir, session.manifest.forStack(stack).workingDirectory);
      for (const [path, content] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content());
      }
    },
  };
}

/** The first of `wanted`, `wanted-2`, `wanted-3` … that is free. */
function firstFree(preferred: string, isTaken: (candidate: string) => boolean): string {
  let free = preferred;
  for (let n = 2; isTaken(free); n++) free = `${preferred}-${n}`;
  return free;
}
