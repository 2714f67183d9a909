import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Gives the first folder that was made; undefined if all were
 * there. (The recursive `mkdir` of Node 20 never ends below a folder such as `/proc`, which takes nothing and says that
 * it is not there.)
 *
 * @param mode of the folders it makes. @default what the user's mask leaves
 */
export function makeFolder(folder: string, mode?: number): string | undefined {
  const missing: string[] = [];
  for (let path = resolve(folder); !existsSync(path) && path !== dirname(path); path = dirname(path))
    missing.push(path);
  // A file in the place of the folder is refused with the reason.
  if (missing.length === 0 && !statSync(folder).isDirectory()) mkdirSync(folder);
  for (const path of missing.toReversed()) makeOne(path, mode);
  return missing.at(-1);
}

function makeOne(path: string, mode: number | undefined): void {
  try {
    mkdirSync(path, { mode });
  } catch (problem) {
    // Another process may have made it meanwhile.
    if (!existsSync(path) || !statSync(path).isDirectory()) throw problem;
  }
}
