import type { UnknownAction } from '../action';
import { type Action, actionForms, type ActionList, isActionKind } from '../actions';
import { flowForms, type FlowTree, type UnknownTree } from '../flow-tree';
import { flowKinds, isFlowKind } from '../flow-kinds';
import { type Form, type Reader, type ShapeProblem } from '../forms';
import { ORIGIN } from '../origin';
import { keyName, type YamlNode, type YamlSequence } from './node';

export interface ReadFlow {
  /** `unknown` where the root is no kind of flow. */
  readonly flow: FlowTree | UnknownTree;
  /** What does not have the form it should have. The tree keeps it all the same. */
  readonly problems: readonly ShapeProblem[];
}

/** Architect YAML → tree. Loses nothing: what is not known stays in the origin of the node it belongs to. */
export function readFlow(yaml: YamlNode): ReadFlow {
  const root = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
  const kind = root && keyName(root.key);
  if (!root || kind === undefined || !isFlowKind(kind)) {
    const found = kind === undefined ? '' : `, found ${kind}`;
    const message = `expected exactly one root key, the kind of flow: ${flowKinds.join(', ')}${found}`;
    return { flow: { kind: 'unknown', yaml }, problems: [{ problem: 'wrongForm', message, yaml: root?.key ?? yaml }] };
  }
  const { part, problems } = readPart(flowForms[kind], root.value);
  return { flow: part ? Object.freeze({ kind, ...part }) : { kind: 'unknown', yaml }, problems };
}

/** Any part of a flow by its form; no part where the form does not fit. */
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

function readAction(yaml: YamlNode, reader: Reader): Action {
  const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
  const kind = only && keyName(only.key);
  if (!only || kind === undefined || !isActionKind(kind)) {
    if (kind === undefined) {
      reader.problem({ problem: 'wrongForm', message: 'expected an action: a map with exactly one key', yaml });
    }
    const unknown: UnknownAction = { kind: 'unknown', type: kind ?? '', yaml, [ORIGIN]: { yaml } };
    return Object.freeze({ ...unknown, ...nameIn(only?.value) });
  }
  const form: Form<unknown> = actionForms[kind].form;
  const node = form.read(only.value, reader);
  if (node === undefined) return Object.freeze({ kind: 'unknown', type: kind, yaml, [ORIGIN]: { yaml } });
  return Object.freeze({ kind, ...node }) as Action;
}

const nameIn = (yaml: YamlNode | undefined): { readonly name?: string } => {
  if (yaml?.kind !== 'mapping') return {};
  const name = yaml.entries.find((e) => e.key.value === 'name')?.value;
  return name?.kind === 'scalar' && typeof name.value === 'string' ? { name: name.value } : {};
};
