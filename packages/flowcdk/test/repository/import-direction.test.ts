import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../../../..');

const sourcesIn = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name))
    : [];

/** Every import of a file: the package, or the file under the root it leads to. */
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

const library = 'packages/flowcdk/src';
const room = (name: string): string => `${library}/${name}`;
const isRelative = inFolder('packages', 'src', 'flows', 'data-actions', 'triggers', 'test');

describe('imports between packages point one way', () => {
  test.each([
    ['packages/data-action-engines/src', []],
    ['packages/provider-genesyscloud/src', ['cdktf', 'constructs']],
  ])('%s knows nothing of the other packages', (folder, allowed) => {
    expect(filesImporting(folder, (imported) => !inFolder(folder, ...allowed)(imported))).toEqual([]);
  });

  test('the library knows the packages by their names, and no application', () => {
    expect(filesImporting(library, (imported) => isRelative(imported) && !inFolder(library)(imported))).toEqual([]);
  });

  test.each(['src', 'flows', 'data-actions', 'triggers', 'test'])(
    '%s of the application know the packages by their names',
    (folder) => {
      expect(filesImporting(folder, inFolder('packages'))).toEqual([]);
    },
  );

  test.each(['flows', 'data-actions', 'triggers'])('%s know the language, and each other', (folder) => {
    const allowed = (imported: string) =>
      imported === 'flowcdk' || inFolder('flows', 'data-actions', 'triggers')(imported);

    expect(filesImporting(folder, (imported) => !allowed(imported))).toEqual([]);
  });
});

/** What each room of the library may import of the others. What is not named may import all but the command line. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  ground: [],
  architect: ['ground'],
  'data-action': ['ground', 'architect'],
  'process-automation': ['ground', 'architect', 'data-action'],
  routing: ['ground', 'architect', 'data-action'],
  settings: ['ground', 'architect'],
  format: ['ground', 'architect'],
  check: ['ground', 'architect', 'data-action', 'process-automation', 'routing', 'settings'],
  constructs: ['ground', 'architect', 'data-action', 'process-automation', 'routing', 'check'],
  emulator: ['ground', 'architect', 'data-action', 'process-automation', 'check'],
  apply: ['ground'],
  inspect: ['ground', 'emulator'],
};

describe('imports between the rooms of the library point one way', () => {
  test.each(Object.entries(rooms))('%s imports only %j', (name, allowed) => {
    const own = inFolder(...[name, ...allowed].map(room));

    expect(filesImporting(room(name), (imported) => inFolder(library)(imported) && !own(imported))).toEqual([]);
  });

  test.each(['ground', 'architect', 'data-action', 'process-automation', 'routing'])(
    '%s is pure: no input or output',
    (name) => {
      const io = /^(node:)?(fs|os|http|https|net|child_process)$/;

      expect(filesImporting(room(name), (imported) => io.test(imported))).toEqual([]);
    },
  );

  test('only constructs, what declares stacks and the provider know CDKTF', () => {
    const isCdktf = (imported: string) =>
      imported === 'constructs' || imported === 'cdktf' || imported.startsWith('@flowcdk/provider-genesyscloud');
    const knows = inFolder(room('constructs'), room('application'));

    expect(filesImporting(library, (imported, file) => isCdktf(imported) && !knows(file))).toEqual([]);
  });

  test('nothing but the command line imports the command line', () => {
    const isCommand = inFolder(room('cli'));

    expect(filesImporting(library, (imported, file) => isCommand(imported) && !isCommand(file))).toEqual([]);
  });
});
