import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchema, type JsonSchema } from 'flowcdk/settings';
import { settingsSchema } from '../../src/settings';

// What is made of the schema, and what an administrator and an editor can expect of it.

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const schema = editorSchema(settingsSchema);

// After a change of the schema: npm run settings-schema
test('the file that editors read says what the code says', () => {
  expect(JSON.parse(read('src/settings/settings.schema.json'))).toEqual(schema);
});

test('settings.yaml tells editors where that file is', () => {
  expect(read('settings.yaml')).toMatch(
    /^# yaml-language-server: \$schema=\.\/src\/settings\/settings\.schema\.json\n/,
  );
});

const formats = { date: true, 'time-zone': true, uri: true } as const;

test('the schema is a schema', () => {
  expect(new Ajv({ formats, strict: false }).validateSchema(schema)).toBe(true);
});

const named = settingNames(schema);

test.each(named)('$path is explained', ({ schema }) => {
  expect(schema.title).toMatch(/\S/);
  expect(schema.description).toMatch(/[.…]$/);
});

const leaves = named.filter(({ schema }) => schema.type === 'string' || schema.type === 'integer');

test.each(leaves)('the examples of $path are valid', ({ schema }) => {
  const ajv = new Ajv({ formats, strict: false });

  expect(schema.examples).not.toEqual([]);
  expect(schema.examples?.map((example) => ajv.validate(schema, example))).toEqual(schema.examples?.map(() => true));
});

interface Named {
  readonly path: string;
  readonly schema: JsonSchema;
}

function settingNames({ properties = {}, items = [], additionalProperties }: JsonSchema, above = ''): readonly Named[] {
  const inside = [[items].flat(), typeof additionalProperties === 'object' ? [additionalProperties] : []].flat();
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => {
      const path = above === '' ? name : `${above}.${name}`;
      return [{ path, schema }, ...settingNames(schema, path)];
    }),
    ...inside.flatMap((schema) => settingNames(schema, above)),
  ];
}
