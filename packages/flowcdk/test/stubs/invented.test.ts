import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedOfSchema, inventedOfType, inventionTable } from '../../src/stubs/invented';

const MONDAY = { now: Date.UTC(2026, 0, 5, 10) };

test.each([
  ['string', 'customer.name', 'name'],
  ['integer', 'age', 1],
  ['boolean', 'isKnown', true],
  ['dateTime', 'since', '2026-01-05T10:00:00Z'],
  ['stringCollection', 'names', ['names']],
  ['queue', 'target', undefined],
])('a %s is invented', (type, name, value) => {
  expect(inventedOfType(type, name, MONDAY)).toEqual(value);
});

test.each([
  [{ type: 'string' }, 'city'],
  [{ type: ['null', 'integer'], minimum: 5 }, 5],
  [{ enum: ['gold', 'silver'] }, 'gold'],
  [{ type: 'string', format: 'date-time' }, '2026-01-05T10:00:00Z'],
  [{ type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } }, [{ id: 1 }]],
  [{ properties: { a: { properties: { b: {} } } } }, { a: { b: 'b' } }],
])('a value of the schema %j is invented', (schema, value) => {
  expect(inventedOfSchema(schema, 'city', MONDAY)).toEqual(value);
});

test('docs/existing-flows.md has the table (UPDATE_DOCS=1 writes it)', () => {
  const page = join(__dirname, '../../../../docs/existing-flows.md');
  const text = readFileSync(page, 'utf8');
  const marked = /(<!-- invented values -->\n)[^]*(\n<!-- end of invented values -->)/;
  expect(text).toMatch(marked);
  const written = text.replace(marked, (_, begin: string, end: string) => `${begin}\n${inventionTable()}\n${end}`);
  if (process.env['UPDATE_DOCS']) writeFileSync(page, written);

  expect(readFileSync(page, 'utf8')).toBe(written);
});
