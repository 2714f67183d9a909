import { fieldsOf, type JsonObject, omit } from '../emulator/state/json';
import type { DataAction } from '../emulator/state/tables/data-action';
import type { StubContracts } from './contracts';
import type { NamedThing, Use } from './named-things';
import { nestedSchema } from './nested-schema';

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
      input: { inputSchema: contract ? schemaOfContract(contract.inputs) : inputsOf(use) },
      output: { successSchema: contract ? schemaOfContract(contract.outputs) : outputsOf(use) },
    },
  } as DataAction;
}

const schemaOfContract = (schema: JsonObject): JsonObject => ({
  type: 'object',
  ...omit(nestedSchema(schema), ['$schema']),
});

/** An input of any type: the YAML does not say it. */
const inputsOf = (use: Use | undefined): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries([...(use?.inputs.keys() ?? [])].map((name) => [name, {}])),
});

/** The result, from the outputs that flows use, with the types of their variables. It is an object in any case. */
const outputsOf = (use: Use | undefined): JsonObject =>
  nestedSchema({
    type: 'object',
    properties: Object.fromEntries(
      [...(use?.outputs ?? [])].map(([name, type = 'string']) => {
        const item = schemaOfType(type.replace(/Collection$/, ''));
        return [name, type.endsWith('Collection') ? { type: 'array', items: item } : item];
      }),
    ),
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
