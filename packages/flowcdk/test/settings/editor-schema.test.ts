import { Type } from '@sinclair/typebox';
import Ajv, { type ValidateFunction } from 'ajv';
import { editorSchema, settings, standardSettings } from '../../src/settings';
import { bakerySchema } from './private/bakery';

// What editors read: JSON Schema, draft 7.

const formats = { date: true, 'time-zone': true, uri: true } as const;
const schema = editorSchema(bakerySchema);

test('it is a schema', () => {
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(new Ajv({ formats, strict: false }).validateSchema(schema)).toBe(true);
});

test('what has a default need not be there, what has none does', () => {
  expect(schema.required).toEqual(['provider', 'shop', 'breads', 'ovens']);
  expect(schema.properties?.['shop']?.required).toEqual(['name', 'telephone', 'timeZone', 'opens', 'closes']);
  expect(schema.properties?.['shop']?.properties?.['holidays']?.default).toEqual([]);
});

test('a block in which everything has a default requires nothing, also one of TypeBox', () => {
  const { properties } = editorSchema(settings({ own: Type.Object({ size: Type.Integer({ default: 5 }) }) }));

  expect(properties?.['own']).toEqual({
    type: 'object',
    properties: { size: { type: 'integer', default: 5 } },
  });
});

test('a setting that is called required or properties is a setting', () => {
  const properties = Type.Object({ required: Type.Array(Type.String()), properties: Type.Integer({ default: 1 }) });

  expect(editorSchema(settings({ properties })).properties?.['properties']?.required).toEqual(['required']);
});

test('nothing that only TypeBox reads is in it', () => {
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  expect(Object.getOwnPropertySymbols(schema.properties?.['shop'])).toEqual([]);
});

test('an editor takes what flowcdk takes, before any default is filled in', () => {
  const fits: ValidateFunction = new Ajv({ formats, strict: false }).compile(editorSchema(standardSettings));

  expect(fits({ provider: { region: 'eu-central-1' } })).toBe(true);
  expect(fits({ provider: { region: 'moon' } })).toBe(false);
  expect(fits({})).toBe(false);
});
