/** Reads values from the text and JSON of a command line or a file of test cases. */
import { builtInVariable } from './built-in-variables';
import { readDateTime, readDuration } from './date-time';
import { Decimal, inRange, readNumber } from './decimal';
import { Failure } from './expression-error';
import { readEmailAddress } from './functions/email';
import { readCurrency } from './functions/financial';
import { isJsonObject, readJson, writeJson, type JsonData } from './json-text';
import { MAX_INTEGER } from './limits';
import { readPhoneNumber } from './phone-number';
import { ANY, type, typeName, typeNamed, typeNames, type Kind, type Type } from './types';
import { JsonValue, PlainTimeValue, ReferenceValue, typeOf, type ReferenceKind, type Value } from './values';

export interface TypedValue {
  readonly type: Type;
  readonly value: Value;
}

const LONGEST_TYPE_NAME = 60;

/**
 * Reads a value with its type: `STRING:abc`, `INTEGER:5`, `DURATION:PT5S`, `CURRENCY:10.00|USD`, `JSON:{"a":1}`,
 * `STRING_COLLECTION:["a","b"]`, `QUEUE:Support`. `KIND:NOT_SET` is NOT_SET of that type. Without a known type before a
 * colon the whole text is a string. Bare JSON values have the obvious types: a whole number is an integer, any other
 * number a decimal, an array a collection of the type of its first item, an object is JSON, `null` is NOT_SET.
 */
export function parseTypedValue(value: unknown): TypedValue {
  if (typeof value === 'string') return ofText(value);
  return ofJson(value as JsonData);
}

function ofText(text: string): TypedValue {
  const colon = text.indexOf(':');
  const prefix = text.slice(0, Math.max(colon, 0));
  const known = typeNamed(prefix);
  if (known === undefined) {
    // Upper case before the colon counts as a type. Any other text with a colon is a string.
    if (/^[A-Z][A-Z_]*$/.test(prefix) && prefix.length <= LONGEST_TYPE_NAME && !looksLikeUri(prefix)) {
      throw new Failure(`"${prefix}" is not a type; known are ${typeNames.join(', ')}, each also with Collection`);
    }
    return { type: type('string'), value: text };
  }
  const rest = text.slice(colon + 1);
  if (rest === 'NOT_SET') return { type: known, value: known.collection ? [] : null };
  if (!known.collection) return { type: known, value: scalar(known.kind, rest) };
  const items = readJson(rest);
  if (!Array.isArray(items)) throw new Failure(`the value of a ${typeName(known)} is a JSON array, such as ["a","b"]`);
  return { type: known, value: (items as readonly JsonData[]).map((item) => ofItem(known.kind, item)) };
}

const uriSchemes: ReadonlySet<string> = new Set(['HTTP', 'HTTPS', 'TEL', 'SIP', 'SIPS', 'MAILTO']);

function looksLikeUri(prefix: string): boolean {
  return uriSchemes.has(prefix);
}

function ofItem(kind: Kind, item: JsonData): Value {
  if (item === null) return null;
  if (kind === 'json') return new JsonValue(item);
  const text = typeof item === 'string' ? item : writeJson(item);
  if (isStructured(item) && kind !== 'string') throw new Failure(`${text.slice(0, 40)} is not a ${kind}`);
  return scalar(kind, text);
}

const isStructured = (item: JsonData): boolean => Array.isArray(item) || isJsonObject(item);

function ofJson(data: JsonData): TypedValue {
  if (data === null) return { type: ANY, value: null };
  if (typeof data === 'boolean' || typeof data === 'string') return { type: typeOf(data), value: data };
  if (typeof data === 'number' || Decimal.isDecimal(data)) {
    const number = new Decimal(data);
    const value = number.isInteger() && number.abs().lte(MAX_INTEGER) ? number.toNumber() : inRange(number);
    return { type: typeOf(value), value };
  }
  if (isJsonObject(data)) return { type: type('json'), value: new JsonValue(data) };
  return collectionOf((data as readonly JsonData[]).map(ofJson));
}

/** A collection of the items. Integers beside decimals make a collection of decimals. */
function collectionOf(items: readonly TypedValue[]): TypedValue {
  const kinds = new Set(items.filter(({ value }) => value !== null).map((item) => item.type));
  if (items.some((item) => item.type.collection)) throw new Failure('a collection cannot hold collections');
  const [first = type('string'), second] = [...kinds];
  if (kinds.size <= 1) return { type: type(first.kind, true), value: items.map(({ value }) => value) };
  const numbers = kinds.size === 2 && kinds.has(type('integer')) && kinds.has(type('decimal'));
  if (!numbers)
    throw new Failure(
      `the items of a collection are of one type, not ${typeName(first)} and ${typeName(second ?? first)}`,
    );
  const value = items.map((item) => (typeof item.value === 'number' ? new Decimal(item.value) : item.value));
  return { type: type('decimal', true), value };
}

type Reader = (text: string) => Value | undefined;

const readers: Readonly<Partial<Record<Kind, Reader>>> = {
  string: (text) => text,
  integer: (text) => {
    const number = readNumber(text.trim());
    if (number === undefined || number.hasPoint) return undefined;
    const value = Number(number.digits);
    return Math.abs(value) <= MAX_INTEGER ? value + 0 : undefined;
  },
  decimal: (text) => {
    const number = readNumber(text.trim());
    return number === undefined ? undefined : inRange(new Decimal(number.digits));
  },
  boolean: (text) => {
    const folded = text.trim().toLowerCase();
    return folded === 'true' ? true : folded === 'false' ? false : undefined;
  },
  dateTime: (text) => readDateTime(text.trim()),
  date: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? new PlainTimeValue('date', text) : undefined),
  time: (text) => (/^\d{2}:\d{2}(:\d{2})?$/.test(text) ? new PlainTimeValue('time', text) : undefined),
  duration: (text) => readDuration(text.trim()),
  currency: readCurrency,
  phoneNumber: readPhoneNumber,
  json: (text) => new JsonValue(readJson(text)),
  emailAddress: (text) => readEmailAddress(text) ?? undefined,
};

const examples: Readonly<Partial<Record<Kind, string>>> = {
  integer: `a whole number within ±${MAX_INTEGER}`,
  decimal: 'a number, such as 1.5',
  boolean: 'true or false',
  dateTime: 'a date in ISO 8601, such as 2024-01-31T12:00:00Z',
  date: 'a date, such as 2024-01-31',
  time: 'a time, such as 12:30:00',
  duration: 'a duration in ISO 8601, such as PT1H30M',
  emailAddress: 'an e-mail address',
};

const references: ReadonlySet<Kind> = new Set<ReferenceKind>([
  'queue',
  'user',
  'skill',
  'languageSkill',
  'group',
  'wrapupCode',
  'prompt',
  'schedule',
  'scheduleGroup',
  'emergencyGroup',
  'externalContact',
  'externalOrganization',
]);

function scalar(kind: Kind, text: string): Value {
  const read = readers[kind];
  if (read !== undefined) {
    const value = read(text);
    if (value !== undefined) return value;
    throw new Failure(`"${text.slice(0, 40)}" is not ${examples[kind] ?? `a ${kind}`}`);
  }
  if (references.has(kind)) {
    const more: Readonly<Record<string, Value>> = kind === 'user' ? { username: text, email: text } : {};
    return new ReferenceValue(kind as ReferenceKind, text.toLowerCase(), text, more);
  }
  throw new Failure(`a value of type ${kind} cannot be written as text`);
}

/** The type of a built-in variable, for a value without a type. */
export function builtInType(name: string): Type | undefined {
  return builtInVariable(name)?.type;
}
