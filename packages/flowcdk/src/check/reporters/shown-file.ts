import { isAbsolute, relative } from 'node:path';

/** Files inside a folder are named from it, with slashes. */
export function shownFile(file: string, folder: string): string {
  const path = isAbsolute(file) ? relative(folder, file) : file;
  return (path === '' || path.startsWith('..') ? file : path).replaceAll('\\', '/');
}
