import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The root of the repository. */
export const root = resolve(__dirname, '../../../../..');

/** The TypeScript files in a folder, from the root. */
export const sourcesIn = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name))
    : [];

/** What an import in a file leads to: the package, or the file under the root. */
const target = (file: string, imported: string): string =>
  imported.startsWith('.') ? relative(root, resolve(root, file, '..', imported)) : imported;

/** A function of a file that reads it once. */
function remembered<Value>(read: (file: string) => Value): (file: string) => Value {
  const values = new Map<string, Value>();
  return (file) => {
    if (!values.has(file)) values.set(file, read(file));
    return values.get(file) as Value;
  };
}

/** Every import of a file, those of types among them. */
export const importsOf = remembered((file): string[] =>
  ts.preProcessFile(readFileSync(join(root, file), 'utf8')).importedFiles.map(({ fileName }) => target(file, fileName)),
);

/** The imports of a file that are there when it runs: those of types alone are not. */
export const valueImportsOf = remembered((file): string[] =>
  ts
    .createSourceFile(file, readFileSync(join(root, file), 'utf8'), {
      languageVersion: ts.ScriptTarget.ESNext,
      jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    })
    .statements.filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    .flatMap((statement) => {
      const from = statement.moduleSpecifier;
      return from && ts.isStringLiteral(from) && !isOfTypesAlone(statement) ? [target(file, from.text)] : [];
    }),
);

function isOfTypesAlone(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly || namesTypesAlone(statement.exportClause);
  const clause = statement.importClause;
  return clause !== undefined && (clause.isTypeOnly || (!clause.name && namesTypesAlone(clause.namedBindings)));
}

const namesTypesAlone = (names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean =>
  names !== undefined &&
  (ts.isNamedImports(names) || ts.isNamedExports(names)) &&
  names.elements.every(({ isTypeOnly }) => isTypeOnly);
