import { fieldsOf, isObject, type Json, type JsonObject, textOf } from '../../state/json';

/**
 * A result as Architect sees it (`architect-runtime.md` B5): what is nested has dots in its name, and a list of objects
 * is parallel collections. An item that lacks a property has null there, so that indexes stay aligned (assumed).
 */
export function flattened(result: Json, schema: Json | undefined): ReadonlyMap<string, Json> {
  const outputs = new Map<string, Json>();
  collect(outputs, '', result, fieldsOf(schema));
  return outputs;
}

function collect(outputs: Map<string, Json>, path: string, value: Json | undefined, schema: JsonObject): void {
  const type = textOf(schema['type']);
  if (type === 'object') {
    for (const [name, inner] of Object.entries(fieldsOf(schema['properties']))) {
      collect(outputs, path === '' ? name : `${path}.${name}`, fieldsOf(value)[name], fieldsOf(inner));
    }
    return;
  }
  if (type === 'array') {
    const items = Array.isArray(value) ? (value as readonly Json[]) : undefined;
    const item = fieldsOf(schema['items']);
    if (textOf(item['type']) !== 'object') {
      if (items) outputs.set(path === '' ? 'items' : path, items);
      return;
    }
    for (const [name, inner] of Object.entries(fieldsOf(item['properties']))) {
      columns(
        outputs,
        path === '' ? name : `${path}.${name}`,
        items?.map((one) => fieldsOf(one)[name] ?? null),
        fieldsOf(inner),
      );
    }
    return;
  }
  if (value !== undefined && value !== null) outputs.set(path, value);
}

function columns(
  outputs: Map<string, Json>,
  path: string,
  values: readonly Json[] | undefined,
  schema: JsonObject,
): void {
  if (textOf(schema['type']) !== 'object') {
    if (values) outputs.set(path, values);
    return;
  }
  for (const [name, inner] of Object.entries(fieldsOf(schema['properties']))) {
    columns(
      outputs,
      `${path}.${name}`,
      values?.map((one) => (isObject(one) ? (one[name] ?? null) : null)),
      fieldsOf(inner),
    );
  }
}
