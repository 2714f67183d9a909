import { isDate, isTimeZone } from '../ground/calendar';
import { isBlock, type WrittenValue } from './checks';
import type { JsonSchema, JsonType, JsonValue, SettingFormat } from './json-schema';
import type { Path } from './problem';

/*
 * Settings against their schema. A validator that compiles schemas takes 200 milliseconds for a value that is checked
 * once. This code walks through schema and value together. `unsupported.ts` lists the keywords it knows, and a test
 * compares it with a validator that knows all of them.
 */

/** Something that does not fit: a keyword of a schema, and the value that it is about. */
export interface Misfit {
  readonly keyword: keyof JsonSchema;
  readonly schema: JsonSchema;
  /** Of the value. */
  readonly path: Path;
  readonly value: WrittenValue;
  /** The name in the block at the path that is missing, unknown or malformed. */
  readonly name?: string;
  /** The indices of a repeated entry of the list at the path, and of its first occurrence. */
  readonly twice?: readonly [first: number, second: number];
}

/** Everything that does not fit. Writes the defaults of missing settings into `value`. */
export function misfits(schema: JsonSchema, value: WrittenValue, path: Path = []): readonly Misfit[] {
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => IS[type](value))) return [{ keyword: 'type', schema, path, value }];
  return [...ofAnyType(schema, value, path), ...ofItsType(schema, value, path)];
}

const IS: Readonly<Record<JsonType, (value: WrittenValue) => boolean>> = {
  object: isBlock,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

type Keywords = readonly (keyof JsonSchema)[];

function ofAnyType(schema: JsonSchema, value: WrittenValue, path: Path): readonly Misfit[] {
  const failed: Keywords = [
    ...(schema.enum && !schema.enum.some((member) => same(member) === same(value)) ? (['enum'] as const) : []),
    ...(schema.const !== undefined && same(schema.const) !== same(value) ? (['const'] as const) : []),
  ];
  const branches = schema.anyOf?.map((branch) => misfits(branch, value, path)) ?? [];
  const fitsNone = branches.length > 0 && branches.every((branch) => branch.length > 0);
  return [
    ...failed.map((keyword) => ({ keyword, schema, path, value })),
    ...(fitsNone ? (branchMeant(branches, path) ?? [{ keyword: 'anyOf' as const, schema, path, value }]) : []),
  ];
}

function ofItsType(schema: JsonSchema, value: WrittenValue, path: Path): readonly Misfit[] {
  if (typeof value === 'string') return ofText(schema, value).map((keyword) => ({ keyword, schema, path, value }));
  if (typeof value === 'number') return ofNumber(schema, value).map((keyword) => ({ keyword, schema, path, value }));
  if (Array.isArray(value)) return ofList(schema, value, path);
  return isBlock(value) ? ofBlock(schema, value, path) : [];
}

/** Lengths count characters, not halves of them. */
function ofText({ minLength = 0, maxLength = Infinity, pattern, format }: JsonSchema, value: string): Keywords {
  const isMalformed = pattern !== undefined && !new RegExp(pattern, 'u').test(value);
  const length = value.length < minLength || value.length > maxLength ? [...value].length : value.length;
  return [
    ...(length < minLength ? (['minLength'] as const) : []),
    ...(length > maxLength ? (['maxLength'] as const) : []),
    ...(isMalformed ? (['pattern'] as const) : []),
    // A text that breaks the pattern of an address needs no second message that it is no address.
    ...(format !== undefined && !isMalformed && !HAS_FORMAT[format](value) ? (['format'] as const) : []),
  ];
}

const HAS_FORMAT: Readonly<Record<SettingFormat, (text: string) => boolean>> = {
  date: isDate,
  'time-zone': isTimeZone,
  uri: (text) => URL.canParse(text),
};

function ofNumber(schema: JsonSchema, value: number): Keywords {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return [
    ...(minimum !== undefined && value < minimum ? (['minimum'] as const) : []),
    ...(maximum !== undefined && value > maximum ? (['maximum'] as const) : []),
    ...(exclusiveMinimum !== undefined && value <= exclusiveMinimum ? (['exclusiveMinimum'] as const) : []),
    ...(exclusiveMaximum !== undefined && value >= exclusiveMaximum ? (['exclusiveMaximum'] as const) : []),
    ...(multipleOf !== undefined && !isMultiple(value, multipleOf) ? (['multipleOf'] as const) : []),
  ];
}

/** 0.3 is a multiple of 0.1, although dividing them gives 2.9999999999999996. */
const isMultiple = (value: number, of: number): boolean => Math.abs(value / of - Math.round(value / of)) < 1e-9;

function ofList(schema: JsonSchema, value: WrittenValue[], path: Path): readonly Misfit[] {
  const { minItems = 0, maxItems = Infinity, uniqueItems = false, items } = schema;
  const misfit = { schema, path, value };
  const formOf = (i: number): JsonSchema => (isTuple(items) ? items[i] : items) ?? {};
  return [
    ...(value.length < minItems ? [{ ...misfit, keyword: 'minItems' as const }] : []),
    ...(value.length > maxItems ? [{ ...misfit, keyword: 'maxItems' as const }] : []),
    ...(uniqueItems ? repetitions(value).map((twice) => ({ ...misfit, keyword: 'uniqueItems' as const, twice })) : []),
    ...value.flatMap((item, i) => misfits(formOf(i), item, [...path, i])),
  ];
}

const isTuple = (items: JsonSchema['items']): items is readonly JsonSchema[] => Array.isArray(items);

function repetitions(value: readonly WrittenValue[]): readonly (readonly [first: number, second: number])[] {
  const firsts = new Map<string, number>();
  return value.flatMap((item, i) => {
    const text = same(item);
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, i);
    return first === undefined ? [] : [[first, i] as const];
  });
}

/** The same text for the same value; the order of names in a block says nothing. */
const same = (value: JsonValue): string =>
  JSON.stringify(value, (_, inner: JsonValue) => (isObject(inner) ? { sorted: Object.entries(inner).sort() } : inner));

const isObject = (value: JsonValue): value is { readonly [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function ofBlock(schema: JsonSchema, value: { [name: string]: WrittenValue }, path: Path): readonly Misfit[] {
  const { properties = {}, required = [], minProperties = 0, maxProperties = Infinity } = schema;
  const misfit = { schema, path, value };
  const written = Object.keys(value);
  for (const [name, { default: otherwise }] of Object.entries(properties)) {
    if (otherwise !== undefined && !Object.hasOwn(value, name))
      value[name] = structuredClone(otherwise) as WrittenValue;
  }
  return [
    ...(written.length < minProperties ? [{ ...misfit, keyword: 'minProperties' as const }] : []),
    ...(written.length > maxProperties ? [{ ...misfit, keyword: 'maxProperties' as const }] : []),
    ...required
      .filter((name) => !Object.hasOwn(value, name))
      .map((name) => ({ ...misfit, keyword: 'required' as const, name })),
    ...written.flatMap((name) => ofName(schema, name, misfit)),
    ...Object.entries(value).flatMap(([name, inner]) =>
      formsOf(schema, name).flatMap((form) => misfits(form, inner, [...path, name])),
    ),
  ];
}

/** What is wrong with a name, whatever stands there. */
function ofName(schema: JsonSchema, name: string, misfit: Omit<Misfit, 'keyword'>): readonly Misfit[] {
  const { propertyNames, additionalProperties } = schema;
  const [malformed] = propertyNames ? misfits(propertyNames, name) : [];
  if (malformed) return [{ ...malformed, path: misfit.path, name }];
  const isUnknown = additionalProperties === false && formsOf(schema, name).length === 0;
  return isUnknown ? [{ ...misfit, keyword: 'additionalProperties', name }] : [];
}

/** The schemas of what stands under a name. */
function formsOf(
  { properties = {}, patternProperties = {}, additionalProperties }: JsonSchema,
  name: string,
): readonly JsonSchema[] {
  const known = Object.hasOwn(properties, name) ? [properties[name] ?? {}] : [];
  const matching = Object.entries(patternProperties).flatMap(([pattern, form]) =>
    new RegExp(pattern, 'u').test(name) ? [form] : [],
  );
  if (known.length + matching.length > 0) return [...known, ...matching];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

/**
 * For a value that fits no branch: the misfits of the one branch that was meant, as its type or a word inside it shows.
 */
function branchMeant(branches: readonly (readonly Misfit[])[], path: Path): readonly Misfit[] | undefined {
  const ofTheType = branches.filter(
    (branch) => !branch.some((misfit) => misfit.path.length === path.length && CHOICE.has(misfit.keyword)),
  );
  const ofTheWord = ofTheType.filter((branch) => !branch.some(({ keyword }) => keyword === 'const'));
  if (ofTheWord.length === 0) return wordOfNoBranch(ofTheType);
  const [meant, another] = ofTheWord;
  return another === undefined ? meant : undefined;
}

const CHOICE: ReadonlySet<string> = new Set(['type', 'const', 'enum']);

/** One word tells the branches apart, and the value has the word of none of them. */
function wordOfNoBranch(branches: readonly (readonly Misfit[])[]): readonly Misfit[] | undefined {
  const words = branches.flatMap((branch) => branch.filter(({ keyword }) => keyword === 'const'));
  const [first] = words;
  if (
    !first ||
    words.length !== branches.length ||
    words.some(({ path }) => path.join('\n') !== first.path.join('\n'))
  ) {
    return undefined;
  }
  return [{ ...first, keyword: 'enum', schema: { enum: words.map(({ schema }) => schema.const ?? null) } }];
}
