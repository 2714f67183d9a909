import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/**
 * Where a package on this machine comes from: a clone of its repository, a registry, or something else, such as a
 * tarball. An origin that cannot be determined is something else.
 */
export type Origin = 'clone' | 'registry' | 'elsewhere';

/**
 * Where the package in a folder comes from. A clone has sources. For any other package npm notes its origin in
 * `node_modules/.package-lock.json`; the address that a registry gives a package ends with `/NAME/-/NAME-VERSION.tgz`.
 * Other package managers, and npm for global packages, keep no such note.
 */
export function originOf(folder: string): Origin {
  if (existsSync(join(folder, 'src'))) return 'clone';
  const resolved = resolvedBy(folder);
  return resolved !== undefined && isOfARegistry(resolved, folder) ? 'registry' : 'elsewhere';
}

/** The address from which npm took the package in a folder of `node_modules`. */
function resolvedBy(folder: string): string | undefined {
  const at = `${sep}node_modules${sep}`;
  const root = folder.slice(0, folder.indexOf(at) + at.length - 1);
  if (!folder.includes(at)) return undefined;
  const name = relative(dirname(root), folder).split(sep).join('/');
  return readJson<HiddenLock>(join(root, '.package-lock.json'))?.packages?.[name]?.resolved;
}

/** `node_modules/.package-lock.json`, as far as it matters here. */
interface HiddenLock {
  readonly packages?: Readonly<Record<string, { readonly resolved?: string }>>;
}

function isOfARegistry(resolved: string, folder: string): boolean {
  const { name = '', version = '' } = readJson<{ name: string; version: string }>(join(folder, 'package.json')) ?? {};
  return /^https?:/.test(resolved) && resolved.endsWith(`/${name}/-/${basename(name)}-${version}.tgz`);
}

function readJson<T>(file: string): Partial<T> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<T>;
  } catch {
    return undefined;
  }
}
