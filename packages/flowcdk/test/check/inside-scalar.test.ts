import { entry, type YamlNode } from '../../src/architect/yaml/node';
import { parseYaml } from '../../src/architect/yaml/parse';
import { insideScalar } from '../../src/check/inside-scalar';

function valueIn(text: string): YamlNode & { readonly kind: 'scalar' } {
  const { root } = parseYaml(text);
  const value = root?.kind === 'mapping' ? entry(root, 'a')?.value : undefined;
  if (value?.kind !== 'scalar') throw new Error('a is no scalar');
  return value;
}

// Each letter and digit of a value is found where it stands in the text.
test.each([
  ['plain', 'a: one two'],
  ['plain over two lines', 'a: one\n  two three'],
  ['plain with an empty line', 'a: one\n\n\n  two'],
  ['plain with the line breaks of Windows', 'a: one\r\n  two'],
  ['plain with blanks before a line break', 'a: one  \n  two'],
  ['in single quotes', `a: 'one two'`],
  ['in single quotes with a quote', `a: 'it''s ''so'''`],
  ['in single quotes over lines', `a: 'one\n\n  it''s\n  so'`],
  ['in double quotes', 'a: "one two"'],
  ['in double quotes with escapes', String.raw`a: "\"one\" \t\x41 two \u00e9x \U0001F600y"`],
  ['in double quotes with a character of two halves', String.raw`a: "one \ud83d\ude00 two 😀 three"`],
  ['in double quotes with a line break as an escape', String.raw`a: "one\ntwo\n\nthree"`],
  ['in double quotes over lines', 'a: "one\n  two"'],
  ['in double quotes with glued lines', 'a: "one\\\n    two \\\n  three"'],
  ['in double quotes that begin with a glued line', 'a: "\\\n  one two"'],
  ['a block', 'a: |\n  one\n  two\n'],
  ['a block with the line breaks of Windows', 'a: |\r\n  one\r\n  two\r\n'],
  ['a block with an empty line', 'a: |\n    one\n\n    two\n'],
  ['a folded block', 'a: >\n  one\n  two\n'],
])('%s', (_, text) => {
  const yaml = valueIn(text);
  const value = String(yaml.value);
  const letters = [...value.matchAll(/[a-z]/g)].map(({ 0: letter, index }) => ({ letter, index }));
  expect(letters.length).toBeGreaterThan(4);
  expect(letters.map(({ index }) => text[insideScalar(text, yaml, index)])).toEqual(
    letters.map(({ letter }) => letter),
  );
});

test('the first character stands behind the quote, the end behind the last', () => {
  const text = `a: 'one'`;
  const yaml = valueIn(text);
  expect(insideScalar(text, yaml, 0)).toBe(4);
  expect(insideScalar(text, yaml, 3)).toBe(7);
  expect(insideScalar(text, yaml, 99)).toBe(8);
});

test('a block without a line has its place at its sign', () => {
  const text = 'a: |';
  expect(insideScalar(text, valueIn(text), 0)).toBe(3);
});

test('a value at the start of a file', () => {
  const { root } = parseYaml('one two');
  expect(root && insideScalar('one two', root, 4)).toBe(4);
});

test('what is no scalar has one place', () => {
  const { root } = parseYaml('\n[one, two]');
  expect(root && insideScalar('\n[one, two]', root, 3)).toBe(1);
});

test('what comes from no file is at its start', () =>
  expect(insideScalar('a', { kind: 'scalar', value: 'one', offset: -1, end: -1 }, 2)).toBe(0));
