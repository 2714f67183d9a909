import type { ContractValue, ContractValues, KnownContracts } from './contracts';
import type { VariableType } from './variable-types';

/** What exports and organisations know of data actions and data tables: JSON schemas with a property for each value. */
export interface SchemaContracts {
  readonly dataActions?: readonly {
    /** The category under which Architect lists the data action, usually the name of its integration. */
    readonly category: string;
    readonly name: string;
    readonly inputs: object;
    /** Nested outputs are properties with dots in their names. */
    readonly outputs: object;
  }[];
  readonly dataTables?: readonly { readonly name: string; readonly schema: object }[];
}

/** The contracts of several sources. The first contract of a name counts. */
export const knownContracts = (all: readonly SchemaContracts[]): KnownContracts => ({
  dataActions: all
    .flatMap(({ dataActions = [] }) => dataActions)
    .map(({ category, name, inputs, outputs }) => ({
      category,
      name,
      inputs: valuesOf(inputs, true),
      outputs: valuesOf(outputs, false),
    })),
  dataTables: all
    .flatMap(({ dataTables = [] }) => dataTables)
    .map(({ name, schema }) => ({ name, columns: valuesOf(schema, false) })),
});

interface Schema {
  readonly type?: unknown;
  readonly description?: unknown;
  readonly items?: Schema;
  readonly required?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The properties of a schema. Only inputs may be missing: a flow gets every output, set or not. */
function valuesOf(schema: Schema, marksOptional: boolean): ContractValues {
  const required = new Set<unknown>(Array.isArray(schema.required) ? schema.required : []);
  const entries = Object.entries(schema.properties ?? {}).map(([name, property]): [string, ContractValue] => {
    const { description } = property;
    return [
      name,
      {
        ...typeOf(property),
        ...(marksOptional && !required.has(name) ? { optional: true } : {}),
        ...(typeof description === 'string' && description !== '' ? { description } : {}),
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** A schema without a type that Architect has is a text. */
function typeOf({ type, items }: Schema): VariableType {
  if (type === 'array') return { ...typeOf(items ?? {}), collection: true };
  const kind = type === 'integer' || type === 'boolean' ? type : type === 'number' ? 'decimal' : 'string';
  return { kind, collection: false };
}
