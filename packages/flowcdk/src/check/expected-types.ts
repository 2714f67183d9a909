import type { Action } from '../architect/actions';
import { declaredKind, type VariableDeclaration } from '../architect/containers';
import type { CallableDataAction } from '../architect/data-action-contract';
import { type Type, type, typeNamed } from '../architect/expressions';
import type { FlowTree } from '../architect/flow-tree';
import type { KindItem, Leaf } from '../architect/forms';
import { kindName } from '../architect/types';
import type { ValueNode } from '../architect/values';
import { type CallAction, calledDataAction, callOf } from './data-action-calls';
import type { Project } from './project';
import type { Place } from './rule';

/** The types that the surroundings of fields prescribe: the kind of a statement, the contract of a data action. */
export type ExpectedTypes = ReadonlyMap<ValueNode, Type>;

const none: ExpectedTypes = new Map();
const known = new WeakMap<Action | FlowTree, ExpectedTypes>();

/**
 * The type that a value must have: that of its field, or the one that its surroundings prescribe. Undefined if any type
 * fits.
 */
export function expectedType(
  leaf: Leaf & { readonly role: 'value' | 'binding' },
  { action, flow }: Place,
  project: Project,
): Type | undefined {
  // No variable has this type, so it has no name of its own.
  if (leaf.type === 'contactList') return type(leaf.type);
  if (leaf.type !== 'any') return typeNamed(leaf.type);
  return (action ? typesIn(action, flow, project) : initialTypes(flow)).get(leaf.value);
}

/** Initial values have the types of their variables. */
function initialTypes(flow: FlowTree): ExpectedTypes {
  const before = known.get(flow);
  if (before) return before;
  const types = new Map<ValueNode, Type>();
  for (const { kind, content } of declarationsOf(flow))
    put(types, content?.initialValue, typeNamed(declaredKind(kind)));
  known.set(flow, types);
  return types;
}

/** Everything a flow declares, at its root and in its containers. */
const declarationsOf = (flow: FlowTree): readonly KindItem<VariableDeclaration>[] =>
  [
    flow,
    { variables: flow.startUpTaskVariables },
    flow.startUpState,
    flow.periodicState,
    ...(flow.states ?? []),
    ...(flow.menus ?? []),
    ...(flow.menus ?? []).flatMap(({ choices = [] }) => choices.map(({ content }) => content?.task)),
    ...(flow.tasks ?? []),
    ...(flow.bots ?? []),
  ].flatMap((part) => part?.variables ?? []);

function typesIn(action: Action, flow: FlowTree, project: Project): ExpectedTypes {
  let types = known.get(action);
  if (!types) known.set(action, (types = typesOf(action, flow, project)));
  return types;
}

function typesOf(action: Action, flow: FlowTree, project: Project): ExpectedTypes {
  switch (action.kind) {
    case 'updateData':
      return statementTypes(action);
    case 'switch':
      return switchTypes(action);
    case 'callData':
    case 'callDataSecure':
      return callTypes(action, project);
    case 'callTask':
    case 'jumpToTask':
      return taskInputTypes(action, flow);
    default:
      return none;
  }
}

type ActionOf<K extends Action['kind']> = Extract<Action, { readonly kind: K }>;

function statementTypes({ statements = [] }: ActionOf<'updateData'>): ExpectedTypes {
  const types = new Map<ValueNode, Type>();
  for (const { kind, content } of statements) put(types, content?.value, typeNamed(kind));
  return types;
}

function switchTypes({ evaluate }: ActionOf<'switch'>): ExpectedTypes {
  const types = new Map<ValueNode, Type>();
  if (evaluate?.kind !== 'firstMatch') return types;
  for (const { kind, content } of evaluate.content) {
    const type = typeNamed(kind);
    put(types, content?.value, type);
    for (const { value } of content?.cases ?? []) put(types, value, type);
  }
  return types;
}

function callTypes(action: CallAction, project: Project): ExpectedTypes {
  const types = new Map<ValueNode, Type>();
  const called = calledDataAction(action, project);
  const call = callOf(action);
  if (!called || !call) return types;
  for (const [name, value] of call.inputs ?? []) put(types, value, contractType(called.input[name]));
  for (const [name, value] of call.successOutputs ?? []) put(types, value, contractType(called.outputs[name]));
  return types;
}

/** The inputs of a task have the types of its variables. */
function taskInputTypes({ targetTaskRef, inputs }: ActionOf<'callTask' | 'jumpToTask'>, flow: FlowTree): ExpectedTypes {
  const types = new Map<ValueNode, Type>();
  const [, refId] = (targetTaskRef?.kind === 'path' && /task\[([^[\]]*)\]\s*$/.exec(targetTaskRef.path)) || [];
  const task = refId === undefined ? undefined : (flow.tasks ?? []).find((candidate) => candidate.refId === refId);
  const declared = [...(task?.variables ?? []), ...(flow.variables ?? [])];
  for (const [name, value] of inputs ?? []) {
    const variable = declared.find(({ content }) => content?.name?.toLowerCase() === name.toLowerCase());
    put(types, value, variable && typeNamed(declaredKind(variable.kind)));
  }
  return types;
}

const contractType = (type: CallableDataAction['input'][string] | undefined): Type | undefined =>
  type && typeNamed(kindName(type as Parameters<typeof kindName>[0]));

function put(types: Map<ValueNode, Type>, value: ValueNode | undefined, type: Type | undefined): void {
  if (value && type) types.set(value, type);
}
