import { newer, newerFunc, overload, param, type FunctionDeclaration } from '../declaration';
import { Failure } from '../expression-error';
import { toJsonData } from '../format-value';
import { isJsonObject, readJson, type JsonData } from '../json-text';
import { isList, JsonValue, type Value } from '../values';

export const json: readonly FunctionDeclaration[] = [
  newerFunc('JsonParse', 'json', 'The value a strict JSON text stands for.', [
    overload([param('text?', 'string')], 'json', (text) => (text === null ? null : new JsonValue(readJson(text)))),
    overload([param('text?', 'notSet')], 'json', () => null),
  ]),
  newerFunc('ToJson', 'json', 'A value as JSON; NOT_SET stays NOT_SET.', [
    overload([param('value?', 'any')], 'json', (value) => (value === null ? null : asJson(value))),
    overload([param('values', 'any[]')], 'json', asJson),
    overload([param('value?', 'notSet')], 'json', () => null),
  ]),
  newerFunc('ToJsonCollection', 'json', 'The items of a JSON array, or of a collection, as JSON values.', [
    overload([param('array', 'json')], 'json[]', ({ data }) => {
      if (!Array.isArray(data)) throw new Failure('the JSON value is not an array');
      return (data as readonly JsonData[]).map((item) => new JsonValue(item));
    }),
    newer(
      overload([param('values', 'any[]')], 'json[]', (values) =>
        values.map((value) => (value === null ? null : asJson(value))),
      ),
    ),
  ]),
  newerFunc('GetJsonObjectProperty', 'json', 'A property by its exact name; NOT_SET if it is missing.', [
    overload([param('object', 'json'), param('name', 'string')], 'json', jsonProperty),
  ]),
];

/** A property by its exact name; what is missing, or is no object, gives NOT_SET (assumed for the latter). */
export function jsonProperty({ data }: JsonValue, name: string): JsonValue | null {
  if (!isJsonObject(data) || !Object.hasOwn(data, name)) return null;
  return new JsonValue(data[name] ?? null);
}

/** An item of a JSON array (inferred). */
export function jsonItem({ data }: JsonValue, index: number): JsonValue {
  if (!isList(data as Value)) throw new Failure('the JSON value is not an array');
  const items = data as readonly JsonData[];
  const item = items[index];
  if (item === undefined) throw new Failure(`the index is ${index}, the JSON array has ${items.length} items`);
  return new JsonValue(item);
}

function asJson(value: Value): JsonValue {
  return value instanceof JsonValue ? value : new JsonValue(toJsonData(value));
}
