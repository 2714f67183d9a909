import type { ActionTraits } from '../action';
import { type Action, actionForms, type ActionKind, type ActionList } from '../actions';
import type { UnknownAction, UnknownBranch } from '../nodes';
import { flowForms, type FlowTree, type UnknownTree } from '../flow-tree';
import { flowKinds } from '../../ground/flow-kinds';
import { type Form, type Reader, type ShapeProblem } from '../forms';
import { ORIGIN } from '../origin';
import { keyName, type YamlNode, type YamlSequence } from './node';

export interface ReadFlow {
  /** The tree. Its kind is `unknown` where the root is not a kind of flow. */
  readonly flow: FlowTree | UnknownTree;
  /** The parts with a wrong form. The tree keeps them nevertheless. */
  readonly problems: readonly ShapeProblem[];
}

/** Reads Architect YAML into a tree. Nothing is lost: unknown parts stay in the origin of their node. */
export function readFlow(yaml: YamlNode): ReadFlow {
  const root = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
  const name = root && keyName(root.key);
  const kind = flowKinds.find((known) => known === name);
  if (!root || kind === undefined) {
    const actual = name === undefined ? '' : `, found ${name}`;
    const message = `expected exactly one root key, the kind of flow: ${flowKinds.join(', ')}${actual}`;
    return { flow: { kind: 'unknown', yaml }, problems: [{ problem: 'wrongForm', message, yaml: root?.key ?? yaml }] };
  }
  const { part, problems } = readPart(flowForms[kind], root.value);
  return { flow: part ? Object.freeze({ kind, ...part }) : { kind: 'unknown', yaml }, problems };
}

/** Reads a part of a flow by its form. Undefined where the form does not fit. */
export function readPart<T>(form: Form<T>, yaml: YamlNode): { readonly part?: T; readonly problems: ShapeProblem[] } {
  const problems: ShapeProblem[] = [];
  const reader: Reader = {
    problem: (problem) => problems.push(problem),
    readActions: (list) => readActions(list, reader),
  };
  const part = form.read(yaml, reader);
  return part === undefined ? { problems } : { part, problems };
}

function readActions(list: YamlSequence, reader: Reader): ActionList {
  return Object.freeze(list.items.map((item) => readAction(item, reader)));
}

/**
 * Maps each kind to itself, because the program's own strings are faster to look up and compare than strings from a
 * file.
 */
const actionKinds: ReadonlyMap<string, ActionKind> = new Map(
  (Object.keys(actionForms) as ActionKind[]).map((kind) => [kind, kind]),
);

function readAction(yaml: YamlNode, reader: Reader): Action {
  const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
  const kind = only && actionKinds.get(keyName(only.key));
  if (!only || kind === undefined) {
    if (!only) {
      reader.problem({ problem: 'wrongForm', message: 'expected an action: a map with exactly one key', yaml });
    }
    const unknown: UnknownAction = { kind: 'unknown', type: only ? keyName(only.key) : '', yaml, [ORIGIN]: { yaml } };
    const branches = only ? branchesIn(only.value, reader) : [];
    return Object.freeze({ ...unknown, ...nameIn(only?.value), ...(branches.length > 0 ? { branches } : {}) });
  }
  const { form, shape }: { readonly form: Form<unknown> } & ActionTraits = actionForms[kind];
  const node = form.read(only.value, shape === 'assumed' ? forgiving(reader) : reader);
  if (node === undefined) return Object.freeze({ kind: 'unknown', type: kind, yaml, [ORIGIN]: { yaml } });
  return Object.freeze({ kind, ...node }) as Action;
}

/** A reader of an action that nobody has seen: what does not fit may be right. Actions inside it are read as usual. */
const forgiving = (reader: Reader): Reader => ({
  ...reader,
  problem: (problem) => reader.problem({ ...problem, severity: 'warning' }),
});

/** The paths of an unknown action: every list under `actions` that has an action. */
function branchesIn(yaml: YamlNode, reader: Reader, path = ''): readonly UnknownBranch[] {
  if (yaml.kind === 'sequence') return yaml.items.flatMap((item, i) => branchesIn(item, reader, `${path}[${i}]`));
  if (yaml.kind === 'scalar') return [];
  return yaml.entries.flatMap(({ key, value }) => {
    const name = keyName(key);
    if (name === 'actions' && value.kind === 'sequence' && holdsActions(value)) {
      return [Object.freeze({ path, actions: reader.readActions(value) })];
    }
    return branchesIn(value, reader, path === '' ? name : `${path}.${name}`);
  });
}

/** Whether every item is a map with a single key and at least one key is an action. */
function holdsActions({ items }: YamlSequence): boolean {
  const kinds = items.map((item) =>
    item.kind === 'mapping' && item.entries.length === 1 && item.entries[0] ? keyName(item.entries[0].key) : undefined,
  );
  return kinds.every((kind) => kind !== undefined) && kinds.some((kind) => kind !== undefined && actionKinds.has(kind));
}

const nameIn = (yaml: YamlNode | undefined): { readonly name?: string } => {
  if (yaml?.kind !== 'mapping') return {};
  const name = yaml.entries.find((e) => e.key.value === 'name')?.value;
  return name?.kind === 'scalar' && typeof name.value === 'string' ? { name: name.value } : {};
};
