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

/** What an import in a file leads to: the package, or the file under the root. */
const target = (file: string, imported: string): string =>
  imported.startsWith('.') ? relative(root, resolve(root, file, '..', imported)) : imported;

/** Every import of a file, those of types among them. */
const importsOf = (file: string): string[] =>
  ts.preProcessFile(readFileSync(join(root, file), 'utf8')).importedFiles.map(({ fileName }) => target(file, fileName));

/** The imports of a file that are there when it runs: those of types alone are not. */
const valueImportsOf = (file: string): string[] =>
  ts
    .createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ESNext)
    .statements.filter((one) => ts.isImportDeclaration(one) || ts.isExportDeclaration(one))
    .flatMap((one) => {
      const from = one.moduleSpecifier;
      return from && ts.isStringLiteral(from) && !isOfTypesAlone(one) ? [target(file, from.text)] : [];
    });

function isOfTypesAlone(one: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(one)) return one.isTypeOnly || namesTypesAlone(one.exportClause);
  const clause = one.importClause;
  return clause !== undefined && (clause.isTypeOnly || (!clause.name && namesTypesAlone(clause.namedBindings)));
}

const namesTypesAlone = (names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean =>
  names !== undefined &&
  (ts.isNamedImports(names) || ts.isNamedExports(names)) &&
  names.elements.every(({ isTypeOnly }) => isTypeOnly);

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

  test.each(['flows', 'data-actions', 'triggers'])('%s know the language, and each other', (folder) => {
    const allowed = (imported: string) =>
      inFolder('flowcdk', 'flows', 'data-actions', 'triggers')(imported) &&
      !inFolder(...['application', 'constructs', 'settings', 'testing'].map((part) => `flowcdk/${part}`))(imported);

    expect(filesImporting(folder, (imported) => !allowed(imported))).toEqual([]);
  });
});

/** Every circle of imports that are there when the files run, as the files on its way. */
function circles(folders: readonly string[]): string[][] {
  const files = new Set(folders.flatMap(sourcesIn));
  const state = new Map<string, 'open' | 'done'>();
  const way: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    state.set(file, 'open');
    way.push(file);
    for (const imported of valueImportsOf(file)) {
      const next = [`${imported}.ts`, `${imported}/index.ts`].find((name) => files.has(name));
      if (next === undefined || state.get(next) === 'done') continue;
      if (state.get(next) === 'open') found.push([...way.slice(way.indexOf(next)), next]);
      else visit(next);
    }
    way.pop();
    state.set(file, 'done');
  };
  for (const file of files) if (!state.has(file)) visit(file);
  return found;
}

test('no file imports itself by way of others, types apart', () => {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`);

  expect(circles(packages)).toEqual([]);
});

/** What each room of the library may import of the others. The command line may import all of them. */
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
  init: ['ground'],
  application: ['ground', 'architect', 'check', 'constructs', 'settings', 'testing', 'inspect'],
  testing: [
    'ground',
    'architect',
    'data-action',
    'routing',
    'settings',
    'check',
    'constructs',
    'emulator',
    'apply',
    'inspect',
    'application',
  ],
};

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
