import { dirname, join, normalize } from 'node:path';
import { transform } from 'sucrase';
import * as flowcdk from 'flowcdk';
import * as settings from 'flowcdk/settings';
import type { ImportedFile } from '../../../src/import/import-flows';

/** A folder of imported files, in memory. */
export interface VirtualFolder {
  readonly name: string;
  readonly files: readonly ImportedFile[];
}

const packages: Readonly<Record<string, unknown>> = { flowcdk, 'flowcdk/settings': settings };

/** The path of a file from the folder above that of the flows. */
const placeOf = (path: string): string => normalize(`flows/${path}`).replaceAll('\\', '/');

/** Runs a file of a folder and gives what it exports. */
export function exportsOf({ files }: VirtualFolder, path: string): Readonly<Record<string, unknown>> {
  const texts = new Map(files.map((file) => [placeOf(file.path), file.text]));
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (file: string): Record<string, unknown> => {
    const known = loaded.get(file);
    if (known) return known;
    const exported: Record<string, unknown> = {};
    loaded.set(file, exported);
    const { code } = transform(texts.get(file) ?? '', { transforms: ['typescript', 'imports'] });
    const required = (specifier: string): unknown =>
      packages[specifier] ?? load(`${normalize(join(dirname(file), specifier))}.ts`);
    // The text is what the import wrote from a file of the test.
    (new Function('exports', 'require', code) as (exported: object, required: unknown) => void)(exported, required);
    return exported;
  };
  return load(placeOf(path));
}
