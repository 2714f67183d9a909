import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingText } from '../../../src/ground/finding';
import { type LoadedSettings, loadSettings, type SettingsSchema } from '../../../src/settings';
import { type Bakery, bakerySchema, VALID } from './bakery';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Loads the settings of the bakery from files that exist only for that. */
export const load = (files: Files, environment?: string): LoadedSettings<Bakery> =>
  inFolder(files, (folder) => loadSettings(bakerySchema, { folder, environment }));

/** Every finding as its reader sees it, without the folder in front of the file names. */
export const findings = (files: Files, environment?: string): string[] => findingsOf(bakerySchema, files, environment);

export const findingsOf = (schema: SettingsSchema<unknown>, files: Files, environment?: string): string[] =>
  inFolder(files, (folder) =>
    (loadSettings(schema, { folder, environment }).findings ?? []).map((finding) =>
      findingText(finding).replaceAll(join(folder, '/'), ''),
    ),
  );

export function inFolder<T>(files: Files, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The valid settings with a part replaced; a part that is not there would test nothing. */
export function changed(part: string, by: string): string {
  if (!VALID.includes(part)) throw new Error(`not in the valid settings: ${part}`);
  return VALID.replace(part, () => by);
}
