import { type TSchema, Type } from '@sinclair/typebox';
import Ajv from 'ajv';
import fc from 'fast-check';
import { isDate, isTimeZone } from '../../src/ground/calendar';
import { editorSchema, type JsonSchema, type WrittenValue } from '../../src/settings';
import { misfits } from '../../src/settings/misfits';
import { bakerySchema } from './private/bakery';
import { runs } from '../private/thorough';

// What fits a schema is what JSON Schema says. The judge is Ajv, which implements all of it.

function judge(schema: JsonSchema): (value: unknown) => boolean {
  const ajv = new Ajv({ strict: false, useDefaults: true, multipleOfPrecision: 9 });
  ajv.addFormat('date', isDate);
  ajv.addFormat('time-zone', isTimeZone);
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  return ajv.compile(schema);
}

const asJson = (schema: TSchema): JsonSchema => schema as unknown as JsonSchema;

const closed = { additionalProperties: false };
const everyKeyword = asJson(
  Type.Object(
    {
      text: Type.Optional(Type.String({ minLength: 1, maxLength: 2, pattern: '^\\D*$' })),
      range: Type.Optional(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 2, multipleOf: 0.5 })),
      whole: Type.Integer({ minimum: 0, maximum: 2, default: 1 }),
      pair: Type.Optional(Type.Tuple([Type.Integer(), Type.String()])),
      list: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 3, uniqueItems: true })),
      one: Type.Optional(Type.Union([Type.Literal('a'), Type.Null(), Type.Object({ b: Type.Literal(1) })])),
      few: Type.Optional(Type.Object({ a: Type.Integer() }, { ...closed, minProperties: 1, maxProperties: 2 })),
      named: Type.Optional(Type.Record(Type.String({ pattern: '^a' }), Type.Boolean(), closed)),
      others: Type.Optional(
        Type.Object({}, { additionalProperties: Type.Integer(), propertyNames: Type.String({ maxLength: 1 }) }),
      ),
    },
    closed,
  ),
);

/** Values of all kinds, made of few parts, so that many of them fit. */
const anyValue: fc.Arbitrary<WrittenValue> = fc.letrec<{ value: WrittenValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<WrittenValue>('a', 'ab', 'abc', '1', '', '😀😀', '2026-02-30', 'https://a.example', null, true),
    fc.constantFrom<WrittenValue>(0, 1, 2, -1, 0.5, 1.5, 0.7, 1e300),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'c', '__proto__', 'constructor'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

test('any values under every keyword fit here where they fit there', () => {
  const fits = judge(everyKeyword);
  const names = fc.constantFrom(...Object.keys(everyKeyword.properties ?? {}), 'unknown');
  const counts = { fit: 0, misfit: 0 };
  const property = fc.property(fc.dictionary(names, anyValue, { maxKeys: 2 }), (value) => {
    const [ours, theirs] = [structuredClone(value), structuredClone(value)];
    const expected = fits(theirs);
    counts[expected ? 'fit' : 'misfit'] += 1;

    expect(misfits(everyKeyword, ours).length === 0).toBe(expected);
    if (expected) expect(ours).toEqual(theirs);
  });
  fc.assert(property, { seed: 11, numRuns: runs(400, 5_000) });

  expect(Math.min(counts.fit, counts.misfit)).toBeGreaterThan(runs(40, 500));
});

const valid = {
  provider: { region: 'eu-central-1' },
  backend: { s3: { bucket: 'b', key: 'k', region: 'r', encrypt: true } },
  check: { 'constant-condition': 'off' },
  silenced: [{ rule: 'constant-condition', path: '*', reason: 'It is meant.' }],
  shop: { name: 'North', telephone: '+442079460101', timeZone: 'Europe/Paris', opens: '06:30', closes: '18:00' },
  breads: [{ name: 'Rye', code: 'RY1', price: 4, oven: 'stone' }],
  ovens: { stone: { degrees: 250 }, gas: {} },
};

/** Every place inside of a value, itself not among them. */
function places(value: WrittenValue, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [[...path, name], ...places(inner, [...path, name])]);
}

/** The valid settings with something else at a place, or with nothing there. */
function validBut(path: readonly string[], by: WrittenValue | undefined): WrittenValue {
  const copy: WrittenValue = structuredClone(valid);
  let parent = copy as { [name: string]: WrittenValue };
  for (const step of path.slice(0, -1)) parent = parent[step] as { [name: string]: WrittenValue };
  const last = path.at(-1) ?? '';
  if (by !== undefined) parent[last] = structuredClone(by);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

test('valid settings with something else at one place fit here where they fit there', () => {
  const fits = judge(editorSchema(bakerySchema));
  const other = fc.option(anyValue, { nil: undefined });
  const property = fc.property(fc.constantFrom(...places(valid)), other, (path, by) => {
    const [ours, theirs] = [validBut(path, by), validBut(path, by)];
    const expected = fits(theirs);

    expect(misfits(asJson(bakerySchema.schema), ours).length === 0).toBe(expected);
    if (expected) expect(ours).toEqual(theirs);
  });
  fc.assert(property, { seed: 11, numRuns: runs(400, 5_000) });
});

test('what fits gets its defaults, and a copy of each', () => {
  const [a, b]: [WrittenValue, WrittenValue] = [{}, {}];
  const schema: JsonSchema = { type: 'object', properties: { list: { type: 'array', default: [] } } };
  misfits(schema, a);
  misfits(schema, b);

  expect(a).toEqual({ list: [] });
  expect((a as { list?: unknown }).list).not.toBe((b as { list?: unknown }).list);
});

test('a default does not count among the names that have to be there', () => {
  const schema = asJson(Type.Object({ a: Type.Integer({ default: 0 }) }, { minProperties: 1 }));

  expect(misfits(schema, {})).toMatchObject([{ keyword: 'minProperties' }]);
});
