import type { Definition, DefinitionKind } from './definition';
import type { ActionList, ContainerReference } from './nodes';
import { type HasOrigin, ORIGIN } from './origin';
import type { VariableKind } from './types';
import type { ValueNode } from './values';
import { keyName, mapping, scalar, sequence, type YamlEntry, type YamlMapping, type YamlNode } from './yaml/node';

/**
 * A form describes once how a part of a flow looks in YAML. Reading, writing, checking and walking all follow from it.
 *
 * ```ts
 * struct({ duration: value('duration'), trimDurationNearMaxRunningTime: value('boolean') })
 * ```
 */
export interface Form<T> {
  /** The expected content, for messages: `a list of actions`. */
  readonly expects: string;
  /** True where Architect requires the part. */
  readonly required?: boolean;
  /** True where an export may have `null` in its place, which means that nothing is set. */
  readonly orNull?: boolean;
  /** Reads the part. Undefined where the YAML has another form; the form has then reported it to the reader. */
  read(yaml: YamlNode, reader: Reader): T | undefined;
  write(value: T, writer: Writer): YamlNode;
  /** Calls `visit` for every leaf in the order of the text. `path` is the present place: `outputs.success`. */
  walk(value: T, visit: (leaf: Leaf) => void, path: string): void;
}

/** The services for `read`. */
export interface Reader {
  problem(problem: ShapeProblem): void;
  readActions(list: YamlNode & { kind: 'sequence' }): ActionList;
}

/** The services for `write`. */
export interface Writer {
  /** The absolute path of a container: `/workflow/states/state[Initial State_10]`. */
  pathOf(reference: ContainerReference): string;
  writeActions(list: ActionList): YamlNode;
}

/** A part of the text with a wrong form. */
export interface ShapeProblem {
  readonly problem: 'unknownKey' | 'missingKey' | 'wrongForm' | 'unknownWord';
  readonly message: string;
  /** What is allowed and what to do, where the message does not say it. */
  readonly help?: string;
  /** Lower than that of the rule, where the platform may take the part. */
  readonly severity?: 'warning';
  readonly yaml: YamlNode;
}

/** A leaf, which a walk visits. */
export type Leaf =
  | { readonly role: 'value'; readonly path: string; readonly value: ValueNode; readonly type: ValueType }
  | { readonly role: 'binding'; readonly path: string; readonly value: ValueNode; readonly type: ValueType }
  | { readonly role: 'variableName'; readonly path: string; readonly name: string; readonly type: ValueType }
  | {
      readonly role: 'name';
      readonly path: string;
      readonly of: NameOf;
      readonly name: string;
      readonly definition?: Definition | undefined;
    }
  | { readonly role: 'reference'; readonly path: string; readonly reference: ContainerReference }
  | { readonly role: 'actions'; readonly path: string; readonly actions: ActionList };

/** The type of a field. `any` where it depends on other things (a contract, a variable). */
export type ValueType = VariableKind | 'contactList' | `${VariableKind}Collection` | 'audio' | 'communication' | 'any';

/** The kinds of names in fields, besides the names of definitions. */
export type NameOf =
  | DefinitionKind
  | 'dataActionCategory'
  | 'decisionTable'
  | 'flowVersion'
  | 'outputPath'
  | 'script'
  | 'slot'
  | 'intent'
  | 'worktype'
  | 'other';

export type Fields = Readonly<Record<string, Form<unknown>>>;

/** The tree node of a struct. Every field may be missing in a file. */
export type StructNode<F> = {
  readonly [K in keyof F]?: F[K] extends Form<infer T> ? T : never;
} & HasOrigin & {
    /** `none: true`: nothing is set here. */
    readonly none?: boolean;
  };

/** Marks a field that Architect requires. */
export const required = <T>(form: Form<T>): Form<T> => ({ ...form, required: true });

const describe = (yaml: YamlNode): string => {
  if (yaml.kind === 'sequence') return 'a list';
  if (yaml.kind === 'mapping') return yaml.entries.length === 0 ? 'an empty map' : `a map with ${keysOf(yaml)}`;
  return yaml.value === null ? 'nothing' : JSON.stringify(yaml.value);
};

const keysOf = (yaml: YamlMapping): string => yaml.entries.map((e) => keyName(e.key)).join(', ');

function wrongForm(yaml: YamlNode, expects: string, reader: Reader): undefined {
  reader.problem({ problem: 'wrongForm', message: `expected ${expects}, found ${describe(yaml)}`, yaml });
  return undefined;
}

const nothingInside = (): void => undefined;

function scalarForm<T extends string | number | boolean>(
  type: 'string' | 'number' | 'boolean',
  expects: string,
): Form<T> {
  return {
    expects,
    read: (yaml, reader) =>
      yaml.kind === 'scalar' && typeof yaml.value === type ? (yaml.value as T) : wrongForm(yaml, expects, reader),
    write: (value) => scalar(value),
    walk: nothingInside,
  };
}

/** A bare text. */
export const text: Form<string> = scalarForm<string>('string', 'a text');
/** A bare number. */
export const number: Form<number> = scalarForm<number>('number', 'a number');
/** A bare `true` or `false`. */
export const bool: Form<boolean> = scalarForm<boolean>('boolean', 'true or false');

/** Any content, which is kept unchanged. It serves parts that Flowcdk passes through. */
export const anything: Form<YamlNode> = {
  expects: 'anything',
  read: (yaml) => yaml,
  write: (yaml) => yaml,
  walk: nothingInside,
};

/** A bare name: of a flow, an output path, a slot. */
export const nameOf = (of: NameOf): Form<string> => ({
  ...text,
  expects: `the name of a ${of}`,
  walk: (name, visit, path) => visit({ role: 'name', path, of, name }),
});

/** The bare name of a variable that the action writes. */
export const variableName = (type: ValueType = 'any'): Form<string> => ({
  ...text,
  expects: 'the name of a variable, such as Flow.customerId',
  walk: (name, visit, path) => visit({ role: 'variableName', path, name, type }),
});

type Wrapper = 'lit' | 'exp' | 'noValue' | 'var' | 'tts' | 'prompt';

function valueForm(role: 'value' | 'binding', type: ValueType, wrappers: readonly Wrapper[]): Form<ValueNode> {
  const allowed = new Set<string>([...wrappers, ...(wrappers.includes('noValue') ? ['noValueWithNoFallback'] : [])]);
  const expects = `${wrappers.slice(0, -1).join(', ')}${wrappers.length > 1 ? ' or ' : ''}${wrappers.at(-1)}`;
  return {
    expects,
    orNull: wrappers.includes('noValue'),
    read: (yaml, reader) => {
      const node = readValue(yaml);
      const wrapper = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
      if (node.kind === 'raw' || !wrapper || !allowed.has(keyName(wrapper.key))) wrongForm(yaml, expects, reader);
      return node;
    },
    write: (value) => writeValue(value),
    walk: (value, visit, path) => visit({ role, path, value, type }),
  };
}

/** A value of a type: `lit`, `exp` or `noValue`. */
export const value = (type: ValueType = 'any'): Form<ValueNode> => valueForm('value', type, ['lit', 'exp', 'noValue']);
/** A condition or another value that must be an expression. */
export const expression = (type: ValueType): Form<ValueNode> => valueForm('value', type, ['exp', 'lit']);
/** Audio: `tts`, `prompt`, an audio expression. */
export const audio: Form<ValueNode> = valueForm('value', 'audio', ['tts', 'exp', 'prompt', 'lit', 'noValue']);
/** A message of a digital flow. */
export const communication: Form<ValueNode> = valueForm('value', 'communication', ['exp', 'lit', 'tts', 'noValue']);
/** The variable for an output: `var`, or `noValue` where the flow does not keep it. */
export const binding = (type: ValueType = 'any'): Form<ValueNode> => valueForm('binding', type, ['var', 'noValue']);

/** Reads a wrapped value. Any other content becomes a `raw` node. */
export function readValue(yaml: YamlNode): ValueNode {
  const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
  const node = only && unwrap.get(keyName(only.key))?.(only);
  return Object.freeze(node ?? { kind: 'raw', yaml, [ORIGIN]: { yaml } });
}

type Unwrap = (entry: YamlEntry) => ValueNode | undefined;

const textIn = (yaml: YamlNode): string | undefined =>
  yaml.kind === 'scalar' && typeof yaml.value === 'string' ? yaml.value : undefined;

const isNull = (yaml: YamlNode): boolean => yaml.kind === 'scalar' && yaml.value === null;

const isTrue = (yaml: YamlNode): boolean => yaml.kind === 'scalar' && yaml.value === true;

const unwrapped = {
  lit: (e) => ({ kind: 'literal', yaml: e.value, [ORIGIN]: { yaml: e.value } }),
  exp: (e) => {
    if (e.value.kind !== 'scalar' || e.value.value === null) return undefined;
    const { value: written } = e.value;
    if (typeof written === 'string') return { kind: 'expression', text: written, [ORIGIN]: { yaml: e.value } };
    return { kind: 'expression', text: e.value.text ?? String(written), scalar: e.value, [ORIGIN]: { yaml: e.value } };
  },
  noValue: (e) => (isTrue(e.value) ? { kind: 'noValue', [ORIGIN]: { yaml: e.value } } : undefined),
  noValueWithNoFallback: (e) =>
    isTrue(e.value) ? { kind: 'noValue', fallback: false, [ORIGIN]: { yaml: e.value } } : undefined,
  var: (e) => {
    const name = textIn(e.value);
    return name === undefined ? undefined : { kind: 'variable', name, [ORIGIN]: { yaml: e.value } };
  },
  tts: (e) => {
    const spoken = textIn(e.value);
    return spoken === undefined ? undefined : { kind: 'tts', text: spoken, [ORIGIN]: { yaml: e.value } };
  },
  prompt: (e) => {
    const name = textIn(e.value);
    if (name !== undefined) return { kind: 'prompt', prompt: name, [ORIGIN]: { yaml: e.value } };
    const inner = readValue(e.value);
    return inner.kind === 'expression' ? { kind: 'prompt', prompt: inner, [ORIGIN]: { yaml: e.value } } : undefined;
  },
} satisfies Record<string, Unwrap>;

const unwrap: ReadonlyMap<string, Unwrap> = new Map(Object.entries(unwrapped));

/** A wrapped value as YAML. */
export function writeValue(node: ValueNode): YamlNode {
  switch (node.kind) {
    case 'literal':
      return mapping([['lit', node.yaml]]);
    case 'expression':
      return mapping([['exp', node.scalar ?? scalar(node.text)]]);
    case 'variable':
      return mapping([['var', scalar(node.name)]]);
    case 'noValue':
      return mapping([[node.fallback === false ? 'noValueWithNoFallback' : 'noValue', scalar(true)]]);
    case 'tts':
      return mapping([['tts', scalar(node.text)]]);
    case 'prompt':
      return mapping([['prompt', typeof node.prompt === 'string' ? scalar(node.prompt) : writeValue(node.prompt)]]);
    case 'raw':
      return node.yaml;
  }
}

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

/** A form with its name. The name is faster to look up and compare than the same name from a file. */
interface Field {
  readonly name: string;
  readonly form: Form<unknown>;
}

/** The fields of a map by their keys. */
interface Forms {
  readonly all: readonly Field[];
  readonly get: (name: string) => Field | undefined;
  /** The field of an unknown key, where the map reads those, too. */
  readonly others: (name: string) => Field | undefined;
}

function byName(forms: Readonly<Record<string, Form<unknown>>>, others?: Form<unknown>): Forms {
  const all = Object.entries(forms).map(([name, form]): Field => ({ name, form }));
  // A map, because a key in a file may be called toString. No key is the kind of an action.
  const known: ReadonlyMap<string, Field> = new Map(all.map((field) => [field.name, field]));
  const reads = others && ((name: string): Field | undefined => (name === 'kind' ? undefined : { name, form: others }));
  return { all, get: (name) => known.get(name), others: reads ?? (() => undefined) };
}

/** A map with free keys: inputs, outputs, columns. */
export function mapOf<T>(item: Form<T>): Form<ReadonlyMap<string, T>> {
  const expects = `a map of names to ${item.expects}`;
  return {
    expects,
    read: (yaml, reader) => {
      if (yaml.kind !== 'mapping') return wrongForm(yaml, expects, reader);
      const read = new Map<string, T>();
      for (const { key, value: inner } of yaml.entries) {
        const node = item.read(inner, reader);
        if (node === undefined) return undefined;
        read.set(keyName(key), node);
      }
      return read;
    },
    write: (map, writer) => mapping([...map].map(([name, node]) => [name, item.write(node, writer)] as const)),
    walk: (map, visit, path) => map.forEach((node, name) => item.walk(node, visit, `${path}.${name}`)),
  };
}

/** An item of a list with its kind before the colon. `unknown` where Flowcdk does not know the kind. */
export type KindItem<T> =
  | ({ readonly kind: string; readonly content: T } & HasOrigin)
  | ({ readonly kind: 'unknown'; readonly content?: undefined; readonly yaml: YamlNode } & HasOrigin);

/** A list of maps with a single key, which is the kind of the item: variables, statements, menu choices. */
export function listOfKinds<T>(
  expects: string,
  formOf: (kind: string) => Form<T> | undefined,
): Form<readonly KindItem<T>[]> {
  const readItem = (yaml: YamlNode, reader: Reader): KindItem<T> => {
    const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
    const form = only && formOf(keyName(only.key));
    const content = only && form ? form.read(only.value, reader) : wrongForm(yaml, expects, reader);
    if (!only || content === undefined) return Object.freeze({ kind: 'unknown', yaml, [ORIGIN]: { yaml } });
    return Object.freeze({ kind: keyName(only.key), content, [ORIGIN]: { yaml: only.key } });
  };
  return {
    expects: `a list of ${expects}`,
    read: (yaml, reader) =>
      yaml.kind === 'sequence'
        ? Object.freeze(yaml.items.map((item) => readItem(item, reader)))
        : wrongForm(yaml, `a list of ${expects}`, reader),
    write: (items, writer) =>
      sequence(
        items.map((item) => {
          if ('yaml' in item) return item.yaml;
          const form = formOf(item.kind);
          return mapping([[item.kind, form ? form.write(item.content, writer) : scalar(null)]]);
        }),
      ),
    walk: (items, visit, path) =>
      items.forEach((item, i) => {
        if (item.content !== undefined) formOf(item.kind)?.walk(item.content, visit, `${path}[${i}]`);
      }),
  };
}

/** Content under its own name, as in `category: {Customer databases: {…}}`. */
export interface Named<T> extends HasOrigin {
  readonly name: string;
  readonly content: T;
  /** The definition with this name, where the flow refers to one. */
  readonly definition?: Definition;
}

/** A map with exactly one key, which is a name. */
export function named<T>(of: NameOf, content: Form<T>): Form<Named<T>> {
  const expects = `a map with exactly one key, the name of a ${of}`;
  return {
    expects,
    read: (yaml, reader) => {
      const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
      if (!only) return wrongForm(yaml, expects, reader);
      const inner = content.read(only.value, reader);
      if (inner === undefined) return undefined;
      return Object.freeze({ name: keyName(only.key), content: inner, [ORIGIN]: { yaml: only.key } });
    },
    write: (node, writer) => mapping([[node.name, content.write(node.content, writer)]]),
    walk: (node, visit, path) => {
      visit({ role: 'name', path, of, name: node.name, definition: node.definition });
      content.walk(node.content, visit, `${path}.${node.name}`);
    },
  };
}

/** An object with only a name: `targetFlow: {name: Pay by card}`. */
export type NamedObject = StructNode<{ readonly name: Form<string> }> & {
  /** The definition with this name, where the flow refers to one. */
  readonly definition?: Definition;
};

/** A map with only the key `name`. */
export function objectNamed(of: NameOf): Form<NamedObject> {
  return {
    ...struct({ name: required(nameOf(of)) }),
    expects: `name: the name of a ${of}`,
    walk: ({ name, definition }, visit, path) => {
      if (name !== undefined) visit({ role: 'name', path: `${path}.name`, of, name, definition });
    },
  };
}

/** A typed list: every item is a map with a single key, which is its kind. */
export function listOf<K extends string, T>(key: K, item: Form<T>): Form<readonly T[]> {
  const expects = `a list of ${key}: …`;
  return {
    expects,
    read: (yaml, reader) => {
      if (yaml.kind !== 'sequence') return wrongForm(yaml, expects, reader);
      const read: T[] = [];
      for (const entry of yaml.items) {
        const only = entry.kind === 'mapping' && entry.entries.length === 1 ? entry.entries[0] : undefined;
        if (!only || keyName(only.key) !== key) return wrongForm(entry, `${key}: …`, reader);
        const node = item.read(only.value, reader);
        if (node === undefined) return undefined;
        read.push(node);
      }
      return Object.freeze(read);
    },
    write: (items, writer) => sequence(items.map((node) => mapping([[key, item.write(node, writer)]]))),
    walk: (items, visit, path) => items.forEach((node, i) => item.walk(node, visit, `${path}[${i}]`)),
  };
}

/** A list of items without keys. */
export function plainListOf<T>(item: Form<T>): Form<readonly T[]> {
  const expects = `a list of ${item.expects}`;
  return {
    expects,
    read: (yaml, reader) => {
      if (yaml.kind !== 'sequence') return wrongForm(yaml, expects, reader);
      const read: T[] = [];
      for (const entry of yaml.items) {
        const node = item.read(entry, reader);
        if (node === undefined) return undefined;
        read.push(node);
      }
      return Object.freeze(read);
    },
    write: (items, writer) => sequence(items.map((node) => item.write(node, writer))),
    walk: (items, visit, path) => items.forEach((node, i) => item.walk(node, visit, `${path}[${i}]`)),
  };
}

/** One of several kinds, by its key: `digits: {exact: 5}` or `digits: {range: {…}}`. */
export type Choice<F> = {
  [K in keyof F]: F[K] extends Form<infer T> ? { readonly kind: K; readonly content: T } & HasOrigin : never;
}[keyof F];

/** A map with exactly one key, which is the kind of the content. */
export function choice<const F extends Record<string, Form<unknown>>>(kinds: F): Form<Choice<F>> {
  const forms = byName(kinds);
  const expects = `one of ${Object.keys(kinds).join(', ')}`;
  return {
    expects,
    read: (yaml, reader) => {
      const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
      const field = only && forms.get(keyName(only.key));
      if (!only || !field) return wrongForm(yaml, expects, reader);
      const content = field.form.read(only.value, reader);
      if (content === undefined) return undefined;
      return Object.freeze({ kind: field.name, content, [ORIGIN]: { yaml: only.key } }) as unknown as Choice<F>;
    },
    write: (node, writer) => {
      const { kind, content } = node as unknown as { kind: string; content: unknown };
      return mapping([[kind, forms.get(kind)?.form.write(content, writer) ?? scalar(null)]]);
    },
    walk: (node, visit, path) => {
      const { kind, content } = node as unknown as { kind: string; content: unknown };
      forms.get(kind)?.form.walk(content, visit, `${path}.${kind}`);
    },
  };
}

/** Either of two forms. The first form that reads without a problem is taken. */
export function either<A, B>(first: Form<A>, second: Form<B>, isFirst: (value: A | B) => value is A): Form<A | B> {
  const expects = `${first.expects} or ${second.expects}`;
  return {
    expects,
    read: (yaml, reader) => {
      const attempt = <T>(form: Form<T>): T | undefined => {
        const problems: ShapeProblem[] = [];
        const node = form.read(yaml, { ...reader, problem: (problem) => problems.push(problem) });
        return problems.length > 0 ? undefined : node;
      };
      return attempt<A | B>(first) ?? attempt<A | B>(second) ?? wrongForm(yaml, expects, reader);
    },
    write: (node, writer) => (isFirst(node) ? first.write(node, writer) : second.write(node as B, writer)),
    walk: (node, visit, path) => (isFirst(node) ? first.walk(node, visit, path) : second.walk(node as B, visit, path)),
  };
}

/** A list of actions. */
export const actions: Form<ActionList> = {
  expects: 'a list of actions',
  read: (yaml, reader) =>
    yaml.kind === 'sequence' ? reader.readActions(yaml) : wrongForm(yaml, 'a list of actions', reader),
  write: (list, writer) => writer.writeActions(list),
  walk: (list, visit, path) => visit({ role: 'actions', path, actions: list }),
};

/** A branch: `success: {actions: […]}`. */
export const branch = struct({ actions });
/** A branch of a bot action that can be switched off. */
export const switchableBranch = struct({ enabled: bool, actions });
/** The branches of an action. */
export const paths = <const P extends readonly string[]>(
  ...names: P
): Form<StructNode<Record<P[number], typeof branch>>> =>
  struct(Object.fromEntries(names.map((name) => [name, branch])) as Record<P[number], typeof branch>) as Form<
    StructNode<Record<P[number], typeof branch>>
  >;

/** A reference to a state, task or menu of the same flow. */
export const containerReference: Form<ContainerReference> = {
  expects: 'a reference such as /workflow/states/state[refId]',
  read: (yaml, reader) => {
    const path = textIn(yaml);
    if (path === undefined) return wrongForm(yaml, 'a reference such as /workflow/states/state[refId]', reader);
    return Object.freeze({ kind: 'path', path, [ORIGIN]: { yaml } });
  },
  write: (reference, writer) => scalar(writer.pathOf(reference)),
  walk: (reference, visit, path) => visit({ role: 'reference', path, reference }),
};
