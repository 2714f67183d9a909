import { DEEPEST, isDeeperThan } from '../../ground/json-depth';

/** A JSON value. A field that is undefined is not there. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [field: string]: Json | undefined;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a text as JSON. Undefined where it is not JSON, or is nested deeper than so many levels. */
export function jsonIn(text: string, deepest = DEEPEST): Json | undefined {
  if (isDeeperThan(deepest, text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * The fields of an object. Any other value has none.
 *
 * @example
 * ```ts
 * fieldsOf({ name: 'Ada' })['name']; // 'Ada'
 * fieldsOf('no object')['name']; // undefined
 * ```
 */
export const fieldsOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
/** The items of a list. Any other value has none. */
export const itemsOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);
/**
 * The value where it is a text, otherwise undefined.
 *
 * @example
 * ```ts
 * textOf(fieldsOf({ name: 'Ada' })['name']); // 'Ada'
 * ```
 */
export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
export const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** A text, a number or a boolean as text; any other value gives none. */
export const scalarText = (value: Json | undefined): string =>
  value === undefined || typeof value === 'object' ? '' : String(value);

/** `idIn({ integrationType: { id: 'x' } }, 'integrationType')` ⇒ `x` */
export const idIn = (value: Json | undefined, field: string): string | undefined =>
  textOf(fieldsOf(fieldsOf(value)[field])['id']);

/** Removes fields that are null or undefined, at the first level. */
export const withoutNulls = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null && v !== undefined));

/** Only the named fields of an object, as far as it has them. */
export const pick = (value: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(fields.filter((field) => value[field] !== undefined).map((field) => [field, value[field]]));

/** An object without the named fields. */
export function omit(value: JsonObject, fields: readonly string[]): JsonObject {
  const rest: Record<string, Json | undefined> = {};
  for (const field of Object.keys(value)) if (!fields.includes(field)) rest[field] = value[field];
  return rest;
}
