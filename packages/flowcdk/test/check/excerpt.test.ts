import { entry, type YamlNode } from '../../src/architect/yaml/node';
import { parseYaml } from '../../src/architect/yaml/parse';
import { excerptOf } from '../../src/check/excerpt';
import { readFile } from '../../src/check/project';

/** The value of `a` in a text. */
function valueOfA(text: string): YamlNode {
  const { root } = parseYaml(text);
  const value = root?.kind === 'mapping' ? entry(root, 'a')?.value : undefined;
  if (!value) throw new Error('no a');
  return value;
}

const excerpt = (text: string, yaml?: YamlNode, within?: { readonly offset: number; readonly length: number }) =>
  excerptOf(readFile('flow.yaml', text), yaml, within);

test('a part of the file: its line, its column and its length', () => {
  const text = 'b: 1\na: hello\n';
  expect(excerpt(text, valueOfA(text))).toEqual({
    at: { file: 'flow.yaml', line: 2, column: 4 },
    excerpt: { text: 'a: hello', column: 4, length: 5 },
  });
});

test('a place inside of a value', () => {
  const text = `a: 'say "it''s" now'`;
  expect(excerpt(text, valueOfA(text), { offset: 5, length: 4 })).toEqual({
    at: { file: 'flow.yaml', line: 1, column: 10 },
    excerpt: { text, column: 10, length: 5 },
  });
});

test('a place inside of a text that is one value', () => {
  const { root } = parseYaml('hello');
  expect(excerpt('hello', root, { offset: 1, length: 2 })).toMatchObject({
    at: { line: 1, column: 2 },
    excerpt: { column: 2, length: 2 },
  });
});

test('a place without a part of the tree counts from the start of the file', () =>
  expect(excerpt('# note\na: 1', undefined, { offset: 7, length: 4 })).toEqual({
    at: { file: 'flow.yaml', line: 2, column: 1 },
    excerpt: { text: 'a: 1', column: 1, length: 4 },
  }));

test('no place is the start of the file', () =>
  expect(excerpt('a: 1\nb: 2')).toEqual({
    at: { file: 'flow.yaml', line: 1, column: 1 },
    excerpt: { text: 'a: 1', column: 1, length: 1 },
  }));

test('a part that comes from no file is the start of the file, too', () => {
  const yaml: YamlNode = { kind: 'scalar', value: 'x', offset: -1, end: -1 };
  const start = { at: { file: 'flow.yaml', line: 1, column: 1 }, excerpt: { text: 'a: 1', column: 1, length: 1 } };
  expect(excerpt('a: 1', yaml)).toEqual(start);
  expect(excerpt('a: 1', yaml, { offset: 2, length: 1 })).toEqual(start);
});

test('a culprit of several lines is shown as far as its first line goes', () => {
  const text = 'a: one\n  two\n';
  expect(excerpt(text, valueOfA(text)).excerpt).toEqual({ text: 'a: one', column: 4, length: 3 });
});

test.each([
  [400, 400],
  [401, 61],
  [1000, 61],
])('a long line, culprit in column %d: it is shown in column %d of what is cut out', (column, shownAt) => {
  const text = `a: ${'x'.repeat(column - 4)}CULPRIT${'y'.repeat(600)}`;
  const { at, excerpt: shown } = excerpt(text, undefined, { offset: column - 1, length: 7 });
  expect(at).toMatchObject({ line: 1, column });
  expect(shown?.column).toBe(shownAt);
  expect(shown?.text).toHaveLength(400);
  expect(shown?.text.slice(shownAt - 1)).toMatch(/^C/);
});
