import { toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';

/** The problems of a text, each with the part of the text it points at. */
function problemsOf(text: string): string[] {
  return parseYaml(text).problems.map(
    ({ message, offset, length }) => `${text.slice(offset, offset + length)} ⇒ ${message}`,
  );
}

describe('text ⇒ what is told about it', () => {
  test.each`
    text                       | problem
    ${''}                      | ${'There is nothing in this text but white space and comments.'}
    ${'# only a comment\n'}    | ${'There is nothing in this text'}
    ${'a:\n\tb: 1'}            | ${'b: 1 ⇒ A tab stands where the indentation is.'}
    ${'name: a: b'}            | ${'the value before it needs double quotes'}
    ${'a: 1\n b: 2'}           | ${'Either the indentation differs from that of its neighbours'}
    ${'- "x"\n - y'}           | ${'Start each item with "- "'}
    ${'a: 1\nb\nc: 2'}         | ${'A key has to stand on one line'}
    ${'a: "open'}              | ${'A quote is opened here or before and never closed.'}
    ${'a: [1, 2'}              | ${'A "[" or "{" is opened and never closed.'}
    ${'a: ["1" "2"]'}          | ${'A comma is missing or stands twice'}
    ${'a: "\\d"'}              | ${'For the "\\" itself write "\\\\".'}
    ${'a: %s'}                 | ${'%s ⇒ A value cannot begin with "%" in YAML.'}
    ${'a: @b'}                 | ${'@b ⇒ A value cannot begin with "@" in YAML.'}
    ${'a: \u0000'}             | ${'An invisible control character stands here.'}
    ${'a: !secret b'}          | ${'!secret ⇒ "!secret" names a type that is not known here'}
    ${'a: !!int b'}            | ${'!!int ⇒ "!!int" names a type that is not known here or does not fit the value.'}
    ${'a: *b'}                 | ${'*b ⇒ "*b" repeats a part named "&b", and no part before it has that name.'}
    ${'a: &a\n  b: *a'}        | ${'*a ⇒ "*a" repeats the part it stands in, which would never end.'}
    ${'[a]: 1'}                | ${'[a] ⇒ A key has to be a name; here it is a list.'}
    ${'a: 1\n---\nb: 2'}       | ${'--- ⇒ A second document starts here, and a file holds only one.'}
    ${'a: 1\nb: 2\na: 3'}      | ${'a ⇒ The key "a" stands twice in the same block: on line 1 and on line 3.'}
    ${'1: x\n"1": y'}          | ${'"1" ⇒ The key "1" stands twice'}
    ${'name: {{flow_name}}'}   | ${'{{flow_name}} ⇒ The placeholder {{flow_name}} has no value yet. Apply the substitutions first (key "flow_name")'}
    ${'{{category}}:\n  a: 1'} | ${'{{category}} ⇒ The placeholder {{category}} has no value yet.'}
    ${'name: {{a}} and {{b}}'} | ${'{{a}} ⇒ The placeholder {{a}} has no value yet.'}
  `('$text', ({ text, problem }) => {
    expect(problemsOf(text as string)).toEqual([expect.stringContaining(problem as string)]);
  });

  test('all that is wrong is told at once, in the order of the text', () => {
    expect(problemsOf('a: {{x}}\nb: 1\nb: 2\nc: *d\n').map((problem) => problem.split(' ')[0])).toEqual([
      '{{x}}',
      'b',
      '*d',
    ]);
  });

  test('a problem names the file it was given', () => {
    expect(parseYaml('a: [', 'flow.yaml').problems[0]?.file).toBe('flow.yaml');
  });
});

describe('what can still be read is read', () => {
  test.each`
    text                          | data                                  | rule
    ${'a: 1\na: 2\nb: 3'}         | ${{ a: 1, b: 3 }}                     | ${'of a key that stands twice, the first'}
    ${'{{a}}: {{b}}\nc: [{{d}}]'} | ${{ '{{a}}': '{{b}}', c: ['{{d}}'] }} | ${'a placeholder, as the text it is'}
    ${'a: 1\n---\nb: 2'}          | ${{ a: 1 }}                           | ${'of several documents, the first'}
    ${'a: !secret b'}             | ${{ a: 'b' }}                         | ${'a value of an unknown type, without its type'}
    ${'a: *b\nc: 1'}              | ${{ a: null, c: 1 }}                  | ${'an alias of nothing, as null'}
  `('$rule', ({ text, data }) => {
    const { root } = parseYaml(text as string);
    expect(root && toData(root)).toEqual(data);
  });
});

describe('texts made to cost more than they weigh', () => {
  const laughs = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`);
  const chain = Array.from({ length: 300 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`);

  test.each([
    ['aliases of aliases', `a0: &a0 [x]\n${laughs.join('\n')}`, 'aliases may repeat 100000 values in all'],
    ['aliases that nest ever deeper', `a0: &a0 [x]\n${chain.join('\n')}`, 'deeper than 200 levels'],
    ['brackets that nest ever deeper', '['.repeat(10_000), 'deeper than 200 levels'],
    ['more text than any flow has', `a: ${'x'.repeat(5_000_000)}`, 'at most 4194304 are read'],
  ])('%s are refused', (_, text, problem) => {
    expect(parseYaml(text).problems[0]?.message).toContain(problem);
  });

  test('each of many unknown types is told', () => {
    expect(parseYaml('- !x 1\n'.repeat(100)).problems).toHaveLength(100);
  });
});
