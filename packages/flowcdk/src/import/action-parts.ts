import type { ActionKind, ActionList, ActionNode } from '../architect/actions';
import type { DefinitionKind } from '../architect/definition';
import type { ContainerReference } from '../architect/containers';
import type { KindItem } from '../architect/forms';
import { failureOutputNames } from '../architect/actions/call-data';
import { literalScalar, type ValueNode } from '../architect/values';
import { call, type Code, list, literal, name, object } from './code';
import type { CalledKind } from './contracts';
import type { ValueCode } from './value-code';
import { areSame, typeNamed, type VariableType } from './variable-types';

/** What the code of an action needs of the flow around it. */
export interface ActionScope {
  readonly values: ValueCode;
  /** The list of the code of actions. */
  actions(list: ActionList): Code;
  /** A task, menu or state of the flow. */
  container(reference: ContainerReference): Code;
  /** A variable by its full name. */
  variable(name: string): { readonly code: Code; readonly type: VariableType } | undefined;
  /** A thing of the organisation by its name. */
  named(kind: DefinitionKind, name: string): Code;
  /** A data action, a data table, a common module or a bot that the flow calls with these values. */
  called(kind: CalledKind, category: string, name: string, values: CallValues): CalledThing;
}

/** The values of a call, and the variables for what it gives. */
export interface CallValues {
  readonly inputs?: ReadonlyMap<string, ValueNode> | undefined;
  readonly outputs?: ReadonlyMap<string, ValueNode> | undefined;
}

/** A definition with a contract that flows call. */
export interface CalledThing {
  readonly code: Code;
  readonly inputs: ReadonlyMap<string, VariableType>;
  readonly outputs: ReadonlyMap<string, VariableType>;
}

/** The call of a builder that writes an action. Undefined where the builder cannot. */
export type CodeOf<K extends ActionKind> = (action: ActionNode<K>, scope: ActionScope) => Code | undefined;

/** How kinds of actions are written with their builders. */
export type ActionCodes = { readonly [K in ActionKind]?: CodeOf<K> };

export type Branch = { readonly actions?: ActionList } | undefined;

/** A branch that the file has. */
export const branch = (of: Branch, scope: ActionScope): Code | undefined => of?.actions && scope.actions(of.actions);

/** The call of a builder with its name and its options. Options without an entry are left out where they may be. */
export const built = (builder: string, title: string | undefined, ...rest: readonly (Code | undefined)[]): Code => {
  const all = [literal(title ?? ''), ...rest];
  while (all.at(-1) === undefined) all.pop();
  return call(builder, ...all.map((argument) => argument ?? name('undefined')));
};

/** The options of a builder. Undefined where there are none. */
export const options = (entries: Readonly<Record<string, Code | undefined>>): Code | undefined => {
  const filled = object(entries);
  return filled.entries.length === 0 ? undefined : filled;
};

export const text = (value: string | undefined): Code | undefined => (value === undefined ? undefined : literal(value));

/** A text that is the default of its option needs no entry. */
export const unless = (usual: string, value: string | undefined): Code | undefined =>
  value === usual ? undefined : text(value);

/** A literal that is the default of its option needs no entry. */
export const unlessLiteral = (usual: string | number | boolean, node: ValueNode | undefined, code: Code | undefined) =>
  literalScalar(node) === usual ? undefined : code;

/** The name of the action as the only argument; no argument where it is the default. */
export const withDefaultName = (builder: string, usual: string, title: string | undefined): Code =>
  title === usual ? call(builder) : built(builder, title);

/** The type of names, reasons and the like. */
export const TEXT: VariableType = { kind: 'string', collection: false };

interface WithFailure {
  readonly failureOutputs?: { readonly errorType?: ValueNode; readonly errorMessage?: ValueNode };
  readonly outputs?: { readonly success?: Branch; readonly failure?: Branch };
}

export const failureOptions = ({ failureOutputs, outputs }: WithFailure, scope: ActionScope) => ({
  failureOutputs: failureOutputs
    ? options({
        errorType: scope.values.binding(failureOutputs.errorType, TEXT),
        errorMessage: scope.values.binding(failureOutputs.errorMessage, TEXT),
      })
    : literal(false),
  onSuccess: branch(outputs?.success, scope),
  onFailure: branch(outputs?.failure, scope),
});

interface Transfer extends WithFailure {
  readonly preTransferAudio?: ValueNode;
  readonly failureTransferAudio?: ValueNode;
}

export const transferOptions = (action: Transfer, scope: ActionScope) => ({
  preTransferAudio: scope.values.of(action.preTransferAudio, 'audio'),
  failureTransferAudio: scope.values.of(action.failureTransferAudio, 'audio'),
  ...failureOptions(action, scope),
});

export const skills = (of: readonly ValueNode[] | ValueNode | undefined, { values }: ActionScope): Code | undefined => {
  if (of === undefined) return undefined;
  if (!Array.isArray(of)) return values.of(of as ValueNode, 'skillCollection');
  return list((of as readonly ValueNode[]).flatMap((skill) => values.of(skill, 'skill') ?? []));
};

interface NamedThing {
  readonly name?: string;
}

export const reference = (kind: DefinitionKind, thing: NamedThing | undefined, scope: ActionScope): Code | undefined =>
  thing?.name === undefined ? undefined : scope.named(kind, thing.name);

/** The values for the inputs of a called thing, with the types of its contract. */
const inputsOf = (
  inputs: ReadonlyMap<string, ValueNode> | undefined,
  called: CalledThing,
  { values }: ActionScope,
): Code => ({
  kind: 'object',
  entries: [...(inputs ?? [])].map(([key, value]) => ({
    key,
    value: values.ofVariableType(value, called.inputs.get(key)),
  })),
});

/** The variables for the outputs that the flow keeps. */
export const outputsOf = (
  outputs: ReadonlyMap<string, ValueNode> | undefined,
  types: ReadonlyMap<string, VariableType>,
  { values }: ActionScope,
): Code | undefined =>
  options(Object.fromEntries([...(outputs ?? [])].map(([key, to]) => [key, values.binding(to, types.get(key))])));

export const callData =
  <K extends 'callData' | 'callDataSecure'>(builder: string): CodeOf<K> =>
  (action, scope) => {
    const { category, processingPrompt, timeout, outputs } = action as ActionNode<'callData'>;
    const dataAction = category?.content.dataAction;
    if (!category || !dataAction) return undefined;
    const { inputs, successOutputs, failureOutputs } = dataAction.content;
    const use = { inputs: inputs ?? new Map<string, ValueNode>(), outputs: successOutputs };
    const called = scope.called('dataAction', category.name, dataAction.name, use);
    return built(
      builder,
      action.name,
      called.code,
      object({
        inputs: inputsOf(inputs, called, scope),
        outputs: outputsOf(successOutputs, called.outputs, scope),
        failureOutputs: failureOutputs && (outputsOf(failureOutputs, failureTypes, scope) ?? object({})),
        timeout: scope.values.of(timeout, 'duration'),
        processingPrompt: processingPromptOf(processingPrompt, scope),
        onSuccess: branch(outputs?.success, scope),
        onFailure: branch(outputs?.failure, scope),
        onTimeout: branch(outputs?.timeout, scope),
      }),
    );
  };

/** The types of the details of a failure. */
const failureTypes: ReadonlyMap<string, VariableType> = new Map(
  failureOutputNames.map((key) => [
    key,
    { kind: key === 'status' ? 'integer' : 'string', collection: key.includes('.') } as const,
  ]),
);

function processingPromptOf(node: ValueNode | undefined, scope: ActionScope): Code | undefined {
  const of = scope.values.of(node, 'prompt');
  const [only] = of?.kind === 'object' ? of.entries : [];
  return only ? call('prompt', only.value) : of;
}

interface FlowCall {
  readonly name: string;
  readonly content: {
    readonly content: {
      readonly inputs?: ReadonlyMap<string, ValueNode>;
      readonly outputs?: ReadonlyMap<string, ValueNode>;
    };
  };
}

const withoutScope = (scope: string, values: ReadonlyMap<string, ValueNode> | undefined) =>
  values && new Map([...values].map(([key, value]) => [key.startsWith(scope) ? key.slice(scope.length) : key, value]));

export function flowCall(called: FlowCall, prefix: string, scope: ActionScope) {
  const inputs = withoutScope(prefix, called.content.content.inputs) ?? new Map<string, ValueNode>();
  const outputs = withoutScope(prefix, called.content.content.outputs);
  const thing = scope.called('flow', '', called.name, { inputs, outputs });
  return {
    code: thing.code,
    options: { inputs: inputsOf(inputs, thing, scope), outputs: outputsOf(outputs, thing.outputs, scope) },
  };
}

interface BotCall {
  readonly name?: string;
  readonly inputText?: ValueNode;
  readonly exitReason?: ValueNode;
  readonly intent?: ValueNode;
}

export function botCall(
  builder: string,
  action: BotCall,
  bot: FlowCall | undefined,
  scope: ActionScope,
): Code | undefined {
  if (!bot) return undefined;
  const { code, options: called } = flowCall(bot, '', scope);
  return built(
    builder,
    action.name,
    code,
    object({
      ...called,
      inputText: scope.values.orUnset(action.inputText, 'string'),
      exitReason: scope.values.binding(action.exitReason, TEXT),
      intent: scope.values.binding(action.intent, TEXT),
    }),
  );
}

type Attribute = { readonly name?: ValueNode; readonly value?: ValueNode; readonly variable?: string };

/** The attributes of participant data by name. Undefined where a name is not a text or stands twice. */
function attributes(
  items: readonly Attribute[] | undefined,
  of: (item: Attribute) => Code | undefined,
): Code | undefined {
  const entries = (items ?? []).map((item) => ({ key: literalScalar(item.name), value: of(item) }));
  const names = new Set(entries.map(({ key }) => key));
  if (names.size < entries.length) return undefined;
  const all = entries.flatMap(({ key, value }) => (typeof key === 'string' && value ? [{ key, value }] : []));
  return all.length === entries.length ? { kind: 'object', entries: all } : undefined;
}

export const written = (items: readonly Attribute[] | undefined, { values }: ActionScope) =>
  attributes(items, ({ value }) => values.of(value, 'string'));
export const read = (items: readonly Attribute[] | undefined, scope: ActionScope) =>
  attributes(items, ({ variable }) => {
    const to = variable === undefined ? undefined : scope.variable(variable);
    return to && areSame(to.type, TEXT) ? to.code : undefined;
  });

type StatementItem = KindItem<{ readonly variable?: string; readonly value?: ValueNode }>;

/** The statements of an action. Undefined where a variable is not declared with the type of its statement. */
export function statements(items: readonly StatementItem[] | undefined, scope: ActionScope): Code | undefined {
  const filled = (items ?? []).map(({ kind, content }) => {
    const to = content?.variable === undefined ? undefined : scope.variable(content.variable);
    const value = content?.value;
    return to && value && areSame(to.type, typeNamed(kind))
      ? call('set', to.code, scope.values.ofVariableType(value, to.type))
      : undefined;
  });
  return filled.every((statement) => statement !== undefined) ? list(filled) : undefined;
}

interface ScriptNode {
  readonly name: string;
  readonly content: { readonly inputs?: ReadonlyMap<string, ValueNode> };
}

export const script = (of: ScriptNode | undefined, { values }: ActionScope): Code | undefined =>
  of &&
  object({
    name: literal(of.name),
    inputs:
      of.content.inputs &&
      options(Object.fromEntries([...of.content.inputs].map(([key, value]) => [key, values.of(value, 'string')]))),
  });

interface FindNode {
  readonly name?: string;
  readonly findName?: ValueNode;
  readonly findId?: ValueNode;
  readonly findIds?: ValueNode;
  readonly findResult?: ValueNode;
  readonly outputs?: { readonly found?: Branch; readonly notFound?: Branch; readonly partiallyFound?: Branch };
}

export const find =
  (builder: string, type: VariableType) =>
  (action: FindNode, scope: ActionScope): Code =>
    built(
      builder,
      action.name,
      object({
        findName: scope.values.of(action.findName, 'string'),
        findId: scope.values.of(action.findId, 'string'),
        findIds: scope.values.of(action.findIds, 'stringCollection'),
        findResult: scope.values.binding(action.findResult, type),
        onFound: branch(action.outputs?.found, scope),
        onNotFound: branch(action.outputs?.notFound, scope),
        onPartiallyFound: branch(action.outputs?.partiallyFound, scope),
      }),
    );

/** An action that sets one value of the conversation and can fail: `setPriority`, `setWrapupCode`. */
export const setOne = (
  builder: string,
  action: WithFailure & { readonly name?: string },
  value: Code | undefined,
  scope: ActionScope,
): Code | undefined => value && built(builder, action.name, value, options(failureOptions(action, scope)));

export const onOne =
  (builder: string, usual: string) => (action: WithFailure & { readonly name?: string }, scope: ActionScope) => {
    const rest = options(failureOptions(action, scope));
    return rest ? built(builder, action.name, rest) : withDefaultName(builder, usual, action.name);
  };

export const namedPaths = (
  items: readonly { readonly name?: string; readonly actions?: ActionList }[] | undefined,
  scope: ActionScope,
): Code | undefined =>
  items && {
    kind: 'object',
    entries: items.map((item) => ({ key: item.name ?? '', value: scope.actions(item.actions ?? []) })),
  };
