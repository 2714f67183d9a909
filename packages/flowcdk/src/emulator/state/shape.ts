import { didYouMean } from '../../ground/did-you-mean';
import { isObject, type Json, type JsonObject } from './json';

/*
 * The language of the tables: a shape says what the fields of a record are. It gives the type of the record, the check
 * of a request body, the defaults and the JSON schema. A validator that compiles schemas takes longer to load than the
 * org may take to start.
 */

/** Reports what is wrong with the field at a path: `acwSettings.timeoutMs`. */
type Report = (path: string, message: string) => void;

/** What a field must be. Null counts as absent. */
export interface Field<T = unknown> {
  /** For messages: `a text of at most 256 characters`. */
  readonly expects: string;
  /** A JSON schema, for readers of the OpenAPI document. @default anything */
  readonly schema?: JsonObject;
  /** A body must have it. */
  readonly required?: boolean;
  /** A body may lack it; the org fills it in before it keeps the record. */
  readonly filled?: boolean;
  /** The value that the org fills in. */
  readonly otherwise?: Json;
  /** The org alone sets it. What a body says about it is ignored, and a change keeps it. */
  readonly readOnly?: boolean;
  /** The org keeps something else for the field, or nothing. */
  readonly bodyOnly?: boolean;
  /** Gives the value as the org keeps it. Reports a value that does not fit, and gives nothing. */
  readonly read: (value: Json, path: string, report: Report) => T | undefined;
}

/** The fields of a record or of an object in it, by name. */
export type Shape = Readonly<Record<string, Field>>;

/** The type of the value of a field. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

type Needed = { readonly required: true };
type Filled = { readonly filled: true };
type ReadOnly = { readonly readOnly: true };
type BodyOnly = { readonly bodyOnly: true };
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** What the org keeps: a record has what a body must have and what the org fills in; it may have the rest. */
export type RecordOf<S extends Shape> = Flat<
  {
    readonly [K in keyof S as S[K] extends BodyOnly ? never : S[K] extends Needed | Filled ? K : never]: ValueOf<S[K]>;
  } & {
    readonly [K in keyof S as S[K] extends BodyOnly | Needed | Filled ? never : K]?: ValueOf<S[K]> | undefined;
  }
>;

/** What a body says, after its check. It has no fields that only the org sets. */
export type BodyOf<S extends Shape> = Flat<
  { readonly [K in keyof S as S[K] extends ReadOnly ? never : S[K] extends Needed ? K : never]: ValueOf<S[K]> } & {
    readonly [K in keyof S as S[K] extends ReadOnly | Needed ? never : K]?: ValueOf<S[K]> | undefined;
  }
>;

/** A problem with one field of a body. */
export interface ShapeProblem {
  readonly field: string;
  readonly message: string;
}

/** Fields that the shape does not name: the cloud lets them through, the local org's own requests refuse them. */
type Others = 'let through' | 'refused';

/** The body as its shape reads it, or all problems with its form. */
export type Reading<S extends Shape> =
  | { readonly body: BodyOf<S>; readonly problems?: undefined }
  | { readonly body?: undefined; readonly problems: readonly ShapeProblem[] };

/** Reads a body. Fields that the shape does not name stay as they are, unless they are refused. */
export function readBody<S extends Shape>(body: JsonObject, shape: S, others: Others = 'let through'): Reading<S> {
  const problems: ShapeProblem[] = [];
  const read = readFields(body, shape, '', (field, message) => problems.push({ field, message }), others);
  // The walk has checked every field that the type of the body names.
  return problems.length > 0 ? { problems } : { body: read as BodyOf<S> };
}

function readFields(value: JsonObject, shape: Shape, above: string, report: Report, others: Others): JsonObject {
  const pathOf = (name: string): string => (above === '' ? name : `${above}.${name}`);
  for (const other of others === 'refused' ? Object.keys(value).filter((name) => !Object.hasOwn(shape, name)) : []) {
    report(pathOf(other), noSuchField(pathOf(other), other, Object.keys(shape)));
  }
  const read = new Map<string, Json | undefined>();
  for (const [name, field] of Object.entries(shape)) {
    if (field.readOnly) continue;
    const fieldValue = Object.hasOwn(value, name) ? value[name] : undefined;
    if (fieldValue !== undefined && fieldValue !== null)
      read.set(name, field.read(fieldValue, pathOf(name), report) as Json);
    else if (field.required) report(pathOf(name), `${pathOf(name)} is missing; expected ${field.expects}`);
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, fieldValue]) => {
      if (read.has(name)) return [[name, read.get(name)]];
      return Object.hasOwn(shape, name) ? [] : [[name, fieldValue]];
    }),
  );
}

function noSuchField(path: string, name: string, known: readonly string[]): string {
  const near = didYouMean(name, known);
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  return `there is no field ${shown(path)}.${meant} There are ${known.join(', ')}`;
}

/** The defaults that the org fills in for missing fields. */
export const defaultsOf = (shape: Shape): JsonObject =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, { otherwise: value }]) => (value === undefined ? [] : [[name, value]])),
  );

/** The names of the fields that only the org sets, or that only a body has. */
export const fieldsThatAre = (what: 'readOnly' | 'bodyOnly', shape: Shape): readonly string[] =>
  Object.entries(shape).flatMap(([name, field]) => (field[what] ? [name] : []));

/** A field whose values pass a test. A text that stands for such a value may be read as that value. */
function simple<T extends Json>(
  expects: string,
  schema: JsonObject,
  fits: (value: Json) => value is T,
  inText: (text: string) => Json = (text) => text,
): Field<T> {
  return {
    expects,
    schema,
    read: (value, path, report) => {
      const meant = typeof value === 'string' ? inText(value) : value;
      if (fits(meant)) return meant;
      report(path, `${path} is ${shown(value)}; expected ${expects}`);
      return undefined;
    },
  };
}

const shown = (value: Json): string => {
  const json = JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
};

/** A body must have the field. */
export const required = <F extends Field>(field: F): F & Needed => ({ ...field, required: true });
/** A body may lack the field here, although other bodies must have it. */
export const optional = <T>(field: Field<T>): Field<T> => ({ ...field, required: false });
/** A body may lack the field; the org fills it in before it keeps the record. */
export const filled = <F extends Field>(field: F): F & Filled => ({ ...field, filled: true });
/** A body may lack the field; the org then keeps the default. */
export const otherwise = <F extends Field>(field: F, value: Json & ValueOf<F>): F & Filled => ({
  ...field,
  filled: true,
  otherwise: value,
});
/** Only the org sets the field; a record may lack it. */
export const readOnly = <F extends Field>(field: F): F & ReadOnly => ({ ...field, readOnly: true });

/** Only a body has the field. The org keeps something else for it, or nothing. */
export const bodyOnly = <F extends Field>(field: F): F & BodyOnly => ({ ...field, bodyOnly: true });

export const text = (most = 10_000, least = 0): Field<string> =>
  simple(
    `a text of ${least === 0 ? 'at most' : `${least} to`} ${most} characters`,
    { type: 'string', ...(least === 0 ? {} : { minLength: least }), maxLength: most },
    (value): value is string => typeof value === 'string' && value.length <= most && value.length >= least,
  );
/** A field whose value no message repeats. Fields in it need the same. */
export const unrepeated = <T>(field: Field<T>): Field<T> => ({
  ...field,
  read: (value, path, report) =>
    field.read(value, path, (at, message) =>
      report(at, at === path ? `${path} is not ${field.expects}; its value is not repeated here` : message),
    ),
});
/** A text whose value no message repeats. */
export const secretText = (most = 10_000, least = 0): Field<string> => unrepeated(text(most, least));
/** The name of something: not empty. */
export const name = required(
  simple(
    'a text of 1 to 256 characters',
    { type: 'string', minLength: 1, maxLength: 256 },
    (value): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= 256,
  ),
);
export const oneOf = <const V extends string>(...values: readonly V[]): Field<V> =>
  simple(`one of ${values.join(', ')}`, { enum: values }, (value): value is V =>
    (values as readonly Json[]).includes(value),
  );

/** Reads a text that is exactly a number or a boolean as that value. The vendor's own examples post such texts. */
const scalarIn = (value: string): Json =>
  value === 'true' ? true : value === 'false' ? false : NUMBER.test(value) ? Number(value) : value;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export const yesNo: Field<boolean> = simple(
  'true or false',
  { type: 'boolean' },
  (value): value is boolean => typeof value === 'boolean',
  scalarIn,
);
export const whole = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): Field<number> =>
  simple(
    `a whole number${within(least, most, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)}`,
    {
      type: 'integer',
      ...(least === Number.MIN_SAFE_INTEGER ? {} : { minimum: least }),
      ...(most === Number.MAX_SAFE_INTEGER ? {} : { maximum: most }),
    },
    (value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    scalarIn,
  );
export const numeric = (least: number, most = Number.MAX_VALUE): Field<number> =>
  simple(
    `a number${within(least, most, -Number.MAX_VALUE, Number.MAX_VALUE)}`,
    { type: 'number', minimum: least, ...(most === Number.MAX_VALUE ? {} : { maximum: most }) },
    (value): value is number => typeof value === 'number' && value >= least && value <= most,
    scalarIn,
  );

function within(least: number, most: number, lowest: number, highest: number): string {
  if (least === lowest && most === highest) return '';
  if (most === highest) return ` of at least ${least}`;
  return ` from ${least} to ${most}`;
}

/** Also accepts the number 0, which Terraform's provider sends for a field that the configuration leaves out. */
export const orZero = (field: Field<number>): Field<number> => ({
  ...field,
  expects: `0 or ${field.expects}`,
  schema: { anyOf: [{ const: 0 }, field.schema ?? {}] },
  read: (value, path, report) =>
    value === 0 || value === '0'
      ? 0
      : field.read(value, path, () => report(path, `${path} is ${shown(value)}; expected ${field.expects}`)),
});

/** Also accepts the empty text, which Terraform's provider sends for a field that the configuration leaves out. */
export const orEmpty = <T>(field: Field<T>): Field<T | ''> => ({
  ...field,
  schema: { anyOf: [{ const: '' }, field.schema ?? {}] },
  read: (value, path, report) => (value === '' ? '' : field.read(value, path, report)),
});

/** Any JSON value. */
export const anything: Field<Json> = { expects: 'anything', read: (value) => value };
export const anyObject: Field<JsonObject> = simple('an object', { type: 'object' }, isObject);

/** A shape as a JSON schema. The schema has no null, which counts as absent, and no fields that only the org sets. */
export function schemaOf(shape: Shape): JsonObject {
  const fields = Object.entries(shape).filter(([, field]) => !field.readOnly);
  const needed = fields.flatMap(([field, { required: isNeeded }]) => (isNeeded ? [field] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([field, { schema = {} }]) => [field, schema])),
    ...(needed.length === 0 ? {} : { required: needed }),
  };
}

export const object = <const S extends Shape>(shape: S, others: Others = 'let through'): Field<RecordOf<S>> => ({
  expects: 'an object',
  schema: schemaOf(shape),
  read: (value, path, report) => {
    if (isObject(value)) {
      return { ...defaultsOf(shape), ...readFields(value, shape, path, report, others) } as RecordOf<S>;
    }
    report(path, `${path} is ${shown(value)}; expected an object`);
    return undefined;
  },
});

/** `{ id }` */
export const reference = object({ id: required(text(256)) });

export const listOf = <T>(item: Field<T>, most = Infinity): Field<readonly T[]> => ({
  expects: `a list${most === Infinity ? '' : ` of at most ${most}`}, each of it ${item.expects}`,
  schema: { type: 'array', items: item.schema ?? {}, ...(most === Infinity ? {} : { maxItems: most }) },
  read: (value, path, report) => {
    if (!Array.isArray(value)) {
      report(path, `${path} is ${shown(value)}; expected a list`);
      return undefined;
    }
    if (value.length > most) report(path, `${path} has ${value.length} entries; expected at most ${most}`);
    return (value as readonly Json[]).map((element, i) => item.read(element, `${path}[${i}]`, report) as T);
  },
});

/** An object whose values are all alike. */
export const mapOf = <T>(item: Field<T>): Field<Readonly<Record<string, T>>> => ({
  expects: `an object, each value ${item.expects}`,
  schema: { type: 'object', additionalProperties: item.schema ?? {} },
  read: (value, path, report) => {
    if (!isObject(value)) {
      report(path, `${path} is ${shown(value)}; expected an object`);
      return undefined;
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, entry]) =>
        entry === undefined ? [] : [[key, item.read(entry, `${path}.${key}`, report) as T]],
      ),
    );
  },
});
