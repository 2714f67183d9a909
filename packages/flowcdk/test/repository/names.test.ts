import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../../../..');

/** Words that say nothing of what a name stands for. A type's name does not contain them either: `ToldOptions`. */
const words = ['told', 'given', 'found', 'asked', 'wanted', 'made', 'one'];

const isWord = (name: string): boolean => words.includes(name.replace(/^#/, ''));
const containsWord = (typeName: string): boolean =>
  typeName.split(/(?=[A-Z])/).some((part) => words.includes(part.toLowerCase()));

const rooms: readonly string[] = [
  ...['bench', 'data-actions', 'flows', 'scripts', 'src', 'test', 'triggers'],
  ...foldersOf('applications').flatMap(foldersOf),
  ...foldersOf('packages').flatMap((name) => [...foldersOf(`${name}/src`), ...foldersOf(`${name}/test`)]),
];

function foldersOf(folder: string): readonly string[] {
  return existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
        .map(({ name }) => `${folder}/${name}`)
    : [];
}

const filesIn = (room: string): readonly string[] =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|cjs|mjs)$/.test(name))
    .map((name) => join(root, room, name));

const isType = (node: ts.Node): node is ts.TypeAliasDeclaration | ts.InterfaceDeclaration | ts.ClassDeclaration =>
  ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node);

const isNamed = (node: ts.Node): node is ts.NamedDeclaration =>
  isType(node) ||
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isTypeParameterDeclaration(node);

/** `packages/flowcdk/src/check/rule.ts:72: Told` for each such name that a file declares, its own among them. */
function emptyNamesIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true);
  const path = relative(root, file);
  const names = isWord(basename(file).split('.')[0] ?? '') ? [`${path}: the file`] : [];
  const visit = (node: ts.Node): void => {
    if (isNamed(node) && node.name && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name))) {
      const { text } = node.name;
      const line = source.getLineAndCharacterOfPosition(node.name.getStart()).line + 1;
      if (isWord(text) || (isType(node) && containsWord(text))) names.push(`${path}:${line}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

test.each(rooms)('%s names things by what they are', (room) => {
  expect(filesIn(room).flatMap(emptyNamesIn)).toEqual([]);
});
