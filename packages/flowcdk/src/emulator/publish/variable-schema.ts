import type { JsonObject } from '../state/json';
import type { FlowVariable } from '../state/tables/flow';

const schemaTypes: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
};

/** The JSON schema of the inputs or outputs of a flow. Its properties are named as `Flow.name` (believed). */
export const schemaOf = (variables: readonly FlowVariable[], side: 'isInput' | 'isOutput'): JsonObject => ({
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: Object.fromEntries(
    variables.filter((variable) => variable[side]).map(({ name, type }) => [`Flow.${name}`, schemaOfType(type)]),
  ),
  additionalProperties: false,
});

function schemaOfType(type: string): JsonObject {
  if (type.endsWith('Collection')) return { type: 'array', items: schemaOfType(type.replace(/Collection$/, '')) };
  if (type === 'json') return {};
  return { type: schemaTypes[type] ?? 'string' };
}
