import { asking, func, newer, newerFunc, overload, param, type FunctionDeclaration } from '../declaration';
import { readDateTime, readDuration, SECOND, dateTime, duration } from '../date-time';
import { Decimal, inRange, places, readNumber, ROUND_TOWARDS_ZERO, ZERO } from '../decimal';
import { type Environment } from '../environment';
import { Failure } from '../expression-error';
import { currencyText, fixedText, joined, textOf } from '../format-value';
import { isJsonObject, type JsonData } from '../json-text';
import { readPhoneNumber } from '../phone-number';
import { type CurrencyValue, integer, type JsonValue, type ReferenceKind, type Value } from '../values';
import { currencyOf, readCurrency } from './financial';

const nothing = overload([param('valueToConvert?', 'notSet')], 'any', () => null);

const toBool = func('ToBool', 'cast', 'Numbers other than 0, "true", "t" and "1" are true; unknown texts NOT_SET.', [
  overload([param('valueToConvert?', 'decimal')], 'boolean', (value) => (value === null ? null : !value.isZero())),
  overload([param('valueToConvert?', 'string')], 'boolean', (value) => (value === null ? null : truth(value))),
  overload([param('valueToConvert?', 'integer')], 'boolean', (value) => (value === null ? null : value !== 0)),
  { ...nothing, returns: overload([], 'boolean', () => null).returns },
  overload([param('valueToReturn', 'boolean')], 'boolean', (value) => value),
  newer(overload([param('valueToConvert?', 'json')], 'boolean', (value) => fromJson(value, truthOfJson))),
]);

const toString = func('ToString', 'cast', 'The text of a value; a collection joined by line ends or a delimiter.', [
  overload([param('valueToConvert?', 'any')], 'string', (value) => textOf(value)),
  overload([param('nullValue?', 'notSet')], 'string', () => null),
  overload([param('valueToConvert', 'any[]')], 'string', (items) => joined(items, '\n')),
  overload([param('valueToConvert', 'any[]'), param('delimiter?', 'string')], 'string', (items, delimiter) =>
    joined(items, delimiter ?? ''),
  ),
  overload([param('decimalValueToConvert?', 'decimal'), param('decimalPlaces', 'integer')], 'string', fixed),
  overload([param('currencyValueToConvert?', 'currency'), param('decimalPlaces', 'integer')], 'string', fixedCurrency),
  overload([param('valueToConvert', 'decimal[]'), param('decimalPlaces', 'integer')], 'string', (items, digits) =>
    joined(items, '\n', (item) => fixed(item as Decimal | null, digits)),
  ),
  overload(
    [param('currencyCollectionToConvert?', 'currency[]'), param('decimalPlaces', 'integer')],
    'string',
    (items, digits) => joined(items ?? [], '\n', (item) => fixedCurrency(item as CurrencyValue | null, digits)),
  ),
  overload(
    [param('valueToConvert', 'decimal[]'), param('delimiter?', 'string'), param('decimalPlaces', 'integer')],
    'string',
    (items, delimiter, digits) => joined(items, delimiter ?? '', (item) => fixed(item as Decimal | null, digits)),
  ),
  overload(
    [
      param('currencyCollectionToConvert?', 'currency[]'),
      param('delimiter?', 'string'),
      param('decimalPlaces', 'integer'),
    ],
    'string',
    (items, delimiter, digits) =>
      joined(items ?? [], delimiter ?? '', (item) => fixedCurrency(item as CurrencyValue | null, digits)),
  ),
]);

const toInt = func(
  'ToInt',
  'cast',
  'A whole number; decimals are cut, durations are milliseconds, blank texts NOT_SET.',
  [
    overload([param('valueToConvert?', 'boolean')], 'integer', (value) => (value === null ? null : Number(value))),
    overload([param('valueToConvert?', 'decimal')], 'integer', (value) => (value === null ? null : cut(value))),
    overload([param('valueToConvert?', 'string')], 'integer', (value) => integerIn(value)),
    overload([param('valueToConvert?', 'notSet')], 'integer', () => null),
    overload([param('valueToReturn?', 'integer')], 'integer', (value) => value),
    overload([param('valueToConvert?', 'duration')], 'integer', (value) => value?.milliseconds ?? null),
    newer(
      overload([param('valueToConvert?', 'json')], 'integer', (value) =>
        fromJson(value, (data) => (typeof data === 'string' ? integerIn(data) : cut(decimalOfJson(data)))),
      ),
    ),
  ],
);

const toDecimal = func('ToDecimal', 'cast', 'A Decimal; of a currency its amount; of a blank text NOT_SET.', [
  overload([param('valueToConvert?', 'boolean')], 'decimal', (value) =>
    value === null ? null : new Decimal(Number(value)),
  ),
  overload([param('valueToConvert?', 'currency')], 'decimal', (value) => value?.amount ?? null),
  overload([param('valueToConvert?', 'string')], 'decimal', (value) => decimalIn(value)),
  overload([param('valueToConvert?', 'integer')], 'decimal', (value) => (value === null ? null : new Decimal(value))),
  overload([param('valueToConvert?', 'notSet')], 'decimal', () => null),
  overload([param('valueToReturn?', 'decimal')], 'decimal', (value) => value),
  newer(
    overload([param('valueToConvert?', 'json')], 'decimal', (value) =>
      fromJson(value, (data) => (typeof data === 'string' ? decimalIn(data) : decimalOfJson(data))),
    ),
  ),
]);

const toDateTime = func('ToDateTime', 'cast', 'A moment from ISO 8601, or from seconds since 1970.', [
  overload([param('text?', 'string')], 'dateTime', (value) => {
    if (value === null || value.trim() === '') return null;
    return readDateTime(value.trim()) ?? unreadable(value, 'a DateTime in ISO 8601, such as 2024-01-31T12:00:00Z');
  }),
  overload([param('valueToConvert?', 'integer')], 'dateTime', (value) =>
    value === null ? null : dateTime(value * SECOND),
  ),
  overload([param('valueToConvert?', 'notSet')], 'dateTime', () => null),
  overload([param('valueToReturn?', 'dateTime')], 'dateTime', (value) => value),
]);

const toDuration = func('ToDuration', 'cast', 'A duration from ISO 8601, or from milliseconds.', [
  overload([param('valueToConvert?', 'string')], 'duration', (value) => {
    if (value === null || value.trim() === '') return null;
    return readDuration(value.trim()) ?? unreadable(value, 'a Duration in ISO 8601, such as PT1H30M');
  }),
  overload([param('valueToConvert?', 'integer')], 'duration', (value) => (value === null ? null : duration(value))),
  overload([param('valueToConvert?', 'notSet')], 'duration', () => null),
  overload([param('valueToReturn?', 'duration')], 'duration', (value) => value),
]);

const toPhoneNumber = func('ToPhoneNumber', 'cast', 'A phone number from +1…, tel:… or sip:….', [
  overload([param('valueToConvert', 'string')], 'phoneNumber', (value) => readPhoneNumber(value)),
  overload([param('valueToConvert?', 'notSet')], 'phoneNumber', () => null),
  overload([param('valueToReturn?', 'phoneNumber')], 'phoneNumber', (value) => value),
  newer(overload([param('valueToConvert?', 'json')], 'phoneNumber', (value) => readPhoneNumber(textOf(value) ?? ''))),
]);

const toCurrency = func('ToCurrency', 'cast', 'A currency from "amount|code", or from an amount alone.', [
  overload([param('valueToConvert?', 'string')], 'currency', readCurrency),
  overload([param('valueToConvert?', 'decimal')], 'currency', (amount) =>
    amount === null ? null : currencyOf(amount, null),
  ),
  overload([param('valueToConvert?', 'integer')], 'currency', (amount) =>
    amount === null ? null : currencyOf(new Decimal(amount), null),
  ),
  overload([param('nullValue?', 'notSet')], 'currency', () => null),
  overload([param('valueToReturn?', 'currency')], 'currency', (value) => value),
]);

export const casts: readonly FunctionDeclaration[] = [
  toBool,
  toString,
  toInt,
  toDecimal,
  toDateTime,
  toDuration,
  toReference('ToSkill', 'skill', 'skillName'),
  toReference('ToUser', 'user', 'userName'),
  languageSkill(),
  toReference('ToQueue', 'queue', 'valueToConvert'),
  toReference('ToGroup', 'group', 'valueToConvert'),
  toPhoneNumber,
  toReference('ToWrapupCode', 'wrapupCode', 'valueToConvert'),
  toCurrency,
  newerFunc('ToScheduleGroup', 'cast', 'The schedule group of that name; NOT_SET if there is none.', [
    asking([param('valueToConvert?', 'string')], 'scheduleGroup', named('scheduleGroup')),
    overload([param('valueToConvert?', 'notSet')], 'scheduleGroup', () => null),
    overload([param('valueToReturn?', 'scheduleGroup')], 'scheduleGroup', (value) => value),
  ]),
];

type LookedUp = 'skill' | 'user' | 'languageSkill' | 'queue' | 'group' | 'wrapupCode';

/** A cast that looks up a name in the org. Case does not matter. */
function toReference(name: string, kind: LookedUp, parameter: string): FunctionDeclaration {
  return func(name, 'cast', 'The one of that name in the org; NOT_SET if there is none (assumed).', [
    asking([param(`${parameter}?`, 'string')], kind, named(kind)),
    overload([param('valueToConvert?', 'notSet')], kind, () => null),
    overload([param('valueToReturn?', kind)], kind, (value) => value as Value),
  ]);
}

/** In the catalogue, the last overload of this cast does not accept NOT_SET. */
function languageSkill(): FunctionDeclaration {
  const declared = toReference('ToLanguageSkill', 'languageSkill', 'languageTag');
  const last = overload([param('valueToReturn', 'languageSkill')], 'languageSkill', (value) => value);
  return { ...declared, overloads: [...declared.overloads.slice(0, 2), last] };
}

function named(kind: ReferenceKind) {
  return ({ org }: Environment, name: string | null) => (name === null ? null : (org.findByName(kind, name) ?? null));
}

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  t: true,
  '1': true,
  false: false,
  f: false,
  '0': false,
};

function truth(text: string): boolean | null {
  const folded = text.length > 5 ? '' : text.toLowerCase();
  return Object.hasOwn(truths, folded) ? (truths[folded] ?? null) : null;
}

function truthOfJson(data: JsonData): boolean | null {
  if (typeof data === 'boolean') return data;
  return typeof data === 'string' ? truth(data) : !decimalOfJson(data).isZero();
}

function fixed(value: Decimal | null, digits: number): string | null {
  return value === null ? null : fixedText(value, places(digits));
}

function fixedCurrency(value: CurrencyValue | null, digits: number): string | null {
  return value === null ? null : currencyText(value, places(digits));
}

function cut(value: Decimal): number {
  return integer(value.toDecimalPlaces(0, ROUND_TOWARDS_ZERO).toNumber());
}

function integerIn(text: string | null): number | null {
  const value = decimalIn(text);
  return value === null ? null : cut(value);
}

function decimalIn(text: string | null): Decimal | null {
  if (text === null) return null;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = readNumber(trimmed);
  if (number === undefined) return unreadable(text, 'a number, such as -12.5');
  return inRange(new Decimal(number.digits).plus(ZERO));
}

function decimalOfJson(data: JsonData): Decimal {
  if (typeof data === 'boolean') return new Decimal(Number(data));
  if (typeof data === 'number' || Decimal.isDecimal(data)) return inRange(new Decimal(data));
  throw new Failure(`a JSON ${isJsonObject(data) ? 'object' : 'array'} is not a number`);
}

/** JSON's null becomes NOT_SET. */
function fromJson<V extends Value>(value: JsonValue | null, convert: (data: Exclude<JsonData, null>) => V): V | null {
  return value === null || value.data === null ? null : convert(value.data);
}

function unreadable(text: string, expected: string): never {
  const shown = text.length > 40 ? `${text.slice(0, 37)}…` : text;
  throw new Failure(`${JSON.stringify(shown)} is not ${expected}`);
}
