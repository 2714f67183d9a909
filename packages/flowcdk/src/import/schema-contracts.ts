import type { ContractValue, ContractValues, KnownContracts } from './contracts';
import type { VariableType } from './variable-types';

/** JSON, as far as a schema of Architect needs it. */
type Json = string | number | boolean | null | readonly Json[] | JsonObject | undefined;
interface JsonObject {
  readonly [key: string]: Json;
}

/** What an export of Architect holds of data actions and data tables, as JSON schemas. */
interface SchemaContracts {
  readonly dataActions: readonly {
    readonly category: string;
    readonly name: string;
    readonly inputs: JsonObject;
    readonly outputs: JsonObject;
  }[];
  readonly dataTables: readonly { readonly name: string; readonly schema: JsonObject }[];
}

/** The contracts of exports with the types of Architect. The first contract of a name counts. */
export function contractsOf(exports: readonly SchemaContracts[]): KnownContracts {
  const dataActions = exports.flatMap((each) => each.dataActions);
  const dataTables = exports.flatMap((each) => each.dataTables);
  return {
    dataActions: dataActions
      .map(({ category, name, inputs, outputs }) => ({
        category,
        name,
        inputs: valuesOf(inputs),
        // An output that is missing in an answer is NOT_SET, so none is marked as optional.
        outputs: withoutOptional(valuesOf(outputs)),
      }))
      .reverse(),
    dataTables: dataTables.map(({ name, schema }) => ({ name, columns: withoutOptional(valuesOf(schema)) })).reverse(),
  };
}

const isObject = (json: Json): json is JsonObject => typeof json === 'object' && json !== null && !Array.isArray(json);

/** The properties of a schema. Architect flattens nested ones: `user.id`. */
function valuesOf({ properties, required }: JsonObject): ContractValues {
  if (!isObject(properties)) return {};
  const needed = new Set(Array.isArray(required) ? required : []);
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]): [string, ContractValue] => {
      const isNeeded = needed.has(name) || (isObject(schema) && schema['required'] === true);
      return [name, { ...typeOf(schema), ...(isNeeded ? {} : { optional: true }) }];
    }),
  );
}

const withoutOptional = (values: ContractValues): ContractValues =>
  Object.fromEntries(Object.entries(values).map(([name, { kind, collection }]) => [name, { kind, collection }]));

const kinds = { string: 'string', integer: 'integer', number: 'decimal', boolean: 'boolean' } as const;

/** The type of a property. Where a schema says no type that Architect has, the value is a text. */
function typeOf(schema: Json): VariableType {
  const type = isObject(schema) ? schema['type'] : undefined;
  if (type === 'array' && isObject(schema)) return { ...typeOf(schema['items']), collection: true };
  const kind = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type as keyof typeof kinds] : 'string';
  return { kind, collection: false };
}
