import { parse, print } from '../../../src/architect/expressions';
import { expressionLines } from '../../../src/inspect/flow/expression-lines';
import { corpus, describeCorpus } from '../../private/corpus';
import { readFile } from '../../../src/check/project';
import { actionsOfFlow } from '../../../src/inspect/flow/flow-model';
import { readFlowModel } from '../../../src/inspect/flow/read-flow-model';

const lines = (text: string) => expressionLines(text, 30).join('\n');

test.each([
  ['what fits', 'Length(Flow.name) > 3', 'Length(Flow.name) > 3'],
  [
    'arguments',
    'If(Flow.isKnown, "Good to hear from you", "Hello")',
    `If(
  Flow.isKnown,
  "Good to hear from you",
  "Hello"
)`,
  ],
  [
    'operators, those that bind least first',
    'Flow.isKnown and Flow.count > 1 or Flow.isUrgent and Flow.count > 3',
    `Flow.isKnown
  and Flow.count > 1
  or Flow.isUrgent
    and Flow.count > 3`,
  ],
  [
    'a property of a result',
    'GetJsonObjectProperty(Flow.answer, "a long name").text',
    `GetJsonObjectProperty(
  Flow.answer,
  "a long name"
).text`,
  ],
  [
    'commas and operators in a text',
    '"one, two (three) or four + five, six"',
    '"one, two (three) or four + five, six"',
  ],
  ['a quote in a text', 'Append("a \\", b", Flow.someLongName)', 'Append(\n  "a \\", b",\n  Flow.someLongName\n)'],
])('%s', (_, text, expected) => {
  expect(lines(text)).toBe(expected);
});

describeCorpus('expressions of published flows', () => {
  test('read back to the same', () => {
    const expressions = [...corpus].flatMap(([name, yaml]) =>
      actionsOfFlow(readFlowModel(readFile(name, yaml)))
        .flatMap(({ settings }) => settings)
        .filter(({ kind, type }) => kind === 'expression' && type !== undefined)
        .map(({ text }) => text),
    );

    expect(expressions.filter((text) => print(parse(lines(text))) !== print(parse(text)))).toEqual([]);
    expect(expressions.filter((text) => lines(text).includes('\n')).length).toBeGreaterThan(50);
  });
});
