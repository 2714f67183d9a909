import { isObject, type Json, type JsonObject } from '../emulator/state/json';

/** A property while its schema is built: a leaf of the flat schema, or a name with others below it. */
interface Property {
  readonly inner: Map<string, Property>;
  schema?: JsonObject;
}

/**
 * The schema of a data action from the flat one that Architect shows: `customer.name` is the name of a customer. Lists
 * under one name are the columns of one list of objects: `orders.id` and `orders.total`.
 */
export function nestedSchema(flat: JsonObject): JsonObject {
  const { properties, required, ...others } = flat;
  if (!isObject(properties)) return flat;
  const root: Property = { inner: new Map() };
  for (const [path, schema] of Object.entries(properties)) {
    let property = root;
    for (const name of path.split('.')) {
      const next: Property = property.inner.get(name) ?? { inner: new Map() };
      property.inner.set(name, next);
      property = next;
    }
    property.schema = isObject(schema) ? schema : {};
  }
  const names = Array.isArray(required) ? required.filter((name) => root.inner.has(String(name))) : [];
  return { ...others, ...objectOf(root, false), ...(names.length > 0 ? { required: names } : {}) };
}

/** @param inList whether the property belongs to an item of a list, so that its own list is the list around it */
function schemaOf(property: Property, inList: boolean): JsonObject {
  if (property.inner.size === 0) return inList ? itemsOf(property.schema) : (property.schema ?? {});
  const isList = !inList && isColumn(property);
  return isList ? { type: 'array', items: objectOf(property, true) } : objectOf(property, inList);
}

const objectOf = ({ inner }: Property, inList: boolean): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(
    [...inner].map(([name, property]): [string, Json] => [name, schemaOf(property, inList)]),
  ),
});

/** Whether everything below a property is a list. */
const isColumn = ({ inner, schema }: Property): boolean =>
  inner.size === 0 ? schema?.['type'] === 'array' : [...inner.values()].every(isColumn);

const itemsOf = (schema: JsonObject | undefined): JsonObject => {
  const items = schema?.['items'];
  return isObject(items) ? items : {};
};
