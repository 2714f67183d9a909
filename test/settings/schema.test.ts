import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, settingsSchema } from '../../src/settings/schema';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the file that editors read says what the code says', () => {
  // After a change of schema.ts, write what is expected here into the file and let prettier lay it out.
  expect(JSON.parse(read('src/settings/settings.schema.json'))).toEqual(JSON.parse(JSON.stringify(settingsSchema)));
});

test('the schema is a schema', () => {
  expect(
    new Ajv({ formats: { date: true, 'time-zone': true, uri: true }, strict: false }).validateSchema(settingsSchema),
  ).toBe(true);
});

const page = read('docs/settings.md');
const named = settingNames(settingsSchema);

test.each(named)('$path is explained, to an editor and on the page', ({ name, schema }) => {
  expect(schema.title).toMatch(/\S/);
  expect(schema.description).toMatch(/[.…]$/);
  expect(page).toContain(`\`${name}\``);
});

test.each(named.filter(({ schema }) => schema.default !== undefined && schema.type !== 'array'))(
  '$path says its default',
  ({ schema }) => {
    expect(schema.description).toContain(`If left out: ${schema.default}.`);
  },
);

const leaves = named.filter(({ schema }) => schema.type === 'string' || schema.type === 'integer');

test.each(leaves)('the examples of $path are valid', ({ schema }) => {
  const ajv = new Ajv({ formats: { date: true, 'time-zone': true, uri: true }, strict: false });

  expect(schema.examples).not.toEqual([]);
  expect(schema.examples?.map((example) => ajv.validate(schema, example))).toEqual(schema.examples?.map(() => true));
});

interface Named {
  readonly path: string;
  readonly name: string;
  readonly schema: Schema;
}

function settingNames(schema: Schema, above = ''): Named[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return [{ path, name, schema: inner }, ...settingNames(inner, path)];
  });
  return schema.items ? [...own, ...settingNames(schema.items, above)] : own;
}
