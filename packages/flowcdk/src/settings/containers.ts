import type { Static, TArray, TObject, TOptional, TProperties, TSchema, TUnsafe } from '@sinclair/typebox';
import type { JsonSchema, JsonValue } from './json-schema';
import { asOptional, isOptional, typed } from './typebox';

/** Options of a block. */
export interface BlockOptions {
  /** What holds if the whole block is left out; `{}` where each of its settings has a default. @default it has to be there */
  readonly default?: Readonly<Record<string, JsonValue>> | undefined;
  /** Shown by editors and in findings. */
  readonly examples?: readonly Readonly<Record<string, JsonValue>>[] | undefined;
}

/**
 * A block with exactly these settings. They have to be there, except those that are `optional` or have a default.
 *
 * @example
 * ```ts
 * block('Back office', 'Who is told of finished calls.', {
 *   url: url('Address', 'Where calls are posted.', { example: 'https://backoffice.example/calls' }),
 *   attempts: wholeNumber('Attempts', 'How often a report is tried, 1 to 10.', { minimum: 1, maximum: 10, default: 5 }),
 * })
 * ```
 *
 * @param title a few words, for editors
 * @param description a sentence or two for the administrator; findings quote it
 */
export function block<P extends TProperties>(
  title: string,
  description: string,
  properties: P,
  { default: otherwise, examples }: BlockOptions = {},
): TObject<P> {
  const required = Object.entries(properties).flatMap(([name, schema]) => (isOptional(schema) ? [] : [name]));
  return typed('Object', {
    title,
    description: withDefault(description, otherwise),
    type: 'object',
    required: required.length === 0 ? undefined : required,
    properties: properties as unknown as Readonly<Record<string, JsonSchema>>,
    additionalProperties: false,
    default: otherwise,
    examples,
  });
}

/** How many entries a list may have, and what holds if it is left out. */
export interface ListOptions<T> {
  /** The most entries. A limit keeps a mistake from becoming thousands of entries. */
  readonly atMost: number;
  /** @default 1 */
  readonly atLeast?: number | undefined;
  /** Two entries of this list may not be the same. `unique` among the checks also compares several lists. @default false */
  readonly unique?: boolean | undefined;
  /** What holds if the list is left out. @default it has to be there */
  readonly default?: readonly T[] | undefined;
  /** Whole lists, shown by editors and in findings. */
  readonly examples?: readonly (readonly T[])[] | undefined;
}

/**
 * A list whose entries all have one form.
 *
 * @example
 * ```ts
 * list('Wrap-up codes', 'What an agent can say of a call.', line('Wrap-up code', 'Its name.', { example: 'Sold' }), {
 *   atMost: 200,
 *   unique: true,
 * })
 * ```
 */
export function list<T extends TSchema>(
  title: string,
  description: string,
  items: T,
  { atMost, atLeast = 1, unique = false, default: otherwise, examples }: ListOptions<Static<T>>,
): TArray<T> {
  return typed('Array', {
    title,
    description: withDefault(description, otherwise as JsonValue | undefined),
    type: 'array',
    minItems: atLeast,
    maxItems: atMost,
    items: items as unknown as JsonSchema,
    uniqueItems: unique ? true : undefined,
    examples: examples as JsonValue[] | undefined,
    default: otherwise as JsonValue | undefined,
  });
}

/** What names a record may have, and what holds if it is left out. */
export interface RecordOptions {
  /** What a name may look like. @default any text */
  readonly names?: TSchema | undefined;
  /** What holds if it is left out; `{}` for nothing. @default it has to be there */
  readonly default?: Readonly<Record<string, JsonValue>> | undefined;
  /** Shown by editors and in findings. */
  readonly examples?: readonly Readonly<Record<string, JsonValue>>[] | undefined;
}

/**
 * Values by names that the administrator chooses; each has the same form.
 *
 * @example
 * ```ts
 * record('Offers', 'What is said for each reason, by its key.', spokenText('Offer', 'What is said.', { example: '…' }))
 * ```
 */
export function record<T extends TSchema>(
  title: string,
  description: string,
  values: T,
  { names, default: otherwise, examples }: RecordOptions = {},
): TUnsafe<Record<string, Static<T>>> {
  return typed('Unsafe', {
    title,
    description: withDefault(description, otherwise),
    type: 'object',
    propertyNames: names as JsonSchema | undefined,
    additionalProperties: values as unknown as JsonSchema,
    default: otherwise,
    examples,
  });
}

/**
 * A setting that may be left out; its value is `undefined` then. A setting with a default needs no `optional`, because
 * it always has a value.
 *
 * @example
 * ```ts
 * optional(line('Division', 'Name of the division.', { example: 'Sales' }), 'the home division')
 * ```
 *
 * @param otherwise what happens then, in words. It ends the description: "If left out: the home division."
 */
export function optional<T extends TSchema>(schema: T, otherwise?: string): TOptional<T> {
  if (otherwise === undefined) return asOptional(schema);
  return asOptional({ ...schema, description: leftOut(schema.description ?? '', otherwise) });
}

/** The description, and what holds if the setting is left out: editors show it, findings quote it, the page reads it. */
export function withDefault(description: string, value: JsonValue | undefined): string {
  if (value === undefined) return description;
  if (Array.isArray(value) && value.length === 0) return leftOut(description, 'none');
  if (typeof value === 'object')
    return Object.keys(value ?? {}).length === 0 ? description : leftOut(description, JSON.stringify(value));
  return leftOut(description, String(value));
}

const leftOut = (description: string, otherwise: string): string => `${description} If left out: ${otherwise}.`.trim();
