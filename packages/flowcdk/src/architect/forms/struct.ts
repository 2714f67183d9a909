import { type HasOrigin, ORIGIN } from '../origin';
import { keyName, mapping, scalar, type YamlEntry, type YamlMapping, type YamlNode } from '../yaml/node';
import { byName, type Forms } from './fields-by-name';
import { type Form, type Reader, type Writer, wrongForm } from './form';
import { bool } from './scalars';

/** The tree node of a struct. Every field may be missing in a file. */
export type StructNode<F> = {
  readonly [K in keyof F]?: F[K] extends Form<infer T> ? T : never;
} & HasOrigin & {
    /** `none: true`: nothing is set here. */
    readonly none?: boolean;
  };

/** The field of an object without settings: `disconnect: {none: true}`. */
const none = { none: bool };

/**
 * A map with known keys, in the order of Architect's exporter. Unknown keys, and known keys with another form, stay in
 * the origin of the node and are written back.
 *
 * @param mayHave whether the platform may have a key that is unknown here; such a key is a warning
 * @param others how the content of an unknown key is read, so that checks see what is in it
 */
export function struct<const F extends Record<string, Form<unknown>>>(
  fields: F,
  mayHave: (key: string) => boolean = () => false,
  others?: Form<unknown>,
): Form<StructNode<F>> & { readonly fields: F } {
  const forms = byName({ ...none, ...fields }, others);
  const known = Object.keys(fields).join(', ');
  const expects = `a map with ${known}`;
  const readFields = fieldsReader(forms, known, mayHave);
  return {
    fields,
    expects,
    read: (yaml, reader) =>
      yaml.kind === 'mapping' ? (readFields(yaml, reader) as StructNode<F>) : wrongForm(yaml, expects, reader),
    write: (node, writer) => writtenFields(forms, node, writer),
    walk: (node, visit, path) => {
      const values = node as Readonly<Record<string, unknown>>;
      for (const name of Object.keys(node)) {
        const field = forms.get(name) ?? forms.others(name);
        const inside = values[name];
        if (field && inside !== undefined) field.form.walk(inside, visit, path === '' ? name : `${path}.${name}`);
      }
    },
  };
}

/** A map of settings. The platform gets new settings, so an unknown key is a warning. */
export const settings = <const F extends Record<string, Form<unknown>>>(
  fields: F,
): Form<StructNode<F>> & { readonly fields: F } => struct(fields, () => true);

/** Reads the fields of a map into a node. @param known the names of the fields, for messages */
function fieldsReader(
  forms: Forms,
  known: string,
  mayHave: (key: string) => boolean,
): (yaml: YamlMapping, reader: Reader) => object {
  const requiredFields = forms.all.filter(({ form }) => form.required);
  return (yaml, reader) => {
    const node: Record<string | typeof ORIGIN, unknown> = { [ORIGIN]: undefined };
    let kept: Set<string> | undefined;
    for (const { key, value: inner } of yaml.entries) {
      const isKnown = forms.get(keyName(key)) !== undefined;
      const field = forms.get(keyName(key)) ?? forms.others(keyName(key));
      if (!isKnown) {
        const message = `unknown key ${keyName(key)}; known here: ${known}`;
        const severity = mayHave(keyName(key)) ? { severity: 'warning' as const } : {};
        reader.problem({ problem: 'unknownKey', message, yaml: key, ...severity });
      }
      if (field === undefined) continue;
      const isUnset = field.form.orNull === true && field.form.required !== true && isNull(inner);
      const read = isUnset ? undefined : field.form.read(inner, reader);
      if (read === undefined) (kept ??= new Set()).add(field.name);
      else node[field.name] = read;
    }
    for (const { name, form } of requiredFields) {
      if (node[name] === undefined && !kept?.has(name))
        reader.problem({ problem: 'missingKey', message: `${name} is missing: ${form.expects}`, yaml });
    }
    node[ORIGIN] = kept ? { yaml, kept } : { yaml };
    return Object.freeze(node);
  };
}

/** The fields of a node as a map: first the fields that were read, in their order, then new fields. */
function writtenFields(forms: Forms, node: HasOrigin, writer: Writer): YamlMapping {
  const values = node as Readonly<Record<string, unknown>>;
  const origin = node[ORIGIN];
  const entries: YamlEntry[] = [];
  const done = new Set<string>();
  if (origin?.yaml?.kind === 'mapping') {
    for (const entry of origin.yaml.entries) {
      const name = keyName(entry.key);
      const field = forms.get(name) ?? forms.others(name);
      done.add(name);
      if (field === undefined) entries.push(entry);
      else if (values[name] !== undefined)
        entries.push({ key: entry.key, value: field.form.write(values[name], writer) });
      else if (origin.kept?.has(name)) entries.push(entry);
    }
  }
  for (const { name, form } of forms.all) {
    if (!done.has(name) && values[name] !== undefined) {
      entries.push({ key: scalar(name), value: form.write(values[name], writer) });
    }
  }
  return mapping(entries);
}

const isNull = (yaml: YamlNode): boolean => yaml.kind === 'scalar' && yaml.value === null;
