import type { Kind, OptionalKind, TOptional, TSchema } from '@sinclair/typebox';
import { defined, type OrUndefined } from '../ground/defined';
import type { JsonSchema } from './json-schema';

// The schemas here are schemas of TypeBox, but loading TypeBox takes longer than loading all settings. TypeBox marks
// its schemas with registered symbols (`Symbol.for`), so this file can make them without loading it.

const KIND = Symbol.for('TypeBox.Kind');
const OPTIONAL = Symbol.for('TypeBox.Optional');
const TRANSFORM = Symbol.for('TypeBox.Transform');

/** The JSON Schema as the schema of TypeBox that `Type.…` would make of it. */
export const typed = <T extends TSchema>(kind: T[typeof Kind], schema: OrUndefined<JsonSchema>): T =>
  ({ [KIND]: kind, ...defined(schema) }) as unknown as T;

export const asOptional = <T extends TSchema>(schema: T): TOptional<T> =>
  ({ ...schema, [OPTIONAL]: 'Optional' satisfies TOptional<T>[typeof OptionalKind] }) as unknown as TOptional<T>;

export const isOptional = (schema: TSchema): boolean => Object.hasOwn(schema, OPTIONAL);

/** `Type.Transform`, which only TypeBox itself decodes. */
export const isTransform = (schema: object): boolean => Object.hasOwn(schema, TRANSFORM);
