import { isDeepStrictEqual } from 'node:util';
import { type Action, actionForms, type ActionList, isActionKind } from '../architect/actions';
import { type Container, type ContainerReference, declaredKind } from '../architect/containers';
import type { DefinitionKind } from '../architect/definition';
import { actions as actionsForm } from '../architect/forms';
import { ORIGIN } from '../architect/origin';
import { formsInside, type KeyForms } from '../architect/raw';
import type { Type } from '../architect/types';
import { variable, type ValueNode } from '../architect/values';
import { toData, type YamlData } from '../architect/yaml/node';
import { writePart } from '../architect/yaml/write-flow';
import { actionCode } from './action-code';
import type { ActionScope, CalledThing, CallValues } from './action-parts';
import type { CalledKind, Use } from './contracts';
import { call, type Code, commented, list, literal, name, property } from './code';
import type { FileComments } from './comments';
import { evaluateCode } from './evaluate-code';
import type { VariableCode } from './expression-code';
import { language } from './language';
import { dataCode, ValueCode } from './value-code';
import { typeNamed } from './variable-types';

/** How the actions of a flow are written. */
export interface ActionCounts {
  /** With their builders. */
  builders: number;
  /** With their builders, and some fields as YAML. */
  withRaw: number;
  /** As YAML, as a whole. */
  raw: number;
}

/** The things outside the flow that its code names. */
export interface Surroundings {
  definition(kind: DefinitionKind, name: string): Code;
  flowNamed(name: string): Code;
  text(text: string): Code;
  called(kind: CalledKind, category: string, name: string, use: Use): CalledThing;
}

/** A container of the flow, by its path in the file. */
export interface ContainerName {
  readonly path: string;
  readonly identifier: string;
  readonly kind: 'state' | 'task' | 'menu';
}

/** Names in the functions that an import writes. */
export const FLOW = 'flow';
export const OWN = 'own';
export const PARTS = 'parts';

type DeclarationItems = readonly { readonly kind: string; readonly content?: { readonly name?: string } | undefined }[];

/** The declared variables, by their full names, as properties of an object. Names in two scopes are left out. */
export function variablesIn(items: DeclarationItems | undefined, object: string): ReadonlyMap<string, VariableCode> {
  const variables = new Map<string, VariableCode>();
  for (const { kind, content } of items ?? []) {
    const type = typeNamed(declaredKind(kind));
    const full = content?.name;
    if (type === undefined || full === undefined || !full.includes('.')) continue;
    variables.set(full, { code: property(name(object), full.slice(full.indexOf('.') + 1)), type });
  }
  return variables;
}

/** The code of the actions of a flow, each compared with the file before it is taken. */
export class FlowScope implements ActionScope {
  readonly counts: ActionCounts = { builders: 0, withRaw: 0, raw: 0 };
  readonly values: ValueCode;
  private own: ReadonlyMap<string, VariableCode> = new Map();
  private readonly paths = new Map<object, string>();
  private readonly containers: ReadonlyMap<string, ContainerName>;
  private readonly names: Map<string, unknown>;

  constructor(
    private readonly variables: ReadonlyMap<string, VariableCode>,
    containers: readonly ContainerName[],
    private readonly surroundings: Surroundings,
    private readonly comments: FileComments,
    definitions: ReadonlyMap<string, unknown>,
  ) {
    this.containers = new Map(containers.map((container) => [container.path, container]));
    const stubs = containers.map(({ identifier, kind, path }) => {
      const stub = Object.freeze({ kind });
      this.paths.set(stub, path);
      return [identifier, stub] as const;
    });
    this.names = new DefinitionNames(definitions);
    this.names.set(FLOW, objectOf(variables));
    this.names.set(PARTS, () => Object.fromEntries(stubs));
    this.values = new ValueCode(this);
  }

  /** Runs `work` with the variables of a container. */
  within<T>(own: ReadonlyMap<string, VariableCode>, work: () => T): T {
    const before = this.own;
    this.own = own;
    this.names.set(OWN, objectOf(own));
    try {
      return work();
    } finally {
      this.own = before;
    }
  }

  /** Runs `work` while the code of references gives these containers. */
  withParts<T>(parts: () => Readonly<Record<string, Container>>, work: () => T): T {
    const before = this.names.get(PARTS);
    this.names.set(PARTS, parts);
    try {
      return work();
    } finally {
      this.names.set(PARTS, before);
    }
  }

  variable(full: string): VariableCode | undefined {
    return this.own.get(full) ?? this.variables.get(full);
  }

  evaluate(code: Code): unknown {
    return evaluateCode(code, this.names);
  }

  container(reference: ContainerReference): Code {
    const path = reference.kind === 'path' ? reference.path : '';
    const known =
      this.containers.get(path) ?? [...this.containers.values()].find((each) => isRelative(path, each.path));
    if (known === undefined) throw new Error(`nothing has the path ${path}`);
    return property(call(name(PARTS)), known.identifier);
  }

  definition(kind: DefinitionKind, of: string): Code {
    return this.surroundings.definition(kind, of);
  }

  text(text: string): Code {
    return this.surroundings.text(text);
  }

  named(kind: DefinitionKind, of: string): Code {
    return kind === 'flow' ? this.surroundings.flowNamed(of) : this.surroundings.definition(kind, of);
  }

  called(kind: CalledKind, category: string, of: string, { inputs, outputs }: CallValues): CalledThing {
    const typeOf = (node: ValueNode) =>
      node.kind === 'variable' ? this.variable(node.name)?.type : this.values.typeOf(node);
    const types = (nodes: CallValues['inputs']) =>
      new Map([...(nodes ?? [])].map(([key, node]) => [key, typeOf(node)] as const));
    return this.surroundings.called(kind, category, of, { inputs: inputs && types(inputs), outputs: types(outputs) });
  }

  actions = (actions: ActionList): Code => list(actions.map((action) => this.action(action)));

  /** What the code of a container or an action writes, to compare it with the file. */
  pathOf = (container: object): string => this.paths.get(container) ?? '';

  private action(action: Action): Code {
    const before = { ...this.counts };
    const expected = toData(writePart(actionsForm, [action])) as readonly YamlData[];
    const code = this.attempt(() => actionCode(action, this));
    const difference = code && this.difference(code, expected[0]);
    const yaml = action[ORIGIN]?.yaml;
    if (code && difference && Object.keys(difference).length === 0) {
      this.counts.builders += 1;
      return commented(this.comments.of(yaml), code);
    }
    if (code && difference && !Object.values(difference).some(holdsActions)) {
      this.counts.withRaw += 1;
      return commented(this.comments.of(yaml), call('withRaw', code, dataOrUndefined(difference)));
    }
    Object.assign(this.counts, before, { raw: before.raw + countActions(expected) });
    return commented(this.comments.allOf(yaml), rawActionCode(expected[0]));
  }

  /** Code that names what the file does not define has no value. */
  private attempt(make: () => Code | undefined): Code | undefined {
    const before = { ...this.counts };
    try {
      const code = make();
      if (code) this.evaluate(code);
      return code;
    } catch {
      Object.assign(this.counts, before);
      return undefined;
    }
  }

  /** The fields in which an action of code differs from the file. Undefined where it is another action. */
  private difference(
    code: Code,
    expected: YamlData | undefined,
  ): Readonly<Record<string, YamlData | undefined>> | undefined {
    const action = this.evaluate(code) as Action;
    const [written] = toData(writePart(actionsForm, [action], this.pathOf)) as readonly YamlData[];
    const forms = isActionKind(action.kind) ? actionForms[action.kind].form.fields : {};
    return differenceOf(written, expected, forms);
  }
}

/** Hand-written files name containers from the root of the flow: `./menus/menu[Main menu]`. */
const isRelative = (path: string, whole: string): boolean =>
  path.startsWith('./') && whole.endsWith(path.slice(1)) && whole.split('/').length === path.split('/').length + 1;

/** The names of the language, those of the definitions of a run, and those of a flow. */
class DefinitionNames extends Map<string, unknown> {
  constructor(private readonly definitions: ReadonlyMap<string, unknown>) {
    super(Object.entries(language));
  }

  override has(key: string): boolean {
    return super.has(key) || this.definitions.has(key);
  }

  override get(key: string): unknown {
    return super.has(key) ? super.get(key) : this.definitions.get(key);
  }
}

/** The keys of the only content of a map that differ, with the wanted values. Undefined where the outer key differs. */
function differenceOf(
  written: YamlData | undefined,
  expected: YamlData | undefined,
  forms: KeyForms,
): Readonly<Record<string, YamlData | undefined>> | undefined {
  const [a, b] = [onlyEntry(written), onlyEntry(expected)];
  if (!a || !b || a[0] !== b[0] || !isMap(a[1]) || !isMap(b[1])) return undefined;
  return differentKeys(a[1], b[1], forms);
}

type DataMap = Readonly<Record<string, YamlData>>;

/**
 * The keys in which two maps differ, with the values of the second. A key inside a map that the language knows has a
 * path: `settingsMenu.repeatCount`.
 */
export function differentKeys(
  written: DataMap,
  expected: DataMap,
  forms: KeyForms,
): Readonly<Record<string, YamlData | undefined>> {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(written)])];
  const entries = keys.flatMap((key): (readonly [string, YamlData | undefined])[] => {
    const [a, b] = [written[key], expected[key]];
    if (isDeepStrictEqual(a, b)) return [];
    const inside = formsInside(forms, key);
    if (!inside || a === undefined || b === undefined || !isMap(a) || !isMap(b)) return [[key, b]];
    const deeper = Object.entries(differentKeys(a, b, inside));
    const isShorter = deeper.length < Object.keys(b).length && deeper.every(([inner]) => !inner.includes(' '));
    return isShorter ? deeper.map(([inner, value]) => [`${key}.${inner}`, value] as const) : [[key, b]];
  });
  return Object.fromEntries(entries);
}

const onlyEntry = (data: YamlData | undefined): readonly [string, YamlData] | undefined => {
  const entries = data !== undefined && isMap(data) ? Object.entries(data) : [];
  return entries.length === 1 ? entries[0] : undefined;
};

export const isMap = (data: YamlData): data is { [key: string]: YamlData } =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Data as code. `undefined` is a key that is left out. */
export const dataOrUndefined = (fields: Readonly<Record<string, YamlData | undefined>>): Code => ({
  kind: 'object',
  entries: Object.entries(fields).map(([key, value]) => ({
    key,
    value: value === undefined ? literal(undefined) : dataCode(value),
  })),
});

export function holdsActions(data: YamlData | undefined): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (Array.isArray(data)) return data.some(holdsActions);
  return Object.entries(data).some(
    ([key, value]) => (key === 'actions' && Array.isArray(value) && value.length > 0) || holdsActions(value),
  );
}

/** The number of actions in YAML data, those inside others included. */
export function countActions(list: readonly YamlData[]): number {
  let count = 0;
  const visit = (data: YamlData, key: string): void => {
    if (Array.isArray(data)) {
      if (key === 'actions') count += data.length;
      data.forEach((item) => visit(item, ''));
    } else if (isMap(data)) Object.entries(data).forEach(([inner, value]) => visit(value, inner));
  };
  visit([...list], 'actions');
  return count;
}

function rawActionCode(data: YamlData | undefined): Code {
  const only = onlyEntry(data);
  return only
    ? call('rawAction', literal(only[0]), dataCode(only[1]))
    : call('rawAction', literal(''), dataCode(data ?? null));
}

/** The variables as a definition gets them. */
function objectOf(variables: ReadonlyMap<string, VariableCode>): Readonly<Record<string, unknown>> {
  const entries = [...variables].map(([full, { type }]) => {
    const dot = full.indexOf('.');
    return [full.slice(dot + 1), variable(full.slice(0, dot), full.slice(dot + 1), type as Type<unknown>)] as const;
  });
  return Object.freeze(Object.fromEntries(entries));
}
