import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './page';
import { entries, options, type PublicName, publicNames } from './public-names';

/*
 * What users import is documented where it is declared. The examples are compiled: each is a module of its own, which
 * imports what it names from the entry it belongs to, from the other entries, or from the scene.
 */

const scene = join(__dirname, 'example-scene.ts');
const settings: ts.CompilerOptions = {
  ...options,
  module: ts.ModuleKind.ESNext,
  noEmit: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
};
const library = ts.createProgram([...entries.values(), scene], settings);
const names = publicNames(library);
const placed = ({ place, name }: PublicName): string => `${place}: ${name}`;
const once = (lines: readonly string[]): readonly string[] => [...new Set(lines)];

test.each([...entries])('%s exports by name', (_, file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/^export \*/m);
});

test('every name that users import is documented', () => {
  expect(once(names.filter(({ documentation }) => documentation === '').map(placed))).toEqual([]);
});

test('every function that users import has an example', () => {
  expect(once(names.filter(({ isFunction, examples }) => isFunction && examples.length === 0).map(placed))).toEqual([]);
});

test('every example compiles', () => {
  expect(messagesOf(names)).toEqual([]);
});

test('npm run docs writes pages of every entry that exports something', () => {
  const { entryPoints } = JSON.parse(readFileSync(join(root, 'typedoc.json'), 'utf8')) as { entryPoints: string[] };
  const exporting = [...entries].filter(([entry]) => names.some((publicName) => publicName.entry === entry));

  expect(entryPoints.map((file) => join(root, file)).sort()).toEqual(exporting.map(([, file]) => file).sort());
});

/** What the compiler has to say of the examples: `packages/flowcdk/src/…:12: seconds, line 1: …`. */
function messagesOf(all: readonly PublicName[]): readonly string[] {
  const examples = [...new Map(all.map((publicName) => [publicName.place, publicName])).values()].flatMap((of) =>
    of.examples.map((text, i) => ({
      of,
      text,
      file: join(__dirname, `${of.name}-${of.place.replace(/\W/g, '-')}-${i}.ts`),
    })),
  );
  const modules = new Map(examples.map(({ of, text, file }) => [file, `${importsFor(of, text)}\n${text}`]));
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => modules.has(file) || fileExists(file);
  host.readFile = (file) => modules.get(file) ?? readFile(file);
  host.getSourceFile = (file, language) => {
    const text = modules.get(file);
    return text === undefined
      ? (library.getSourceFile(file) ?? getSourceFile(file, language))
      : ts.createSourceFile(file, text, language);
  };
  const program = ts.createProgram({ rootNames: [...modules.keys()], options: settings, host, oldProgram: library });
  return examples.flatMap(({ of, file }) => {
    const source = program.getSourceFile(file);
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return diagnostics.map(({ start = 0, messageText }) => {
      const line = source?.getLineAndCharacterOfPosition(start).line ?? 0;
      return `${placed(of)}, line ${line} of the example: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  });
}

/** One line that imports what the example names and does not declare; `export {}` makes it a module in any case. */
function importsFor({ entry }: PublicName, text: string): string {
  const missing = namesIn(text);
  const lines = [...new Set([entry, 'flowcdk', 'flowcdk/templates', 'flowcdk/triggers', ...entries.keys()])].map(
    (from) => {
      const here = names
        .filter((publicName) => publicName.entry === from && missing.delete(publicName.name))
        .map(({ name }) => name);
      return here.length === 0 ? '' : `import { ${here.join(', ')} } from '${from}';`;
    },
  );
  const stage = library.getSourceFile(scene);
  const symbol = stage && library.getTypeChecker().getSymbolAtLocation(stage);
  const staged = symbol
    ? library
        .getTypeChecker()
        .getExportsOfModule(symbol)
        .map(({ name }) => name)
    : [];
  const taken = staged.filter((name) => missing.has(name));
  return [
    ...lines,
    taken.length === 0 ? '' : `import { ${taken.join(', ')} } from './example-scene';`,
    'export {};',
  ].join(' ');
}

/** The names an example uses without declaring them. */
function namesIn(text: string): Set<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node);
      const isDeclared =
        (ts.isVariableDeclaration(parent) ||
          ts.isParameter(parent) ||
          ts.isBindingElement(parent) ||
          ts.isImportSpecifier(parent) ||
          ts.isFunctionDeclaration(parent) ||
          ts.isTypeAliasDeclaration(parent)) &&
        parent.name === node;
      if (isDeclared) declared.add(node.text);
      else if (!isMember) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('example.ts', text, ts.ScriptTarget.ESNext, true));
  for (const name of declared) used.delete(name);
  return used;
}
