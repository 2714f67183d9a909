import {
  holdsPlaceholder,
  isPlaceholder,
  placeholdersIn,
  substituted,
  withStandIns,
} from '../../src/check/placeholders';
import { entry } from '../../src/architect/yaml/node';
import { parseYaml } from '../../src/architect/yaml/parse';

const keysIn = (text: string): readonly string[] => placeholdersIn(text).map(({ key }) => key);

test.each<[what: string, text: string, keys: readonly string[]]>([
  ['one', 'name: {{queue}}', ['queue']],
  ['with blanks, points and dashes', '{{ a.b-c }} {{\td\t}}', ['a.b-c', 'd']],
  ['no words', '{{}} {{a b}} { {a} } {a}', []],
  ['one over two lines', '{{a\n}}', []],
  ['one in a comment', '# {{a}}', []],
  ['several in a comment', '  # {{a}} {{b}}', []],
  ['one in the line behind a comment', '# {{a}}\nname: {{b}}', ['b']],
  ['one in a comment behind a line', 'name: {{a}}\n# {{b}} {{c}}\nname: {{d}}', ['a', 'd']],
  ['one behind a number sign in a line', 'name: a # {{b}}', ['b']],
  ['one behind lines without', 'name: a\n# note\nother: {{b}}', ['b']],
])('placeholders: %s', (_, text, keys) => expect(keysIn(text)).toEqual(keys));

test('a placeholder has its place', () =>
  expect(placeholdersIn('name: {{ queue }}')).toEqual([{ key: 'queue', offset: 6, length: 11 }]));

test('stand-ins keep the place of everything', () => {
  const text = 'name: {{a}} and {{ b }}!';
  expect(withStandIns(text, placeholdersIn(text))).toBe('name: __a__ and __ b __!');
});

test('a scalar holds the placeholders that begin inside of it', () => {
  const text = 'a: x{{one}}\nb: y\nc: "{{two}}"\nd: [{{three}}]\n';
  const placeholders = placeholdersIn(text);
  const { root } = parseYaml(text.replace('[{{three}}]', '[ ___five_ ]'));
  const holds = (key: string): boolean | undefined => {
    const value = root?.kind === 'mapping' ? entry(root, key)?.value : undefined;
    return value && holdsPlaceholder(value, placeholders);
  };
  expect(['a', 'b', 'c', 'd'].map(holds)).toEqual([true, false, true, false]);
});

test('a scalar that is a placeholder holds it; one that ends where it begins does not', () => {
  const placeholders = placeholdersIn('ab{{x}}');
  const scalar = (offset: number, end: number) => ({ kind: 'scalar' as const, value: '', offset, end });
  expect(holdsPlaceholder(scalar(2, 7), placeholders)).toBe(true);
  expect(holdsPlaceholder(scalar(0, 2), placeholders)).toBe(false);
  expect(holdsPlaceholder(scalar(3, 7), placeholders)).toBe(false);
});

test('a problem of the syntax is a placeholder where both have the same place', () => {
  const placeholders = placeholdersIn('{{a}} {{b}} {{c}}');
  const problem = (offset: number, length: number) => ({ message: 'unexpected', offset, length });
  expect([0, 6, 12].map((offset) => isPlaceholder(problem(offset, 5), placeholders))).toEqual([true, true, true]);
  expect(isPlaceholder(problem(6, 4), placeholders)).toBe(false);
  expect(isPlaceholder(problem(5, 5), placeholders)).toBe(false);
  expect(isPlaceholder(problem(13, 5), placeholders)).toBe(false);
});

test('substitutions fill in what they know; anything else stays', () => {
  expect(substituted('{{a}}-{{ b }}-{{a}}-{{c}}.', { a: '1', b: '' })).toBe('1--1-{{c}}.');
  expect(substituted('{{toString}}', {})).toBe('{{toString}}');
  expect(substituted('nothing', { a: '1' })).toBe('nothing');
});
