import { Type } from '@sinclair/typebox';
import { line, list, loadSettings, settings } from '../../src/settings';
import { findingsOf, inFolder } from './private/settings-folder';

// Schemas of TypeBox stand among ours: what ours cannot say, they can.

const schema = settings({
  ratio: Type.Number({ exclusiveMinimum: 0, maximum: 1, default: 0.5, description: 'Share of calls.' }),
  step: Type.Optional(Type.Integer({ multipleOf: 5, minimum: 5 })),
  pin: Type.Optional(Type.String({ minLength: 4, maxLength: 6, pattern: '^\\d*$' })),
  mode: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('night')])),
  version: Type.Optional(Type.Literal(2)),
  wait: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Literal('forever')])),
  point: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
  limits: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z]+$' }), Type.Integer(), { additionalProperties: false }),
  ),
  sizes: Type.Optional(Type.Object({ small: Type.Integer() }, { minProperties: 1, maxProperties: 2 })),
  tags: Type.Optional(Type.Array(line('Tag', 'A word.', { example: 'fast' }), { uniqueItems: true })),
  target: Type.Optional(
    Type.Union([
      Type.Object({ kind: Type.Literal('queue'), queue: Type.String() }, { additionalProperties: false }),
      Type.Object({ kind: Type.Literal('number'), number: Type.String() }, { additionalProperties: false }),
    ]),
  ),
  nested: Type.Optional(
    Type.Object({
      names: list('Names', 'Names.', Type.String(), { atMost: 2 }),
      level: Type.Integer({ default: 1 }),
    }),
  ),
});

const files = (own: string) => ({ 'settings.yaml': `provider: { region: eu-central-1 }\n${own}\n` });

test('defaults are there, whoever says them', () => {
  const { settings: loaded } = inFolder(files('nested: { names: [a] }'), (folder) => loadSettings(schema, { folder }));

  expect(loaded).toMatchObject({ ratio: 0.5, nested: { names: ['a'], level: 1 } });
});

it.each([
  [
    'an end of a range that does not count',
    'ratio: 0',
    'ratio: the number 0 is not allowed: it has to be more than 0 and at most 1',
  ],
  ['a multiple', 'step: 7', 'step: the number 7 is not allowed: it has to be a multiple of 5'],
  ['a range with one end', 'step: 0', 'step: the number 0 is not allowed: it has to be at least 5'],
  ['a text that is too short', 'pin: "12"', 'pin: "12" is not allowed: it has to be at least 4 characters long'],
  [
    'a text that is too long',
    'pin: "1234567"',
    'pin: "1234567" is not allowed: it has to be at most 6 characters long',
  ],
  ['a pattern without words', 'pin: abcd', 'pin: "abcd" is not allowed: it has to be a text that matches ^\\d*$'],
  ['a union of words', 'mode: nihgt', 'mode: "nihgt" is not known here\n    Did you mean night? Allowed: day, night.'],
  ['a block for a word', 'mode: { a: 1 }', 'mode: {"a":1} is not known here\n    Allowed: day, night.'],
  ['a list for a word', 'mode: [day]', 'mode: ["day"] is not known here\n    Allowed: day, night.'],
  ['a single value', 'version: 3', 'version: "3" is not known here\n    Did you mean 2? Allowed: 2.'],
  [
    'a union of types: the type that was meant speaks',
    'wait: 0',
    'wait: the number 0 is not allowed: it has to be at least 1',
  ],
  ['a union of types: none was meant', 'wait: [1]', 'wait: has to be a whole number or forever, not a list'],
  ['a tuple that is too short', 'point: [1]', 'point: has one entry; allowed: exactly 2'],
  ['a tuple that is too long', 'point: [1, 2, 3]', 'point: has 3 entries; allowed: exactly 2'],
  ['a part of a tuple', 'point: [1, two]', 'point[#2]: has to be a number, not "two"'],
  [
    'a name of a record',
    'limits: { A1: 1 }',
    'limits.A1: "A1" cannot be a name here\n    Allowed: names that match ^[a-z]+$.',
  ],
  ['a value of a record', 'limits: { a: x }', 'limits.a: has to be a whole number, not "x"'],
  ['too many names', 'sizes: { small: 1, b: 2, c: 3 }', 'sizes: has 3 entries; allowed: 1 to 2'],
  [
    'an entry that stands twice',
    'tags: [a, b, a]',
    'tags[#3]: the entry "a" is given twice, first on line 2 (tags[#1])',
  ],
  [
    'a union of blocks: the block with the right word speaks',
    'target: { kind: queue, number: "1" }',
    'target.queue: queue is missing',
    'target.number: there is no setting "number" here',
  ],
  [
    'a union of blocks: the word is of none of them',
    'target: { kind: quue }',
    'target.kind: "quue" is not known here\n    Did you mean queue? Allowed: queue, number.',
  ],
  [
    'a union of blocks: something else stands there',
    'target: queue',
    'target: has to be a block with kind, queue or a block with kind, number, not "queue"',
  ],
  ['a block inside of a block', 'nested: { names: [] }', 'nested.names: has nothing in it; allowed: 1 to 2'],
])('%s is told', (_, own, ...expected) => {
  const messages = findingsOf(schema, files(own));

  expect(messages).toEqual(expected.map((words) => expect.stringContaining(words)));
});
