import { fieldsOf, type JsonObject, omit } from '../emulator/state/json';
import type { DataAction } from '../emulator/state/tables/data-action';
import type { StubContracts } from './contracts';
import type { NamedThing, Use } from './named-things';

/** The host that stubs of data actions ask. It ends in `.invalid`, so nobody can have it. */
export const STUBS = 'https://stubs.invalid';

/** The address that the stub of a data action asks. It is different for each. */
export const addressOfStub = (category: string, name: string): string =>
  `${STUBS}/${encodeURIComponent(category)}/${encodeURIComponent(name)}/`;

/** A data action in place of the real one: its result is what its address answers. */
export function dataActionStub(
  thing: NamedThing,
  { dataActions = [] }: StubContracts,
  ids: Pick<DataAction, 'id' | 'integrationId'>,
): DataAction {
  const { name, category = '', secure = false, use } = thing;
  const contract = dataActions.find((known) => known.category === category && known.name === name);
  return {
    ...ids,
    name,
    category,
    secure,
    version: 1,
    config: {
      request: {
        requestUrlTemplate: addressOfStub(category, name),
        requestType: 'POST',
        requestTemplate: '${input.rawRequest}',
        headers: {},
      },
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
    },
    contract: {
      input: { inputSchema: contract ? withoutSchemaKey(contract.inputs) : inputsOf(use) },
      output: { successSchema: resultSchema(contract ? fieldsOf(contract.outputs['properties']) : usedOutputs(use)) },
    },
  } as DataAction;
}

const withoutSchemaKey = (schema: JsonObject): JsonObject => omit(schema, ['$schema']);

/** An input of any type: the YAML does not say it. */
const inputsOf = (use: Use | undefined): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries([...(use?.inputs.keys() ?? [])].map((name) => [name, {}])),
});

/** A property of a result while its schema is built. */
interface Property {
  readonly inner: Map<string, Property>;
  /** The schema of an output. */
  schema?: JsonObject;
}

/** The outputs that flows use, with the types of their variables. */
const usedOutputs = (use: Use | undefined): JsonObject =>
  Object.fromEntries(
    [...(use?.outputs ?? [])].map(([name, type = 'string']) => {
      const item = schemaOfType(type.replace(/Collection$/, ''));
      return [name, type.endsWith('Collection') ? { type: 'array', items: item } : item];
    }),
  );

/**
 * The schema of a result, from outputs as Architect shows them: `customer.name`, and parallel lists for a list of
 * objects.
 */
function resultSchema(outputs: JsonObject): JsonObject {
  const root: Property = { inner: new Map() };
  for (const [path, schema] of Object.entries(outputs)) {
    let property = root;
    for (const name of path.split('.')) {
      const next: Property = property.inner.get(name) ?? { inner: new Map() };
      property.inner.set(name, next);
      property = next;
    }
    property.schema = fieldsOf(schema);
  }
  // The result itself is an object: which of both it is, its outputs do not say.
  return objectOf(root, false);
}

const isList = ({ inner, schema }: Property): boolean => inner.size === 0 && schema?.['type'] === 'array';

/** @param inEach whether the property is that of each item of a list */
function nested({ inner, schema = {} }: Property, inEach = false): JsonObject {
  const properties = [...inner.values()];
  if (properties.length === 0) return inEach ? fieldsOf(schema['items']) : schema;
  // Lists under one name are the columns of one list of objects.
  const areColumns = properties.every(isList) && !inEach;
  const object = objectOf({ inner }, areColumns);
  return areColumns ? { type: 'array', items: object } : object;
}

const objectOf = ({ inner }: Property, inEach: boolean): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries([...inner].map(([name, property]) => [name, nested(property, inEach)])),
});

/** A variable of JSON takes anything. What has no type of JSON is text. */
const schemaOfType = (type: string): JsonObject =>
  type === 'json' ? {} : { type: schemaTypes[type] ?? 'string', ...formats[type] };

const schemaTypes: Readonly<Partial<Record<string, string>>> = {
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
};
const formats: Readonly<Partial<Record<string, JsonObject>>> = { dateTime: { format: 'date-time' } };

/** The schema of the result of a stub. */
export const resultSchemaOf = ({ contract }: DataAction): JsonObject => fieldsOf(contract.output.successSchema);
