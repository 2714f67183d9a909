import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Definition } from '../architect/definition';
import { definedAt } from '../check/definitions/words';
import { type DataAction, exportedAction, exportText } from '../data-action';
import { idNotInExport, outputNotWritable } from './errors';
import type { Finding } from '../ground/finding';
import { HIDDEN_LIST, replaceFiles, type WrittenFile } from './output-folder';

/** The export files that were written, and what could not be exported; or why nothing was written. */
export type Exports =
  | { readonly files: readonly WrittenFile[]; readonly warnings: readonly Finding[]; readonly findings?: undefined }
  | { readonly files?: undefined; readonly warnings?: undefined; readonly findings: readonly Finding[] };

/**
 * Writes the data actions among definitions as files that the Import button of Genesys Cloud takes, one for each. Files
 * that an earlier call wrote and this one does not are removed; files of others stay.
 */
export function writeExports(definitions: readonly Definition[], folder: string): Exports {
  const actions = [...new Set(definitions)].filter(isOwnAction);
  const exported = actions.map((action) => ({ action, file: exportedAction(action) }));
  const draft = mkdtempSync(join(tmpdir(), 'flowcdk-'));
  try {
    const names = new Set<string>();
    for (const { action, file } of exported)
      if (file) writeFileSync(join(draft, freeName(action, names)), exportText(file));
    const { files, failure } = replaceFiles(draft, resolve(folder), HIDDEN_LIST);
    const missing = exported.filter(({ file }) => file === undefined).map(({ action }) => action);
    return files
      ? { files, warnings: missing.map((action) => idNotInExport(action.name, neededBy(action), definedAt(action))) }
      : { findings: [outputNotWritable(folder, failure)] };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const isOwnAction = (definition: Definition): definition is DataAction =>
  definition.definition === 'dataAction' && !definition.existing && 'request' in definition;

/** `Create-Scheduled-Callback.custom.json`, as the Export button names files; two actions of one name say which they are. */
function freeName({ name, category }: DataAction, taken: Set<string>): string {
  const [short, long] = [slug(name), slug(`${category} ${name}`)];
  for (const candidate of [short, long, ...Array.from({ length: 99 }, (_, i) => `${long}-${i + 2}`)]) {
    const file = `${candidate}.custom.json`;
    // Not every file system tells upper and lower case apart.
    if (taken.has(file.toLowerCase())) continue;
    taken.add(file.toLowerCase());
    return file;
  }
  return `${long}.custom.json`;
}

const slug = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'data-action';

/** The names of the definitions whose ids an action needs. */
const neededBy = ({ uses, integration }: DataAction): readonly string[] =>
  uses.filter((used) => used !== integration).map(({ name }) => name);
