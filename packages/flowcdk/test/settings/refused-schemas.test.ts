import { type TSchema, Type } from '@sinclair/typebox';
import { FlowcdkError } from '../../src/ground/finding';
import { line, list, patternedText, settings, wholeNumber } from '../../src/settings';

// What a schema says and no settings file can hold, or nobody would tell, is refused where the schema is written.

const refusal = (define: () => unknown): FlowcdkError => {
  try {
    define();
  } catch (error) {
    if (error instanceof FlowcdkError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

const amount = wholeNumber('Amount', 'How many, 1 to 9.', { minimum: 1, maximum: 9, default: 1 });

test.each<[string, TSchema, string]>([
  ['a type that YAML does not have', Type.Date(), 'own: nothing in a YAML file is of type Date'],
  ['a function', Type.Function([], Type.String()), 'own: nothing in a YAML file is of type Function'],
  ['a format', Type.String({ format: 'email' }), 'own: the format email is not understood'],
  ['a keyword', Type.String({ contentEncoding: 'base64' }), 'own: contentEncoding is not understood'],
  ['an intersection', Type.Intersect([Type.Object({}), Type.Object({})]), 'own: allOf is not understood'],
  ['a pattern', Type.String({ pattern: '(' }), 'own: ( is no regular expression'],
  ['a pattern of a name', Type.Object({}, { patternProperties: { '[': {} } }), 'own: [ is no regular expression'],
  ['a transform', Type.Transform(Type.String()).Decode(Number).Encode(String), 'own: a transform is never carried out'],
  ['a default of entries of a list', list('List', 'A list.', amount, { atMost: 3 }), 'own.*: has a default that'],
  ['a default of a branch', Type.Union([Type.Object({ amount }), Type.Null()]), 'own.amount: has a default that'],
  ['something deep inside', Type.Object({ a: Type.Array(Type.Object({ b: Type.Date() })) }), 'own.a.*.b: nothing in'],
])('%s is refused by name', (_, own, expected) => {
  expect(refusal(() => settings({ own })).message).toContain(expected);
});

test('everything that is refused is told at once, each with the line that defines the settings', () => {
  const { findings } = refusal(() => settings({ a: Type.Date(), b: { c: 1 } as unknown as TSchema }));

  expect(findings).toMatchObject([
    { rule: 'settings-schema', path: 'a', at: { file: __filename } },
    { rule: 'settings-schema', path: 'b', message: 'c is not understood' },
  ]);
});

test('a name that comes with Flowcdk is refused', () => {
  // @ts-expect-error -- the compiler says so, too
  const define = () => settings({ provider: line('Provider', 'Who it is.', { example: 'us' }) });

  expect(refusal(define).findings).toMatchObject([
    { message: 'the setting provider comes with Flowcdk', at: { file: __filename } },
  ]);
});

test('flags of a pattern are refused: editors have none', () => {
  const define = () => patternedText('Code', 'A code.', { pattern: /^[a-z]$/i, allowed: 'a letter', example: 'a' });

  expect(refusal(define).findings).toMatchObject([
    { message: 'the pattern /^[a-z]$/i has flags', at: { file: __filename } },
  ]);
});
