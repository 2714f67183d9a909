/** A JSON value. A field that is undefined is not there. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [field: string]: Json | undefined;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a text holds as JSON; undefined where it is none. */
export function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * The fields of an object; of anything else none.
 *
 * @example
 * ```ts
 * fieldsOf({ name: 'Ada' })['name']; // 'Ada'
 * fieldsOf('no object')['name']; // undefined
 * ```
 */
export const fieldsOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
/** The items of a list; of anything else none. */
export const itemsOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);
/**
 * The text, where the value is one; otherwise undefined.
 *
 * @example
 * ```ts
 * textOf(fieldsOf({ name: 'Ada' })['name']); // 'Ada'
 * ```
 */
export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
export const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** `idIn({ integrationType: { id: 'x' } }, 'integrationType')` ⇒ `x` */
export const idIn = (value: Json | undefined, field: string): string | undefined =>
  textOf(fieldsOf(fieldsOf(value)[field])['id']);

/** Without fields that are null or undefined, at the first level. */
export const withoutNulls = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null && v !== undefined));

/** Only some fields of an object, those that are there. */
export const pick = (value: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(fields.filter((field) => value[field] !== undefined).map((field) => [field, value[field]]));

/** All but some fields of an object. */
export function omit(value: JsonObject, fields: readonly string[]): JsonObject {
  const rest: Record<string, Json | undefined> = {};
  for (const field of Object.keys(value)) if (!fields.includes(field)) rest[field] = value[field];
  return rest;
}
