import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');

const sourcesIn = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name))
    : [];

/** Every import of a file: the package, or the folder under the root it leads to. */
const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(join(root, file), 'utf8'))
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? relative(root, resolve(root, file, '..', fileName)) : fileName,
    );

const filesImporting = (folder: string, forbidden: (imported: string, file: string) => boolean): string[] =>
  sourcesIn(folder).flatMap((file) =>
    importsOf(file)
      .filter((imported) => forbidden(imported, file))
      .map((imported) => `${file} imports ${imported}`),
  );

const inFolder =
  (...folders: string[]) =>
  (imported: string) =>
    folders.some((folder) => imported === folder || imported.startsWith(`${folder}/`));

const definitions = ['flows', 'data-actions', 'triggers'];

describe('imports point one way', () => {
  test.each(definitions)('%s know the library by its one public face, and each other', (folder) => {
    const allowed = (imported: string) => imported === 'flowcdk' || inFolder(...definitions)(imported);

    expect(filesImporting(folder, (imported) => !allowed(imported))).toEqual([]);
  });

  test('the language imports nothing but the language and the form of a finding', () => {
    const allowed = (imported: string) =>
      inFolder('src/architect', 'src/finding', 'src/errors')(imported) ||
      !/^(src|flows|data-actions|triggers|cdktf|constructs)\b/.test(imported);

    expect(filesImporting('src/architect', (imported) => !allowed(imported))).toEqual([]);
  });

  test.each([
    ['src/architect', /^(node:)?(fs|path|os|http|https|net|child_process)$/],
    ['src/data-action', /^(node:)?(fs|path|os|http|https|net|child_process)$/],
    ['src/process-automation', /^(node:)?(fs|path|os|http|https|net|child_process)$/],
  ])('%s is pure: no input or output', (folder, io) => {
    expect(filesImporting(folder, (imported) => io.test(imported))).toEqual([]);
  });

  test('only constructs, stacks, the provider, the seam and main know CDKTF', () => {
    const knows = ['src/constructs/', 'src/stacks/', 'src/provider/', 'src/cdktf.ts', 'src/main.ts'];
    const cdktf = (imported: string, file: string) =>
      (imported === 'constructs' || imported === 'cdktf' || imported === 'src/cdktf') &&
      !knows.some((place) => file.startsWith(place));

    expect(filesImporting('src', cdktf)).toEqual([]);
  });

  test('the emulator knows neither the application nor how it is deployed', () => {
    const forbidden = inFolder('src/constructs', 'src/stacks', 'src/provider', ...definitions);

    expect(filesImporting('src/emulator', forbidden)).toEqual([]);
  });

  test('nothing but the command line imports the command line', () => {
    expect(
      filesImporting('src', (imported, file) => inFolder('src/cli')(imported) && !file.startsWith('src/cli/')),
    ).toEqual([]);
  });

  test('checks know the language, not how it is deployed', () => {
    expect(filesImporting('src/check', inFolder('src/constructs', 'src/stacks', 'src/cli', 'src/provider'))).toEqual(
      [],
    );
  });
});
