import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Names of the file that says what an application is, in the order in which they are looked for. */
const NAMES = ['flowcdk.config.ts', 'flowcdk.config.cts', 'flowcdk.config.js', 'flowcdk.config.cjs'] as const;

/**
 * The configuration of the project that a folder belongs to. It lies in the folder or in a folder above it. Undefined
 * where there is none.
 *
 * @example
 * ```ts
 * findApplication('flows/options'); // …/flowcdk.config.ts
 * ```
 */
export function findApplication(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (file !== undefined) return file;
    if (folder === dirname(folder)) return undefined;
  }
}
