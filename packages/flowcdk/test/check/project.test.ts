import { problemTexts, readFile } from '../../src/check/project';

/** The name of the flow in a text, and what is wrong with its YAML. */
function read(text: string): readonly [name: string | undefined, problems: number, placeholders: number | undefined] {
  const { flow, yamlProblems, placeholders } = readFile('flow.yaml', text);
  return [flow && flow.kind !== 'unknown' ? flow.name : undefined, yamlProblems.length, placeholders?.length];
}

test.each<[what: string, name: string, expected: ReturnType<typeof read>]>([
  ['a text without placeholders has none', 'one', ['one', 0, undefined]],
  ['a placeholder in quotes stays', '"{{a}} b"', ['{{a}} b', 0, 1]],
  ['placeholders that are text of the YAML stay', '{{a}} and {{b}}', ['{{a}} and {{b}}', 0, 2]],
  ['a placeholder that breaks the syntax has a stand-in, and is no problem', '&{{a}} one {{b}}', ['one __b__', 0, 2]],
  ['a text that is no YAML has no flow', '"one', [undefined, 1, undefined]],
  ['a text that is no YAML even with stand-ins has none, either', '&{{a}} "one', [undefined, 1, 1]],
])('%s', (_, name, expected) => {
  const [flow, problems, placeholders] = read(`workflow:\n  name: ${name}\n`);
  expect([flow, Math.min(problems, 1), placeholders]).toEqual(expected);
});

test('what is wrong with a file has its place', () => {
  expect(problemTexts(readFile('flow.yaml', 'workflow:\n  name: [\n'))).toEqual([
    expect.stringMatching(/^line \d, column \d: ./),
  ]);
  expect(problemTexts(readFile('flow.yaml', 'workflow:\n  name: x\n  nam: y\n'))).toEqual([
    expect.stringMatching(/^line 3, column 3: unknown key nam/),
  ]);
});
