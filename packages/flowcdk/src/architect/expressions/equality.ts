/** `==` and AreEqual compare values, not objects. NOT_SET equals NOT_SET. */
import { Decimal } from './decimal';
import { isJsonObject, type JsonData } from './json-text';
import {
  AudioValue,
  CommunicationValue,
  ConstantValue,
  CurrencyValue,
  DateTimeValue,
  DurationValue,
  isList,
  JsonValue,
  ObjectValue,
  PhoneNumberValue,
  PlainTimeValue,
  ReferenceValue,
  type Value,
} from './values';

export function areEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && haveEqualItems(a, b, areEqual);
  if (typeof a === 'number') return b instanceof Decimal && b.eq(a);
  if (a instanceof Decimal) return (typeof b === 'number' || b instanceof Decimal) && a.eq(b);
  if (a instanceof DateTimeValue) return b instanceof DateTimeValue && a.milliseconds === b.milliseconds;
  if (a instanceof DurationValue) return b instanceof DurationValue && a.milliseconds === b.milliseconds;
  if (a instanceof CurrencyValue)
    return b instanceof CurrencyValue && sameCode(a.code, b.code) && areEqual(a.amount, b.amount);
  if (a instanceof PhoneNumberValue) return b instanceof PhoneNumberValue && a.parts.identity === b.parts.identity;
  if (a instanceof JsonValue) return b instanceof JsonValue && isSameJson(a.data, b.data);
  if (a instanceof ReferenceValue) return b instanceof ReferenceValue && a.kind === b.kind && a.id === b.id;
  if (a instanceof PlainTimeValue) return b instanceof PlainTimeValue && a.kind === b.kind && a.text === b.text;
  if (a instanceof ConstantValue) return b instanceof ConstantValue && a.name === b.name;
  if (a instanceof ObjectValue) return b instanceof ObjectValue && hasSameProperties(a.properties, b.properties);
  // The JSON text of both holds the kind.
  return (a instanceof AudioValue || a instanceof CommunicationValue) && JSON.stringify(a) === JSON.stringify(b);
}

export function haveEqualItems(
  a: readonly Value[],
  b: readonly Value[],
  same: (x: Value, y: Value) => boolean,
): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index] ?? null));
}

/** Compares two texts without regard to case. NOT_SET equals only NOT_SET. */
export function areEqualIgnoringCase(a: Value, b: Value): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return a === b;
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** Currency codes are compared without regard to case (assumed). */
export function sameCode(a: string | null, b: string | null): boolean {
  return areEqualIgnoringCase(a, b);
}

function hasSameProperties(a: Readonly<Record<string, Value>>, b: Readonly<Record<string, Value>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => areEqual(a[name] ?? null, b[name] ?? null));
}

function isSameJson(a: JsonData, b: JsonData): boolean {
  if (a === b) return true;
  if (isNumber(a) && isNumber(b)) return new Decimal(a).eq(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item: JsonData, index) => isSameJson(item, b[index] as JsonData));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSameJson(a[name] ?? null, b[name] ?? null));
}

function isNumber(data: JsonData): data is number | Decimal {
  return typeof data === 'number' || Decimal.isDecimal(data);
}
