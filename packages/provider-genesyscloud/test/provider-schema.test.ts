import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as genesyscloud from '../src';
import { rowsOf } from '../src/base/rows';
import { type Field, type Schema, type Usage } from '../src/base/schema';

// The tables against what the real provider answers to `terraform providers schema -json`. The answer is kept beside the
// project, not in it.
const file = join(__dirname, '../../../../shared/reference/provider-schema.json');
const answered = existsSync(file);

const classes = Object.entries(genesyscloud).flatMap(([name, value]): [string, string, Schema][] =>
  typeof value === 'function' ? [[name, value.tfResourceType, value.schema]] : [],
);
const dataSources = classes
  .filter(([name]) => name.startsWith('DataGenesyscloud'))
  .map(([, type, schema]): [string, Schema] => [type, schema]);
const resources = classes
  .filter(([name]) => !name.startsWith('DataGenesyscloud') && name !== 'GenesyscloudProvider')
  .map(([, type, schema]): [string, Schema] => [type, schema]);

/** Emergency groups are not in what was kept of the answer; this is what the source of provider 1.82.0 says of them. */
const emergencyGroups: Reference = {
  provider: {},
  resources: {
    genesyscloud_architect_emergencygroup: {
      attributes: {
        name: { type: 'string', required: true },
        division_id: { type: 'string', optional: true, computed: true },
        description: { type: 'string', optional: true },
        enabled: { type: 'bool', optional: true },
      },
      blocks: {
        emergency_call_flows: {
          nesting: 'list',
          min_items: 0,
          max_items: 0,
          attributes: {
            emergency_flow_id: { type: 'string', required: true },
            ivr_ids: { type: 'set(string)', required: true },
          },
          blocks: {},
        },
      },
    },
  },
  data_sources: {
    genesyscloud_architect_emergencygroup: { attributes: { name: { type: 'string', required: true } }, blocks: {} },
  },
};

/** What was kept of the answer, with what was not. */
function kept(): Reference {
  const { provider, resources, data_sources } = JSON.parse(readFileSync(file, 'utf8')) as Reference;
  return {
    provider,
    resources: { ...emergencyGroups.resources, ...resources },
    data_sources: { ...emergencyGroups.data_sources, ...data_sources },
  };
}

const nothing: Reference = { provider: {}, resources: {}, data_sources: {} };
const describeIfAnswered = answered ? describe : describe.skip;
const title = 'the tables say what provider 1.82.0 says of itself';

describeIfAnswered(
  answered ? title : `${title} (skipped: ../shared/reference/provider-schema.json is not there)`,
  () => {
    const reference = answered ? kept() : nothing;

    test.each(resources)('resource %s', (type, schema) => {
      expect(described(schema)).toEqual(withoutProse(reference.resources[type], 'id'));
    });

    test.each(dataSources)('data source %s', (type, schema) => {
      expect(described(schema)).toEqual(withoutProse(reference.data_sources[type], 'id'));
    });

    test('the provider', () => {
      expect(described(genesyscloud.GenesyscloudProvider.schema)).toEqual(withoutProse(reference.provider));
    });

    test('none is missing', () => {
      expect(resources.map(([type]) => type).sort()).toEqual(Object.keys(reference.resources).sort());
      expect(dataSources.map(([type]) => type).sort()).toEqual(Object.keys(reference.data_sources).sort());
    });
  },
);

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

/** The reference without descriptions, and without the `id` that every resource has. */
const withoutProse = (schema: Described | undefined, ...hidden: string[]): Described => ({
  attributes: Object.fromEntries(
    Object.entries(schema?.attributes ?? {})
      .filter(([name]) => !hidden.includes(name))
      .map(([name, { type, required, optional, computed, sensitive }]) => [
        name,
        {
          type,
          ...(required && { required }),
          ...(optional && { optional }),
          ...(computed && { computed }),
          ...(sensitive && { sensitive }),
        },
      ]),
  ),
  blocks: Object.fromEntries(
    Object.entries(schema?.blocks ?? {}).map(([name, block]) => [
      name,
      { nesting: block.nesting, min_items: block.min_items, max_items: block.max_items, ...withoutProse(block) },
    ]),
  ),
});
