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
      output: { successSchema: contract ? withoutSchemaKey(contract.outputs) : outputsOf(use) },
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
  type?: string | undefined;
}

/** The schema of a result, from outputs as Architect shows them: `customer.name`, and parallel lists for lists. */
function outputsOf(use: Use | undefined): JsonObject {
  const root: Property = { inner: new Map() };
  for (const [path, type] of use?.outputs ?? []) {
    let property = root;
    for (const name of path.split('.')) {
      const next: Property = property.inner.get(name) ?? { inner: new Map() };
      property.inner.set(name, next);
      property = next;
    }
    property.type = type;
  }
  return schemaOf(root);
}

function schemaOf({ inner, type = 'string' }: Property, inList = false): JsonObject {
  const properties = [...inner.values()];
  if (properties.length === 0) {
    const item = schemaOfType(type.replace(/Collection$/, ''));
    return type.endsWith('Collection') && !inList ? { type: 'array', items: item } : item;
  }
  // Lists under one name are the columns of one list of objects.
  const areColumns = properties.every((each) => each.inner.size === 0 && each.type?.endsWith('Collection') === true);
  const object = (of: boolean): JsonObject => ({
    type: 'object',
    properties: Object.fromEntries([...inner].map(([name, property]) => [name, schemaOf(property, of)])),
  });
  return areColumns && !inList ? { type: 'array', items: object(true) } : object(false);
}

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
