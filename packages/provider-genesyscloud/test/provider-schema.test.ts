import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as genesyscloud from '../src';
import { rowsOf } from '../src/base/rows';
import { type Field, type Schema, type Usage } from '../src/base/schema';

// The tables against what the real provider answers to `terraform providers schema -json`; scripts/provider-schema.mjs
// writes the file from it.
const reference = JSON.parse(readFileSync(join(__dirname, 'provider-schema.json'), 'utf8')) as Reference;

const classes = Object.entries(genesyscloud).flatMap(([name, value]): [string, string, Schema][] =>
  typeof value === 'function' ? [[name, value.tfResourceType, value.schema]] : [],
);
const dataSources = classes
  .filter(([name]) => name.startsWith('DataGenesyscloud'))
  .map(([, type, schema]): [string, Schema] => [type, schema]);
const resources = classes
  .filter(([name]) => !name.startsWith('DataGenesyscloud') && name !== 'GenesyscloudProvider')
  .map(([, type, schema]): [string, Schema] => [type, schema]);

describe('the tables say what provider 1.82.0 says of itself', () => {
  test.each(resources)('resource %s', (type, schema) => {
    expect(described(schema)).toEqual(withoutId(reference.resources[type]));
  });

  test.each(dataSources)('data source %s', (type, schema) => {
    expect(described(schema)).toEqual(withoutId(reference.data_sources[type]));
  });

  test('the provider', () => {
    expect(described(genesyscloud.GenesyscloudProvider.schema)).toEqual(reference.provider);
  });

  test('none is missing', () => {
    expect(resources.map(([type]) => type).sort()).toEqual(Object.keys(reference.resources));
    expect(dataSources.map(([type]) => type).sort()).toEqual(Object.keys(reference.data_sources));
  });
});

interface Described {
  attributes?: Record<
    string,
    Partial<Record<'required' | 'optional' | 'computed' | 'sensitive', true>> & { type: string }
  >;
  blocks?: Record<string, Described & { nesting: string; min_items: number; max_items: number }>;
}

interface Reference {
  provider: Described;
  resources: Record<string, Described>;
  data_sources: Record<string, Described>;
}

/** A table in the words of the reference. */
const described = (schema: Schema): Described => {
  const attributes: Described['attributes'] = {};
  const blocks: Described['blocks'] = {};
  for (const { terraformName, field } of rowsOf(schema)) {
    if (field.kind === 'block') {
      const [min, max] = field.count.split('..');
      blocks[terraformName] = {
        nesting: field.nesting,
        min_items: Number(min),
        max_items: max === '*' ? 0 : Number(max),
        ...described(field.schema),
      };
    } else {
      attributes[terraformName] = {
        type: typeOf(field),
        ...usages[field.usage],
        ...(field.kind === 'attribute' && field.sensitive && { sensitive: true }),
      };
    }
  }
  return { attributes, blocks };
};

const usages: Record<Usage, object> = {
  required: { required: true },
  optional: { optional: true },
  'optional+computed': { optional: true, computed: true },
  computed: { computed: true },
};

const typeOf = (field: Field): string => {
  if (field.kind === 'attribute') return field.type;
  const members = rowsOf(field.schema)
    .map((row) => `${row.terraformName}: ${typeOf(row.field)}`)
    .sort();
  return `${field.nesting}(object({${members.join(', ')}}))`;
};

/** The reference without the `id` that every resource has. */
const withoutId = (schema: Described | undefined): Described => {
  const attributes = Object.entries(schema?.attributes ?? {}).filter(([name]) => name !== 'id');
  return { ...schema, attributes: Object.fromEntries(attributes) };
};
