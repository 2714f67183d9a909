import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const folder = join(__dirname, '../../src/emulator');

const importsOf = (part: string): { readonly file: string; readonly imported: string }[] =>
  readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(folder, part, file), 'utf8'))
        .importedFiles.map(({ fileName }) => ({ file, imported: fileName })),
    );

test('what the org holds knows neither HTTP nor files; only the disk of the journal and its lock touch files', () => {
  const io = importsOf('state').filter(({ imported }) => /fastify|node:(fs|net|http)|\.\.\/api/.test(imported));

  expect([...new Set(io.map(({ file }) => file))].sort()).toEqual(['disk.ts', 'lock.ts']);
});

test('the endpoints know no server: they are asked and answer', () => {
  expect(importsOf('api').filter(({ imported }) => /fastify|node:(?!crypto)/.test(imported))).toEqual([]);
});

test('the org knows what was sent to it, not what sent it', () => {
  const root = join(__dirname, '../../../..');
  const forbidden = /^(src\/(constructs|stacks|provider|cli|testing|story)|flows|triggers|data-actions)\/|^cdktf/;
  const imported = importsOf('.').map(({ file, imported: name }) => ({
    file,
    imported: name.startsWith('.') ? relative(root, join(folder, dirname(file), name)) : name,
  }));

  expect(imported.filter((row) => forbidden.test(`${row.imported}/`))).toEqual([]);
});

/** What a file imports to run, not only for its types, itself and all that those files import in turn. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  for (const statement of source.statements) {
    const isImport = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    if (!isImport || !statement.moduleSpecifier || isForTypes(statement)) continue;
    const { text } = statement.moduleSpecifier as ts.StringLiteral;
    const at = join(dirname(file), text);
    const target = text.startsWith('.') ? [`${at}.ts`, join(at, 'index.ts')].find(existsSync) : undefined;
    if (target !== undefined) loadedBy(target, seen);
  }
  return seen;
}

function isForTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const { importClause } = statement;
  const named = importClause?.namedBindings;
  const allTypes = named && ts.isNamedImports(named) && named.elements.every(({ isTypeOnly }) => isTypeOnly);
  return importClause?.isTypeOnly === true || (allTypes === true && !importClause?.name);
}

test('what runs flows is loaded when the org listens already, so that it is ready sooner', () => {
  const loaded = [...loadedBy(join(folder, 'start-org.ts'))].map((file) => relative(join(folder, '..'), file));

  expect(loaded).toContain('emulator/server.ts');
  expect(
    loaded.filter((file) =>
      /^(architect\/(expressions|yaml\/read|actions)|check\/|data-action\/templates?|emulator\/(living|in-process|publish\/publish\.|runtime\/(runtime|actions|voice|flow\/(flow-run|run-flow|program))))/.test(
        file,
      ),
    ),
  ).toEqual([]);
});
