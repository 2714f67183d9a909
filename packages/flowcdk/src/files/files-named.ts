import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { isFlowKind } from '../ground/flow-kinds';

/**
 * The files that are named, each once and in the order of the names. A name that is no file may be a pattern:
 * `flows/*.yaml`, `**\/*.yaml`. Its files come sorted, without those of `node_modules`. (Most shells do this. Those of
 * Windows do not.) A folder stands for the flows in it and below. A pattern that fits no file stays as it is, so that it
 * is refused like a file that is not there.
 */
export const filesNamed = (names: readonly string[]): readonly string[] => named(names, flowsIn);

/** The same for export files of data actions: a folder stands for the JSON files in it. */
export const exportFilesNamed = (names: readonly string[]): readonly string[] => named(names, exportsInFolder);

const named = (names: readonly string[], inFolder: (folder: string) => readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => (isPattern(name) ? filesOf(name) : isFolder(name) ? inFolder(name) : [name]))),
];

/** A folder without JSON stays as it is, so that it is refused. */
function exportsInFolder(folder: string): readonly string[] {
  const files = globSync(['*.json'], { cwd: folder, dot: false });
  return files.length === 0 ? [folder] : files.sort().map((file) => join(folder, file));
}

const isPattern = (name: string): boolean =>
  name !== '-' && isDynamicPattern(name, { caseSensitiveMatch: true }) && !existsSync(name);

const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;

/** A folder without flows stays as it is, so that it is refused. */
function flowsIn(folder: string): readonly string[] {
  const files = globSync(['**/*.{yaml,yml}', '**/*.i3*'], { cwd: folder, ignore: ['**/node_modules/**'], dot: false });
  const flows = files
    .sort()
    .map((file) => join(folder, file))
    .filter(holdsFlow);
  return flows.length === 0 ? [folder] : flows;
}

/** Whether a line of the file begins a flow. Other YAML may lie in the folder, such as settings. An export is a flow. */
function holdsFlow(file: string): boolean {
  if (!/\.ya?ml$/.test(file)) return true;
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .some((line) => isFlowKind(/^([A-Za-z]+):/.exec(line)?.[1] ?? ''));
  } catch {
    // Whoever reads the file says why it cannot be read.
    return true;
  }
}

function filesOf(pattern: string): readonly string[] {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const files = globSync(slashed, { ignore: ['**/node_modules/**'], dot: false, expandDirectories: false });
  return files.length === 0 ? [pattern] : files.sort();
}
