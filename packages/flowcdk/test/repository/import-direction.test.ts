import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, root, sourcesIn, valueImportsOf } from './private/imports';
import { rooms } from './private/rooms';

const filesImporting = (
  folder: string,
  forbidden: (imported: string, file: string) => boolean,
  imports: (file: string) => string[] = importsOf,
): string[] =>
  sourcesIn(folder).flatMap((file) =>
    imports(file)
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

  test('the back office knows only the listener of the other packages: it runs beside an organisation', () => {
    const isPackage = (imported: string): boolean =>
      /^(@flowcdk\/|flowcdk$|flowcdk\/)/.test(imported) && imported !== 'flowcdk/events';

    expect(filesImporting('packages/back-office/src', isPackage)).toEqual([]);
    expect(filesImporting('packages/flowcdk/src', (imported) => imported.startsWith('@flowcdk/back-office'))).toEqual(
      [],
    );
  });

  test('the tables of the resources know no CDKTF: `org apply` reads them, and loading CDKTF takes longer than that', () => {
    const provider = 'packages/provider-genesyscloud/src';
    const ground = ['api-column', 'rows', 'schema'].map((name) => `${provider}/base/${name}`);
    const isGround = (imported: string) => ground.includes(imported.replace(/\.ts$/, ''));

    expect(
      filesImporting(
        `${provider}/tables`,
        (imported) => !inFolder(`${provider}/tables`)(imported) && !isGround(imported),
      ),
    ).toEqual([]);
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

  test.each(readdirSync(join(root, 'applications')))('the application %s knows the packages by their names', (name) => {
    const folder = `applications/${name}`;
    const elsewhere = (imported: string) =>
      inFolder('packages', 'src', 'flows', 'test', 'applications')(imported) && !inFolder(folder)(imported);

    expect(filesImporting(folder, elsewhere)).toEqual([]);
  });

  test.each(['flows', 'data-actions', 'triggers'])('%s know the language, and each other', (folder) => {
    const allowed = (imported: string) =>
      inFolder('flowcdk', 'flows', 'data-actions', 'triggers')(imported) &&
      !inFolder(...['application', 'constructs', 'settings', 'testing'].map((part) => `flowcdk/${part}`))(imported);

    expect(filesImporting(folder, (imported) => !allowed(imported))).toEqual([]);
  });
});

/** Of these rooms, what is imported is types alone: the application says what its story and its stand-ins look like. */
const typesOf: Readonly<Record<string, readonly string[]>> = { application: ['testing', 'inspect'] };

describe('imports between the rooms of the library point one way', () => {
  test.each(Object.entries(rooms))('%s imports only %j', (name, allowed) => {
    const own = inFolder(...[name, ...allowed].map(room));

    expect(filesImporting(room(name), (imported) => inFolder(library)(imported) && !own(imported))).toEqual([]);
  });

  test.each(Object.entries(typesOf))('%s imports only types of %j', (name, others) => {
    expect(filesImporting(room(name), inFolder(...others.map(room)), valueImportsOf)).toEqual([]);
  });

  test('every room but the command line is in the table', () => {
    const folders = readdirSync(join(root, library), { withFileTypes: true }).filter((entry) => entry.isDirectory());

    expect(folders.map(({ name }) => name).sort()).toEqual([...Object.keys(rooms), 'cli'].sort());
  });

  test('of the emulator, only publishing a flow knows the check', () => {
    const publishes = inFolder(`${room('emulator')}/publish`);

    expect(
      filesImporting(room('emulator'), (imported, file) => inFolder(room('check'))(imported) && !publishes(file)),
    ).toEqual([]);
  });

  test.each(['ground', 'architect', 'data-action', 'process-automation', 'routing'])(
    '%s is pure: no input or output',
    (name) => {
      const io = /^(node:)?(fs|os|http|https|net|child_process)$/;

      expect(filesImporting(room(name), (imported) => io.test(imported))).toEqual([]);
    },
  );

  test('only constructs, what declares stacks and the provider know CDKTF', () => {
    const tables = '@flowcdk/provider-genesyscloud/tables';
    const isCdktf = (imported: string) =>
      imported === 'constructs' ||
      imported === 'cdktf' ||
      (imported.startsWith('@flowcdk/provider-genesyscloud') && imported !== tables);
    const knows = inFolder(room('constructs'), room('application'));

    expect(filesImporting(library, (imported, file) => isCdktf(imported) && !knows(file))).toEqual([]);
  });

  test('nothing but the command line imports the command line', () => {
    const isCommand = inFolder(room('cli'));

    expect(filesImporting(library, (imported, file) => isCommand(imported) && !isCommand(file))).toEqual([]);
  });
});
