import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, sourcesIn } from './private/imports';

/** Lines of a function, from its name to its last brace. What is longer has several concerns, and parts by them. */
const MOST_LINES = 55;

/** Functions and methods with more lines than that; classes and tables are as long as they need to be. */
function longFunctions(name: string, text: string, most: number): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const long: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const from = lineOf(node.getStart(source));
      const lines = lineOf(node.end) - from + 1;
      if (lines > most) long.push(`${name}:${from} has ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return long;
}

test(`no function is longer than ${MOST_LINES} lines`, () => {
  const packages = readdirSync(join(root, 'packages')).flatMap((name) => sourcesIn(`packages/${name}/src`));
  const applications = readdirSync(join(root, 'applications')).flatMap((name) => sourcesIn(`applications/${name}`));
  const files = [...packages, ...applications];

  expect(files.flatMap((file) => longFunctions(file, readFileSync(join(root, file), 'utf8'), MOST_LINES))).toEqual([]);
});

test.each([
  ['a function', 'function a() {\n\n}', ['x.ts:1 has 3 lines']],
  ['a function in a constant', 'const a = () => {\n\n};', ['x.ts:1 has 3 lines']],
  ['a method', 'class A {\n  a() {\n\n  }\n}', ['x.ts:2 has 3 lines']],
  ['a short one', 'function a() {\n}', []],
  ['a class', 'class A {\n\n\n}', []],
  ['a table', 'const a = {\n\n\n};', []],
])('%s', (_, text, long) => {
  expect(longFunctions('x.ts', text, 2)).toEqual(long);
});
