import { existsSync } from 'node:fs';
import { globSync, isDynamicPattern } from 'tinyglobby';

/** Standard input, which has no name. */
export const STDIN = '-';

/** The name that findings give to standard input. */
export const STDIN_NAME = 'stdin';

/** The largest text that is read from standard input, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The files that are named, each once and in the order of the command line. A name that is no file may be a pattern:
 * `flows/*.yaml`, `**\/*.yaml`. Its files come sorted, without those of `node_modules`. (Most shells do this. Those of
 * Windows do not.) A pattern that fits no file stays as it is, so that it is refused like a file that is not there.
 */
export function inputFiles(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => (isPattern(name) ? filesOf(name) : [name])))];
}

const isPattern = (name: string): boolean =>
  name !== STDIN && isDynamicPattern(name, { caseSensitiveMatch: true }) && !existsSync(name);

function filesOf(pattern: string): readonly string[] {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const files = globSync(slashed, { ignore: ['**/node_modules/**'], dot: false, expandDirectories: false });
  return files.length === 0 ? [pattern] : files.sort();
}

/** What standard input holds, or why it cannot be taken. */
export async function readStandardInput(): Promise<Uint8Array | { readonly reason: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > LARGEST) return { reason: `it has more than ${LARGEST} bytes` };
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
