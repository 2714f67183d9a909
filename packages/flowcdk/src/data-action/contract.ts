import { createHash } from 'node:crypto';
import { defined } from '../ground/defined';
import { deepFreeze } from '../architect/freeze';
import type { Declarations, Decimal, Integer, Type, TypeOf, TypeOptions } from '../architect/types';

declare const objectProperties: unique symbol;

/** An object of a contract; Architect only ever sees its properties. */
export interface ObjectOf<out P> {
  readonly [objectProperties]: P;
}

/**
 * An object in an output of a data action. Architect shows only its properties: `customer.name`.
 *
 * @example
 * ```ts
 * const output = { customer: object({ name: string(), tier: optional(string()) }) };
 * ```
 */
export const object = <P extends Declarations>(
  properties: P,
  options: Pick<TypeOptions<never>, 'description'> = {},
): Type<ObjectOf<P>> =>
  Object.freeze({ kind: 'object', collection: false, properties: Object.freeze(properties), ...defined(options) });

/** What an input of a data action can be: the platform takes no lists and no objects (documented). */
export type ContractScalar = string | boolean | Integer | Decimal;
/** Declared inputs. */
export type InputContract = Readonly<Record<string, Type<ContractScalar>>>;
/** Declared outputs; lists hold no lists. */
export type OutputContract = Readonly<
  Record<
    string,
    Type<ContractScalar | readonly ContractScalar[] | ObjectOf<Declarations> | readonly ObjectOf<Declarations>[]>
  >
>;

/** Declarations as Architect shows them: `o.p` for a property of an object, `items.name` as one collection per property. */
export type Flattened<D extends Declarations> = Flat<FlatPairs<D>>;

type FlatPairs<D, Prefix extends string = ''> = {
  [K in keyof D & string]: TypeOf<D[K]> extends ObjectOf<infer P>
    ? FlatPairs<P, `${Prefix}${K}.`>
    : TypeOf<D[K]> extends readonly ObjectOf<infer P>[]
      ? Collected<FlatPairs<P, `${Prefix}${K}.`>>
      : readonly [`${Prefix}${K}`, D[K] extends Type<infer T> ? Type<T> : never];
}[keyof D & string];

type Collected<Pair> = Pair extends readonly [infer Name, Type<infer T>] ? readonly [Name, Type<readonly T[]>] : never;
type Flat<Pair> = {
  readonly [P in Pair as P extends readonly [infer N extends string, unknown] ? N : never]: P extends readonly [
    unknown,
    infer T extends Type<unknown>,
  ]
    ? T
    : never;
};

/** The flattened outputs, as data. A property is in a list or optional if anything around it is. */
export function flattened(declarations: Declarations, prefix = '', around: Partial<Type<unknown>> = {}): Declarations {
  const entries = Object.entries(declarations).flatMap(([name, type]): [string, Type<unknown>][] => {
    const path = `${prefix}${name}`;
    const marks = {
      collection: type.collection || around.collection === true,
      ...(type.optional || around.optional ? { optional: true } : {}),
    };
    if (type.kind === 'object') return Object.entries(flattened(type.properties ?? {}, `${path}.`, marks));
    return [[path, Object.freeze({ ...type, ...marks })]];
  });
  return Object.freeze(Object.fromEntries(entries));
}

/** A JSON Schema as contracts use it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of a contract, in the form in which Genesys Cloud returns it. Another form would make Terraform
 * create the action anew with every apply.
 *
 * ```ts
 * contractSchema('input', { phoneNumber: string() })
 * // { $schema: 'http://json-schema.org/draft-04/schema#', title: 'input', type: 'object',
 * //   properties: { phoneNumber: { type: 'string' } }, required: ['phoneNumber'], additionalProperties: true }
 * ```
 */
export const contractSchema = (title: string, declarations: Declarations): JsonSchema =>
  deepFreeze({ $schema: 'http://json-schema.org/draft-04/schema#', title, ...objectSchema(declarations) });

function objectSchema(declarations: Declarations): JsonSchema {
  const entries = Object.entries(declarations);
  const required = entries.filter(([, type]) => type.optional !== true).map(([name]) => name);
  // The order in which properties are declared must not make another action.
  required.sort();
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, type]) => [name, typeSchema(type)])),
    // Draft 4 wants at least one name.
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: true,
  };
}

function typeSchema(type: Type<unknown>): JsonSchema {
  const description = defined({ description: type.description });
  const item = type.kind === 'object' ? objectSchema(type.properties ?? {}) : scalarSchema(type);
  return type.collection ? { type: 'array', ...description, items: item } : { ...item, ...description };
}

const scalarSchema = (type: Type<unknown>): JsonSchema =>
  defined({ type: schemaTypes[type.kind] ?? 'string', enum: type.values });

const schemaTypes: Readonly<Partial<Record<Type<unknown>['kind'], string>>> = {
  string: 'string',
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
};

/** True for the kinds a contract can hold. */
export const isContractKind = (kind: Type<unknown>['kind']): boolean => kind === 'object' || kind in schemaTypes;

/** JSON with sorted keys: equal for equal content. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

/** A hash of both contracts, independent of the order of properties. */
export const hashOf = (...schemas: readonly unknown[]): string =>
  createHash('sha256').update(stableJson(schemas)).digest('hex');
