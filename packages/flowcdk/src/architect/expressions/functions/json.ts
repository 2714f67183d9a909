import { newer, newerFunc, overload, param, type FunctionDeclaration } from '../declaration';
import { areEqual } from '../equality';
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
  newerFunc('GetJsonObjectPropertyNames', 'json', 'The names of the properties of an object, in its order.', [
    overload([param('object', 'json')], 'string[]', (object) => Object.keys(propertiesOf(object))),
  ]),
  newerFunc('IsJsonObject', 'json', 'Whether a JSON value is an object; NOT_SET is none.', [
    overload([param('value?', 'json')], 'boolean', (value) => value !== null && isJsonObject(value.data)),
    overload([param('value?', 'notSet')], 'boolean', () => false),
  ]),
  newerFunc('SetJsonObjectProperty', 'json', 'The object with a property of that name; the one it had is replaced.', [
    overload([param('object', 'json'), param('name', 'string'), param('value?', 'any')], 'json', withProperty),
    overload([param('object', 'json'), param('name', 'string'), param('values', 'any[]')], 'json', withProperty),
  ]),
  newerFunc(
    'ReplaceJsonArrayItem',
    'json',
    'The array with another item in place of each one that is equal to a value.',
    [
      overload(
        [param('array', 'json'), param('item?', 'anything'), param('replacement?', 'anything')],
        'json',
        withItem,
      ),
    ],
  ),
];

function propertiesOf({ data }: JsonValue): Readonly<Record<string, JsonData>> {
  if (!isJsonObject(data)) throw new Failure('the JSON value is not an object');
  return data;
}

/** The JSON data of a value. NOT_SET becomes null (assumed). */
const dataOf = (value: Value): JsonData => (value === null ? null : asJson(value).data);

function withProperty(object: JsonValue, name: string, value: Value): JsonValue {
  return new JsonValue(Object.fromEntries([...Object.entries(propertiesOf(object)), [name, dataOf(value)]]));
}

/** A published tutorial replaces the number 30 with 40. Whether the platform replaces all such items is assumed. */
function withItem(array: JsonValue, item: Value, replacement: Value): JsonValue {
  if (!isList(array.data as Value)) throw new Failure('the JSON value is not an array');
  const before = new JsonValue(dataOf(item));
  const items = array.data as readonly JsonData[];
  return new JsonValue(items.map((data) => (areEqual(new JsonValue(data), before) ? dataOf(replacement) : data)));
}

/** The number of items in a JSON array. */
export function jsonLength({ data }: JsonValue): number {
  if (!Array.isArray(data)) throw new Failure('the JSON value is not an array');
  return data.length;
}

/**
 * A property by its exact name. A missing property gives NOT_SET, as does a value that is not an object (the latter is
 * assumed).
 */
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
