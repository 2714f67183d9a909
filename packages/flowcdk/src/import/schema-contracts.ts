import { isExport, templatesIn } from './action-templates';
import type { ActionTemplates, ContractValue, ContractValues, KnownContracts } from './contracts';
import type { VariableType } from './variable-types';

/** What exports and organisations know of data actions and data tables: JSON schemas with a property for each value. */
export interface SchemaContracts {
  readonly dataActions?: readonly {
    /** The category under which Architect lists the data action. Undefined where it is not known. */
    readonly category: string | undefined;
    readonly name: string;
    readonly templates?: ActionTemplates | undefined;
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
    .map(({ category, name, inputs, outputs, templates }) => ({
      category,
      name,
      templates,
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
  const entries = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    flattened(name, property, marksOptional && !required.has(name)),
  );
  return Object.fromEntries(entries);
}

/** A value as Architect shows it: properties of an object have names with dots, a list of objects is a list for each. */
function flattened(name: string, schema: Schema, isOptional: boolean): readonly (readonly [string, ContractValue])[] {
  const { description, type, items, properties } = schema;
  if (type === 'object' && properties) {
    return Object.entries(properties).flatMap(([inner, property]) =>
      flattened(`${name}.${inner}`, property, isOptional),
    );
  }
  if (type === 'array' && items?.type === 'object' && items.properties) {
    return flattened(name, items, isOptional).map(([path, value]) => [path, { ...value, collection: true }] as const);
  }
  const value = {
    ...typeOf(schema),
    ...(isOptional ? { optional: true } : {}),
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
  };
  return [[name, value]];
}

/** A schema without a type that Architect has is a text. */
function typeOf({ type, items }: Schema): VariableType {
  if (type === 'array') return { ...typeOf(items ?? {}), collection: true };
  const kind = type === 'integer' || type === 'boolean' ? type : type === 'number' ? 'decimal' : 'string';
  return { kind, collection: false };
}

interface Pulled {
  readonly name?: unknown;
  readonly category?: unknown;
  readonly schema?: unknown;
  readonly contract?: {
    readonly input?: { readonly inputSchema?: unknown };
    readonly output?: { readonly successSchema?: unknown };
  };
}

/**
 * The contract in a file of `flowcdk pull`, a data action or a data table as JSON, as the API gives it, or in a file of
 * the Export button. Undefined where the text is neither.
 */
export function pulledContract(text: string): SchemaContracts | undefined {
  const pulled = jsonIn(text);
  if (!isObject(pulled) || typeof pulled.name !== 'string') return undefined;
  const { name, category, schema, contract } = pulled;
  if (isObject(schema)) return { dataTables: [{ name, schema }] };
  const [inputs, outputs] = [contract?.input?.inputSchema, contract?.output?.successSchema];
  if (!isObject(inputs) || !isObject(outputs)) return undefined;
  const templates = templatesIn(pulled);
  if (isExport(pulled))
    return { dataActions: [{ category: undefined, name: nameInExport(name), inputs, outputs, templates }] };
  return typeof category === 'string' ? { dataActions: [{ category, name, inputs, outputs, templates }] } : undefined;
}

/** The Export button adds the time: `Get sentiment - Exported 2024-11-19 @ 14:10`. */
const nameInExport = (name: string): string => name.split(' - Exported ')[0] ?? name;

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Pulled =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
