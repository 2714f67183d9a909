import type { JsonSchema } from './json-schema';
import { isTransform } from './typebox';

/** Something in a schema that would not work, and what to do about it. */
export interface Unsupported {
  /** Of the setting: `supportLine.lines.*`. */
  readonly path: string;
  readonly message: string;
  readonly help: string;
}

interface Where {
  readonly path: string;
  /** The setting belongs to a block, so it can be left out. */
  readonly isProperty?: boolean;
  /** It is in a branch of `anyOf`: only the complete value shows whether that branch is meant. */
  readonly isInBranch?: boolean;
}

/**
 * The parts of a schema that cannot be loaded from YAML, checked or explained. TypeBox can express more than settings
 * support.
 */
export function* unsupported(schema: JsonSchema, where: Where): Iterable<Unsupported> {
  const { path, isProperty = false, isInBranch = false } = where;
  for (const [message, help] of ofItself(schema)) yield { path, message, help };
  if (schema.default !== undefined && (isInBranch || !isProperty)) {
    yield { path, message: 'has a default that is never filled in', help: DEFAULT };
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield* unsupported(property, { path: `${path}.${name}`, isProperty: true, isInBranch });
  }
  for (const value of valuesOf(schema)) yield* unsupported(value, { path: `${path}.*`, isInBranch });
  for (const branch of schema.anyOf ?? []) yield* unsupported(branch, { path, isInBranch: true });
  if (schema.propertyNames) yield* unsupported(schema.propertyNames, { path, isInBranch });
}

function* ofItself(schema: JsonSchema): Iterable<readonly [message: string, help: string]> {
  for (const keyword of Object.keys(schema)) {
    if (!KEYWORDS.has(keyword)) yield [`${keyword} is not understood`, understood(KEYWORDS)];
  }
  for (const type of [schema.type ?? []].flat()) {
    if (!TYPES.has(type)) yield [`nothing in a YAML file is of type ${type}`, understood(TYPES)];
  }
  if (schema.format !== undefined && !FORMATS.has(schema.format)) {
    yield [`the format ${schema.format} is not understood`, `${understood(FORMATS)} A pattern can say others.`];
  }
  for (const pattern of [schema.pattern ?? [], Object.keys(schema.patternProperties ?? {})].flat()) {
    if (!isPattern(pattern))
      yield [`${pattern} is no regular expression`, 'It is read with the flag u, as JSON Schema has it.'];
  }
  if (isTransform(schema)) {
    yield ['a transform is never carried out', 'Settings are what the file says; transform them where you use them.'];
  }
}

/** What the entries of a list and the values of a record look like. */
export function valuesOf({ items = [], additionalProperties, patternProperties = {} }: JsonSchema): JsonSchema[] {
  return [
    ...(isList(items) ? items : [items]),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ...Object.values(patternProperties),
  ];
}

const isList = (items: JsonSchema | readonly JsonSchema[]): items is readonly JsonSchema[] => Array.isArray(items);

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const understood = (names: Iterable<string>): string => `Understood: ${[...names].join(', ')}.`;

const DEFAULT =
  'Only what belongs to a block can have a default, and not in a union: there it is not known yet what is meant.';

const TYPES: ReadonlySet<string> = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']);
const FORMATS: ReadonlySet<string> = new Set(['date', 'time-zone', 'uri']);
const KEYWORDS: ReadonlySet<string> = new Set([
  ...['title', 'description', 'default', 'examples', 'type', 'enum', 'const', 'anyOf'],
  ...['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames'],
  ...['minProperties', 'maxProperties', 'items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems'],
  ...['pattern', 'patternErrorMessage', 'format', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
]);
