import { fieldsOf, isObject, type Json, type JsonObject } from '../../emulator/state/json';

/** A value that fits a JSON schema: texts are their names in brackets, so that a reader finds them again. */
export function exampleOf(schema: Json | undefined, name = 'value'): Json {
  const { type, properties, items, default: byDefault, enum: values } = fieldsOf(schema);
  if (byDefault !== undefined) return byDefault;
  if (Array.isArray(values) && values[0] !== undefined) return values[0] as Json;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(fieldsOf(properties)).map(([field, inner]) => [field, exampleOf(inner, field)]),
      );
    case 'array':
      return [exampleOf(items, name)];
    case 'integer':
      return 42;
    case 'number':
      return 4.2;
    case 'boolean':
      return true;
    default:
      return exampleText(name);
  }
}

/** Texts whose form matters have a well-known example. */
function exampleText(name: string): string {
  if (/phone|ani\b|number$/i.test(name)) return '+442079460101';
  if (/date|time$/i.test(name)) return '2026-01-15T09:30:00Z';
  if (/mail/i.test(name)) return 'ada@example.com';
  if (/url|uri/i.test(name)) return 'https://example.com/';
  return `example-${name}`;
}

/**
 * An answer of a service that the paths of a translation map can read: `$[0].id` needs a list of objects with an `id`.
 * Only fields and indexes are followed; another path leads to nothing here.
 */
export function exampleResponse(paths: Readonly<Record<string, string>>, output: JsonObject): Json {
  const properties = fieldsOf(output['properties']);
  let response: Json | undefined;
  for (const [key, path] of Object.entries(paths)) {
    const steps = stepsOf(path);
    if (steps) response = withValue(response, steps, exampleOf(properties[key], key));
  }
  return response ?? exampleOf(Object.keys(paths).length === 0 ? output : {}, 'answer');
}

/** `$.customers[0]['name']` is `customers`, 0, `name`. Undefined for a path with anything else. */
function stepsOf(path: string): readonly (string | number)[] | undefined {
  const steps: (string | number)[] = [];
  const step = /\.([A-Za-z_][\w-]*)|\[(\d{1,3})\]|\['([^'\\]*)'\]/y;
  if (!path.startsWith('$')) return undefined;
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const match = step.exec(path);
    if (!match) return undefined;
    const [, name, index, quoted] = match;
    steps.push(index === undefined ? (name ?? quoted ?? '') : Number(index));
  }
  return steps;
}

function withValue(data: Json | undefined, [step, ...rest]: readonly (string | number)[], value: Json): Json {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items = Array.isArray(data) ? [...(data as readonly Json[])] : [];
    while (items.length <= step) items.push({});
    items[step] = withValue(items[step], rest, value);
    return items;
  }
  const fields = isObject(data) ? data : {};
  return { ...fields, [step]: withValue(fields[step], rest, value) };
}
