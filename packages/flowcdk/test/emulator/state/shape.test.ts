import type { JsonObject } from '../../../src/emulator/state/json';
import {
  anything,
  type BodyOf,
  bodyOnly,
  defaultsOf,
  fieldsThatAre,
  filled,
  listOf,
  mapOf,
  numeric,
  object,
  oneOf,
  orZero,
  otherwise,
  readBody,
  readOnly,
  type RecordOf,
  required,
  schemaOf,
  secretText,
  text,
  whole,
  yesNo,
} from '../../../src/emulator/state/shape';
import { problemsIn } from './private/table-test';

const shape = {
  name: required(text(5)),
  level: otherwise(oneOf('low', 'high'), 'low'),
  owner: filled(object({ id: required(text()) })),
  count: whole(0, 9),
  secret: bodyOnly(text()),
  members: readOnly(listOf(text())),
};

describe('text that is exactly a number or a boolean is read as one', () => {
  test.each([
    ['true', yesNo, true],
    ['false', yesNo, false],
    ['12', whole(), 12],
    ['-1', whole(), -1],
    ['0.5', numeric(0, 1), 0.5],
    ['1e2', numeric(0), 100],
    ['0', orZero(whole(7)), 0],
    ['7', orZero(whole(7)), 7],
  ])('%j', (written, field, value) => {
    expect(readBody({ field: written }, { field }).body).toEqual({ field: value });
  });

  test.each([
    ['True', yesNo, 'true or false'],
    ['1', yesNo, 'true or false'],
    ['', whole(), 'a whole number'],
    [' 5', whole(), 'a whole number'],
    ['05', whole(), 'a whole number'],
    ['0x1', whole(), 'a whole number'],
    ['1.5', whole(), 'a whole number'],
    ['Infinity', numeric(0), 'a number of at least 0'],
    ['1e999', numeric(0), 'a number of at least 0'],
  ])('%j is not', (written, field, expected) => {
    expect(problemsIn({ field }, { field: written })).toEqual([
      `field is ${JSON.stringify(written)}; expected ${expected}`,
    ]);
  });

  test('in lists, maps and objects, too', () => {
    const nested = { list: listOf(whole()), map: mapOf(yesNo), object: object({ in: object({ it: numeric(0) }) }) };
    const written = { list: ['1', 2], map: { a: 'true' }, object: { in: { it: '0.5' } } };

    expect(readBody(written, nested).body).toEqual({ list: [1, 2], map: { a: true }, object: { in: { it: 0.5 } } });
  });

  test('where any text or any value may stand, text stays text', () => {
    expect(readBody({ a: '5', b: 'true' }, { a: text(), b: anything }).body).toEqual({ a: '5', b: 'true' });
  });
});

test('all that is wrong is said at once, in the order of the shape', () => {
  expect(problemsIn(shape, { count: 10, level: 'middle' })).toEqual([
    'name is missing; expected a text of at most 5 characters',
    'level is "middle"; expected one of low, high',
    'count is 10; expected a whole number from 0 to 9',
  ]);
});

test('fields that the shape does not name stay, or are refused', () => {
  expect(readBody({ name: 'a', other: { deep: [1] } }, shape).body).toEqual({ name: 'a', other: { deep: [1] } });
  expect(readBody({ name: 'a', cuont: 1 }, shape, 'refused').problems).toMatchObject([
    { field: 'cuont', message: expect.stringContaining('Did you mean count?') as string },
  ]);
});

test('null counts as absent, in objects inside, too', () => {
  expect(readBody({ name: 'a', count: null, owner: { id: 'x', other: null } }, shape).body).toEqual({
    name: 'a',
    owner: { id: 'x', other: null },
  });
});

test('what only the org sets is ignored, whatever its form', () => {
  expect(readBody({ name: 'a', members: 5 }, shape).body).toEqual({ name: 'a' });
  expect(fieldsThatAre('readOnly', shape)).toEqual(['members']);
  expect(fieldsThatAre('bodyOnly', shape)).toEqual(['secret']);
});

test('defaults are those of the shape', () => {
  expect(defaultsOf(shape)).toEqual({ level: 'low' });
});

test('a list has a most', () => {
  expect(problemsIn({ list: listOf(whole(), 2) }, { list: [1, 2, 3] })).toEqual([
    'list has 3 entries; expected at most 2',
  ]);
});

test('a secret is not repeated', () => {
  expect(problemsIn({ field: secretText(3) }, { field: 'hunter2' }).join()).not.toContain('hunter2');
});

test('the JSON schema has what a body may say', () => {
  expect(schemaOf(shape)).toMatchObject({
    required: ['name'],
    properties: { level: { enum: ['low', 'high'] }, count: { type: 'integer', minimum: 0, maximum: 9 } },
  });
  expect(Object.keys(schemaOf(shape)['properties'] as JsonObject)).not.toContain('members');
});

test('types come from the shape', () => {
  const body: BodyOf<typeof shape> = { name: 'a' };
  const record: RecordOf<typeof shape> = { name: 'a', level: 'high', owner: { id: 'x' } };
  const level: 'low' | 'high' = record.level;
  const maybe: 'low' | 'high' | undefined = body.level;
  // @ts-expect-error A record has what the org fills in.
  const unfilled: RecordOf<typeof shape> = { name: 'a', level: 'low' };
  // @ts-expect-error A body must have a name.
  const unnamed: BodyOf<typeof shape> = {};
  // @ts-expect-error A body has no members.
  const members = body.members;
  // @ts-expect-error A record has no secret.
  const { secret } = record;
  // @ts-expect-error There is no such level.
  otherwise(oneOf('low', 'high'), 'middle');

  expect([level, maybe, members, secret]).toEqual(['high', undefined, undefined, undefined]);
  expect([unfilled, unnamed]).toHaveLength(2);
});
