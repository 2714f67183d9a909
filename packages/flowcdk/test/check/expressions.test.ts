import { expressionOf, literal, prompt, textToSpeech } from '../../src/architect/values';
import {
  type Constant,
  constantOf,
  expressionIn,
  type ReadExpression,
  readExpression,
} from '../../src/check/expressions';
import { flowIn } from './graph/private/edges';
import { workflow } from './graph/private/flows';

const flow = flowIn(
  workflow('- endWorkflow: { name: End }', {
    variables: `
- booleanVariable: { name: Flow.flag }
- integerVariable: { name: Flow.n }
- stringVariable: { name: Flow.text }`,
  }),
);

const read = (text: string): ReadExpression => readExpression(expressionOf(text), { flow });

/** The value that an expression has in every run. */
function constant(text: string): Constant | undefined {
  const { root } = read(text);
  if (!root) throw new Error(`${text} cannot be read`);
  return constantOf(root);
}

test.each<[text: string, value: unknown]>([
  ['1', 1],
  ['"a"', 'a'],
  ['1 == 1', true],
  ['1 == 2', false],
  ['2 * 3 + 1', 7],
  ['Append("a", "b")', 'ab'],
  ['true or Flow.flag', true],
  ['false and Flow.flag', false],
  ['false or true', true],
  ['false or false', false],
  ['true and false', false],
  ['true and true', true],
  ['If(true, 1, Flow.n)', 1],
  ['If(false, Flow.n, 2)', 2],
  ['If(Flow.flag, NOT_SET, NOT_SET)', null],
  ['If(1 == 1, If(false, Flow.n, 3), Flow.n)', 3],
])('%s is %j in every run', (text, value) => expect(constant(text)).toEqual({ value }));

test.each([
  'Flow.n',
  'Flow.n + 1',
  'Flow.n == 1',
  'IsNotSetOrEmpty(Flow.text)',
  'If(Flow.flag, true, false) == true',
  'IsSet(FindQueue("Sales"))',
  'IsSet(PromptSystem.processing)',
  'Flow.flag or true',
  'Flow.flag and false',
  'true and Flow.flag',
  'false or Flow.flag',
  'If(Flow.flag, 1, 2)',
  'If(Flow.flag, NOT_SET, "a")',
  'If(Flow.flag, "a", NOT_SET)',
  'If(true, Flow.n, 1)',
  'Append("a", Append("b", Flow.text))',
  'GetCurrentDateTimeUtc()',
  'ToInt("x")',
])('%s depends on the run, or has no value', (text) => expect(constant(text)).toBeUndefined());

test('what is deep is not computed', () => {
  const nested = (depth: number): string => (depth === 0 ? '1' : `If(true, ${nested(depth - 1)}, 2)`);
  expect(constant(nested(50))).toEqual({ value: 1 });
  expect(constant(nested(51))).toBeUndefined();
  const chain = (operators: number): string => `${'true and '.repeat(operators)}false`;
  expect(constant(chain(50))).toEqual({ value: false });
  expect(constant(chain(51))).toBeUndefined();
  const otherwise = (depth: number): string => (depth === 0 ? '1' : `If(false, 2, ${otherwise(depth - 1)})`);
  expect(constant(otherwise(50))).toEqual({ value: 1 });
  expect(constant(otherwise(51))).toBeUndefined();
});

test('what is long is not computed', () => {
  const long = (length: number): string => `Lower("${'A'.repeat(length - 'Lower("")'.length)}")`;
  expect(constant(long(300))).toEqual({ value: 'a'.repeat(291) });
  expect(constant(long(301))).toBeUndefined();
});

test('an expression stands in a value, or in the prompt of one', () => {
  const node = expressionOf('Flow.text');
  expect(expressionIn(node)).toBe(node);
  expect(expressionIn(prompt(node as never))).toBe(node);
  expect(expressionIn(prompt('Prompt.hello'))).toBeUndefined();
  expect(expressionIn(literal('a'))).toBeUndefined();
  expect(expressionIn(textToSpeech('a'))).toBeUndefined();
});

test.each([
  ['Flow.text + Other.x', 'variable'],
  ['NoSuchFunction(1)', 'function'],
  ['Flow.text.nothing', 'property'],
  ['Flow.text * 2', 'type'],
  ['NOT_SET + 1', 'notSet'],
])('what is wrong with %s is a matter of: %s', (text, about) =>
  expect([...new Set(read(text).problems.map((problem) => problem.about))]).toEqual([about]),
);

test('what cannot be read has an error and no parts', () => {
  const { tree, root, parts, problems, error } = read('Flow.text +');
  expect([tree, root, parts, problems]).toEqual([undefined, undefined, [], []]);
  expect(error?.message).toMatch(/./);
});

test('the parts are the whole and everything in it, in the order of the text', () => {
  const { parts, root } = read('If(Flow.flag and true, Append("a", Flow.text), "b")');
  expect(parts[0]).toBe(root);
  expect(parts.map(({ kind }) => kind)).toEqual([
    'choice',
    'and',
    'read',
    'constant',
    'call',
    'constant',
    'read',
    'constant',
  ]);
});

test('an expression is read once', () => {
  const node = expressionOf('1 + 1');
  expect(readExpression(node, { flow })).toBe(readExpression(node, { flow }));
});
