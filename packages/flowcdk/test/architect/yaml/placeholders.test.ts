import { attachComments } from '../../../src/architect/yaml/attach-comments';
import { findComments } from '../../../src/architect/yaml/comments';
import { scalar, toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { printYaml } from '../../../src/architect/yaml/print';

const reprinted = (text: string): string | undefined => {
  const { root } = parseYaml(text);
  return root && printYaml(root, { comments: attachComments(root, text) });
};

describe('a placeholder without quotes is told as such, with its key', () => {
  test.each([
    ['as a value', 'name: {{flow_name}}', ['flow_name']],
    ['as a key', '{{category}}:\n  a: 1', ['category']],
    ['as an item', '- {{a}}\n- [{{b}}]', ['a', 'b']],
    ['before a text', 'name: {{a}} and {{b}}', ['a']],
    ['behind a text in brackets', '[a {{b}}]', ['b']],
    ['in the first line of several', 'name: {{a}}\n  and more', ['a']],
  ])('%s', (_, text, keys) => {
    const { problems } = parseYaml(text);

    expect(problems.map(({ kind, key }) => [kind, key])).toEqual(keys.map((key) => ['placeholder', key]));
    expect(problems.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(
      keys.map((key) => `{{${key}}}`),
    );
  });

  test.each([
    ['in quotes', 'name: "{{a}}"'],
    ['behind a text', 'name: Queue {{a}}'],
    ['in a block', 'name: |\n  {{a}}'],
    ['in a comment', 'name: a # {{b}}'],
  ])('but not %s, which is YAML', (_, text) => {
    expect(parseYaml(text).problems).toEqual([]);
  });

  test.each([
    ['other problems are of no kind', 'a: {{x}}\nb: 1\nb: 2', ['placeholder', undefined]],
    ['what breaks the syntax all the same is of no kind', 'a: {{x}}"\n"', [undefined]],
    ['nor is what nobody can read around', 'a: &{{x}} b', [undefined]],
  ])('%s', (_, text, kinds) => {
    expect(parseYaml(text).problems.map(({ kind }) => kind)).toEqual(kinds);
  });
});

test.each([
  [
    'a value and what stands beside it',
    'a: {{x}}-{{y}}\n{{z}}: [{{x}}, b]',
    { a: '{{x}}-{{y}}', '{{z}}': ['{{x}}', 'b'] },
  ],
  ['a text over two lines', 'a: {{x}}\n  b', { a: '{{x}} b' }],
])('what a template says is read: %s', (_, text, data) => {
  const { root } = parseYaml(text);
  expect(root && toData(root)).toEqual(data);
});

describe('what holds a placeholder is printed as it was written', () => {
  test.each([
    ['bare', 'a: {{x}}\n'],
    ['bare, as a key', '{{x}}: a\n'],
    ['beside other text', 'a: {{x}} and {{y}}\n'],
    ['behind other text', 'a: Queue {{x}}\n'],
    ['in single quotes', "a: 'it''s {{x}}'\n"],
    ['in double quotes, with its escapes', 'a: "\\u0061\\/{{x}}"\n'],
    ['in a block', 'a: |-\n  {{x}}\n\n    b\nc: 1\n'],
    ['in a block that keeps its end', 'a: |+\n  {{x}}\n\n\nc: 1\n'],
    ['in a block in a list', '- >2-\n    {{x}}\n  b\n'],
    ['over several lines', 'a: "b\n\n  {{x}}"\n'],
    ['with its type', "a: !!str '{{x}}'\nb: !!str {{x}}-{{y}}\n"],
    ['with a comment behind', 'a: | # c\n  {{x}}\nb: {{x}} c # d\n'],
  ])('%s', (_, text) => {
    expect(reprinted(text)).toBe(text);
  });

  test.each([
    ['a name that was given to the tree is quoted', scalar('{{x}}'), '"{{x}}"\n'],
    ['a text that no longer says the value does not count', { ...scalar('{{y}}'), text: "'{{x}}'" }, '"{{y}}"\n'],
    ['nor does one that would be another type', { ...scalar('{{x}}'), text: '[{{x}}]' }, '"{{x}}"\n'],
  ])('%s', (_, node, text) => {
    expect(printYaml(node)).toBe(text);
  });

  test('an escaped brace makes no placeholder, and none comes of it', () => {
    expect(reprinted('a: "{\\x7bx}}"\n')).toBe('a: "{\\x7bx}}"\n');
  });
});

test('comments are found in a template that is no YAML yet', () => {
  expect(findComments('a: {{x}} and {{y}} # {{z}}\n').map(({ text }) => text)).toEqual(['# {{z}}']);
});
