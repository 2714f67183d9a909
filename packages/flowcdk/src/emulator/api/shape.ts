import { didYouMean } from '../../ground/did-you-mean';
import { isObject, type Json, type JsonObject } from '../state/json';

/** What a field of a body must be. Null counts as absent. */
export interface Field {
  /** For messages: `a text of at most 256 characters`. */
  readonly expects: string;
  readonly required?: boolean;
  /** As a JSON schema, for who reads the OpenAPI document. @default anything */
  readonly schema?: JsonObject;
  /** Tells what is wrong, with the path of what is. */
  readonly check: (value: Json, path: string, told: Told) => void;
}

export type Shape = Readonly<Record<string, Field>>;

type Told = (field: string, message: string) => void;

export interface ShapeProblem {
  readonly field: string;
  readonly message: string;
}

/** Fields the shape does not name: the cloud lets them through, the local org's own requests refuse them. */
type Others = 'let through' | 'refused';

/** Everything that is wrong with the form of a body. */
export function shapeProblems(body: JsonObject, shape: Shape, others: Others = 'let through'): ShapeProblem[] {
  const problems: ShapeProblem[] = [];
  checkFields(body, shape, '', (field, message) => problems.push({ field, message }), others);
  return problems;
}

function checkFields(value: JsonObject, shape: Shape, above: string, told: Told, others: Others): void {
  const known = Object.keys(shape);
  for (const other of others === 'refused' ? Object.keys(value).filter((field) => !known.includes(field)) : []) {
    const path = above === '' ? other : `${above}.${other}`;
    const near = didYouMean(other, known);
    const meant = near === undefined ? '' : ` Did you mean ${near}?`;
    told(path, `there is no field ${shown(path)}.${meant} There are ${known.join(', ')}`);
  }
  for (const [name, field] of Object.entries(shape)) {
    const path = above === '' ? name : `${above}.${name}`;
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given !== undefined && given !== null) field.check(given, path, told);
    else if (field.required) told(path, `${path} is missing; expected ${field.expects}`);
  }
}

const simple = (expects: string, schema: JsonObject, fits: (value: Json) => boolean): Field => ({
  expects,
  schema,
  check: (value, path, told) => {
    if (!fits(value)) told(path, `${path} is ${shown(value)}; expected ${expects}`);
  },
});

const shown = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

export const required = (field: Field): Field => ({ ...field, required: true });

export const text = (most = 10_000, least = 0): Field =>
  simple(
    `a text of ${least === 0 ? 'at most' : `${least} to`} ${most} characters`,
    { type: 'string', ...(least === 0 ? {} : { minLength: least }), maxLength: most },
    (value) => typeof value === 'string' && value.length <= most && value.length >= least,
  );
/** A text whose value no message repeats. */
export const secretText = (most = 10_000, least = 0): Field => {
  const plain = text(most, least);
  return {
    ...plain,
    check: (value, path, told) =>
      plain.check(value, path, () => told(path, `${path} is not ${plain.expects}; its value is not repeated here`)),
  };
};
/** The name of something: not empty. */
export const name = required(
  simple(
    'a text of 1 to 256 characters',
    { type: 'string', minLength: 1, maxLength: 256 },
    (v) => typeof v === 'string' && v.trim() !== '' && v.length <= 256,
  ),
);
export const oneOf = (...values: readonly string[]): Field =>
  simple(
    `one of ${values.join(', ')}`,
    { enum: values },
    (value) => typeof value === 'string' && values.includes(value),
  );
export const yesNo: Field = simple('true or false', { type: 'boolean' }, (value) => typeof value === 'boolean');
export const whole = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): Field =>
  simple(
    least === Number.MIN_SAFE_INTEGER ? 'a whole number' : `a whole number from ${least} to ${most}`,
    {
      type: 'integer',
      ...(least === Number.MIN_SAFE_INTEGER ? {} : { minimum: least }),
      ...(most === Number.MAX_SAFE_INTEGER ? {} : { maximum: most }),
    },
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
  );
export const numeric = (least: number, most: number): Field =>
  simple(
    `a number from ${least} to ${most}`,
    { type: 'number', minimum: least, maximum: most },
    (value) => typeof value === 'number' && value >= least && value <= most,
  );
export const anyObject: Field = simple('an object', { type: 'object' }, isObject);

/** A shape as a JSON schema. Null, which counts as absent, is left out of it. */
export function schemaOf(shape: Shape): JsonObject {
  const fields = Object.entries(shape);
  const needed = fields.flatMap(([field, { required: isNeeded }]) => (isNeeded ? [field] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([field, { schema = {} }]) => [field, schema])),
    ...(needed.length === 0 ? {} : { required: needed }),
  };
}

export const object = (shape: Shape, others: Others = 'let through'): Field => ({
  expects: 'an object',
  schema: schemaOf(shape),
  check: (value, path, told) => {
    if (isObject(value)) checkFields(value, shape, path, told, others);
    else told(path, `${path} is ${shown(value)}; expected an object`);
  },
});

/** `{ id }` */
export const reference = object({ id: required(text(256)) });

export const listOf = (item: Field): Field => ({
  expects: `a list, each of it ${item.expects}`,
  schema: { type: 'array', items: item.schema ?? {} },
  check: (value, path, told) => {
    if (!Array.isArray(value)) return told(path, `${path} is ${shown(value)}; expected a list`);
    (value as readonly Json[]).forEach((one, i) => item.check(one, `${path}[${i}]`, told));
  },
});

/** An object whose values are all alike. */
export const mapOf = (item: Field): Field => ({
  expects: `an object, each value ${item.expects}`,
  schema: { type: 'object', additionalProperties: item.schema ?? {} },
  check: (value, path, told) => {
    if (!isObject(value)) return told(path, `${path} is ${shown(value)}; expected an object`);
    for (const [key, one] of Object.entries(value)) if (one !== undefined) item.check(one, `${path}.${key}`, told);
  },
});
