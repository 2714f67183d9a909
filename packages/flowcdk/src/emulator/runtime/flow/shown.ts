import { Decimal, JsonValue, textOf, toJsonData, type Value, writeJson } from '../../../architect/expressions';
import type { Json } from '../../state/json';

/** A value as the event log shows it: as JSON, else as the text that `ToString` gives. */
export function shown(value: Value): Json {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return (value as readonly Value[]).map(shown);
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof JsonValue) return JSON.parse(writeJson(value.data)) as Json;
  return textOf(value as Exclude<Value, readonly Value[]>) ?? String(toJsonData(value));
}
