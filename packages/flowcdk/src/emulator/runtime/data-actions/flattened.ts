import { fieldsOf, type Json, type JsonObject, textOf } from '../../state/json';

/**
 * Flattens a result as Architect sees it. Names of nested values have dots. A list of objects becomes parallel
 * collections. If an item lacks a property, the collection has null there, so that indexes stay aligned (assumed).
 */
export type Flattening = (result: Json) => ReadonlyMap<string, Json>;

/** One output, and its place in the result. */
interface Output {
  readonly path: string;
  /** The names that lead from the result to the value or list. */
  readonly names: readonly string[];
  /** The names that lead from an item of a list to the value. Empty if the items are the values. */
  readonly inEach?: readonly string[];
}

/** Reads the schema of the result once, for any number of results. */
export function flattening(schema: Json | undefined): Flattening {
  const all = [...outputsOf('', [], fieldsOf(schema))];
  return (result) => {
    const outputs = new Map<string, Json>();
    for (const { path, names, inEach } of all) {
      const value = memberOf(result, names);
      if (inEach === undefined) {
        if (value !== undefined && value !== null) outputs.set(path, value);
      } else if (Array.isArray(value)) {
        const items = value as readonly Json[];
        outputs.set(path, inEach.length === 0 ? items : items.map((item) => memberOf(item, inEach) ?? null));
      }
    }
    return outputs;
  };
}

/** The kind of a schema. It may name several types (`["object", "null"]`), or show its type only by its keywords. */
function kindOf({ type, properties, items }: JsonObject): 'object' | 'array' | 'scalar' {
  const types = Array.isArray(type) ? type.map(textOf) : [textOf(type)];
  if (types.includes('object') || (type === undefined && properties !== undefined)) return 'object';
  return types.includes('array') || (type === undefined && items !== undefined) ? 'array' : 'scalar';
}

function* outputsOf(path: string, names: readonly string[], schema: JsonObject): Generator<Output> {
  const kind = kindOf(schema);
  if (kind === 'object') {
    for (const [name, inner] of propertiesOf(schema)) yield* outputsOf(below(path, name), [...names, name], inner);
  } else if (kind === 'array') {
    const item = fieldsOf(schema['items']);
    if (kindOf(item) === 'object') yield* columnsOf(path, names, [], item);
    else yield { path: path === '' ? 'items' : path, names, inEach: [] };
  } else yield { path, names };
}

function* columnsOf(
  path: string,
  names: readonly string[],
  inEach: readonly string[],
  schema: JsonObject,
): Generator<Output> {
  if (kindOf(schema) !== 'object') yield { path, names, inEach };
  else
    for (const [name, inner] of propertiesOf(schema))
      yield* columnsOf(below(path, name), names, [...inEach, name], inner);
}

const propertiesOf = (schema: JsonObject): readonly (readonly [string, JsonObject])[] =>
  Object.entries(fieldsOf(schema['properties'])).map(([name, inner]) => [name, fieldsOf(inner)]);

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function memberOf(value: Json | undefined, names: readonly string[]): Json | undefined {
  let member = value;
  for (const name of names) member = fieldsOf(member)[name];
  return member;
}
