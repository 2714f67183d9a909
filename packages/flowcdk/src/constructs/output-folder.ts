import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isNativeError } from 'node:util/types';
import { makeFolder } from '../files/make-folder';

/** A file that was written, by its path in the output folder. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * The file that lists our files in the output folder. Files that we no longer write are removed; files of others stay.
 */
const LIST = 'flowcdk.json';
/** The same in a folder whose files people hand to a command or to a button together: `exports/*.json` leaves it out. */
export const HIDDEN_LIST = '.flowcdk.json';
const NEW = '.flowcdk-new';

type Replaced =
  | { readonly files: readonly WrittenFile[]; readonly failure?: undefined }
  | { readonly files?: undefined; readonly failure: string };

/**
 * Moves the files of a draft to the output folder, and removes files that an earlier call wrote and this one does not.
 * Each file is first copied beside its place, so that a folder that cannot be written to stays as it is.
 *
 * @param listName the file that lists them
 */
export function replaceFiles(draft: string, out: string, listName = LIST): Replaced {
  const files = filesIn(draft);
  writeFileSync(join(draft, listName), `${JSON.stringify({ files }, null, 2)}\n`);
  const undo: (() => void)[] = [];
  try {
    for (const path of [...files, listName]) {
      const target = join(out, path);
      const created = makeFolder(dirname(target));
      if (created !== undefined) undo.push(() => rmSync(created, { recursive: true, force: true }));
      if (existsSync(target) && !statSync(target).isFile()) throw new Error(`${path} is a folder`);
      undo.push(() => rmSync(target + NEW, { force: true }));
      copyFileSync(join(draft, path), target + NEW);
    }
  } catch (reason) {
    for (const step of undo.reverse()) step();
    return { failure: inShort(reason) };
  }
  const stale = earlierFiles(join(out, listName)).filter((path) => !files.includes(path) && isInside(out, path));
  for (const path of [...files, listName]) renameSync(join(out, path) + NEW, join(out, path));
  for (const path of stale) remove(out, path);
  return { files: files.map((path) => ({ path, bytes: statSync(join(out, path)).size })) };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();

/** `ENOTDIR: not a directory`, without the paths of our own files that Node adds. */
const inShort = (reason: unknown): string =>
  (isNativeError(reason) ? reason.message : String(reason)).split(', ', 1).join();

function earlierFiles(list: string): readonly string[] {
  if (!existsSync(list)) return [];
  try {
    const { files } = JSON.parse(readFileSync(list, 'utf8')) as { readonly files?: unknown };
    return Array.isArray(files) ? files.filter((path) => typeof path === 'string') : [];
  } catch {
    return [];
  }
}

/** Removes a file, and the folders that held nothing else. */
function remove(out: string, path: string): void {
  const file = join(out, path);
  if (existsSync(file) && !statSync(file).isFile()) return;
  rmSync(file, { force: true });
  for (let folder = dirname(file); isInside(out, relative(out, folder)); folder = dirname(folder)) {
    if (!existsSync(folder) || readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}

/** Anybody can edit the list. It must not make us remove files outside the folder. */
const isInside = (out: string, path: string): boolean => {
  const from = relative(out, resolve(out, path));
  return from !== '' && !from.startsWith('..') && !from.includes(`..${sep}`);
};
