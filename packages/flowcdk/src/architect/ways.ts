import { type Action, type ActionKind, actionForms, type ActionList } from './actions';
import type { ActionTraits } from './action';
import { leavesOf } from './leaves';
import type { Form } from './forms';

/** A way out of an action with branches. */
export interface Way {
  readonly name: string;
  /** Undefined or empty: the flow goes on after the action. */
  readonly actions?: ActionList | undefined;
}

/**
 * The ways out of an action by its `outputs`, empty outputs included. Undefined for an action without outputs, which
 * simply goes on.
 */
export function waysOut(action: Exclude<Action, { kind: 'unknown' }>): readonly Way[] | undefined {
  if (action.kind === 'switch') return waysOfSwitch(action);
  if (action.kind === 'callLexV2Bot') return waysOfLexBot(action);
  if (traitsOf(action).shape === 'assumed') return waysOfAssumed(action);
  const names = outputNames(action.kind);
  if (names.length === 0) return undefined;
  const outputs = ('outputs' in action ? (action.outputs ?? {}) : {}) as Readonly<Record<string, unknown>>;
  const ways = names.flatMap((name) => waysOfOutput(name, outputs[name]));
  return coversSuccess(names) ? ways : [...ways, { name: SUCCESS }];
}

/** The way of success. It has no output where an action has outputs only for failures. */
const SUCCESS = 'success';

/** The outputs for success. Without a failure, an action that has some of them always takes one. */
const wentWell = new Set([
  'success',
  'yes',
  'found',
  'open',
  'active',
  'matchExact',
  'intents',
  'loop',
  'default',
  'paths',
]);
const coversSuccess = (names: readonly string[]): boolean => names.some((name) => wentWell.has(name));

/** Outputs that a bot has only when they are switched on. Otherwise its settings apply. */
const switchable = new Set(['maxNoInputs', 'maxNoMatches', 'noIntent', 'knowledge']);

interface Branch {
  readonly name?: string;
  readonly enabled?: boolean;
  readonly actions?: ActionList;
}

function waysOfOutput(name: string, output: unknown): readonly Way[] {
  if (Array.isArray(output)) {
    return (output as readonly Branch[])
      .filter(({ enabled }) => enabled !== false)
      .map((branch) => ({ name: `${singular[name] ?? name} ${branch.name ?? ''}`, actions: branch.actions }));
  }
  if (name in singular) return [];
  const branch = (output ?? {}) as Branch;
  if (switchable.has(name) && branch.enabled !== true && !branch.actions) return [];
  return [{ name, actions: branch.actions }];
}

const singular: Readonly<Record<string, string>> = { paths: 'path', intents: 'intent' };

function waysOfSwitch({ evaluate }: Action & { kind: 'switch' }): readonly Way[] {
  const matched = evaluate?.kind === 'firstMatch' ? evaluate.content[0]?.content : evaluate?.content;
  const cases = (matched?.cases ?? []).map(({ actions }, i) => ({ name: `case ${i + 1}`, actions }));
  return [...cases, { name: 'default', actions: matched?.default?.actions }];
}

/** A way for each intent. For any other intent the flow goes on after the action. */
function waysOfLexBot({ lexBot, outputs }: Action & { kind: 'callLexV2Bot' }): readonly Way[] {
  const { intents, failure = outputs?.failure } = lexBot?.content.content.content.content.outputs ?? {};
  const understood = [...(intents ?? [])].map(([name, { actions }]) => ({ name: `intent ${name}`, actions }));
  return [...understood, { name: 'failure', actions: failure?.actions }, { name: SUCCESS }];
}

/** The ways that the scripting SDK names, and every other list of actions in it. */
function waysOfAssumed(action: Exclude<Action, { kind: 'unknown' }>): readonly Way[] | undefined {
  const written = leavesOf(action).flatMap((leaf): readonly Way[] =>
    leaf.role === 'actions' ? [{ name: nameOfPath(leaf.path), actions: leaf.actions }] : [],
  );
  const ways = [...written];
  for (const name of outputNames(action.kind)) if (!ways.some((way) => way.name === name)) ways.push({ name });
  if (ways.length === 0) return undefined;
  return coversSuccess(ways.map(({ name }) => name)) ? ways : [...ways, { name: SUCCESS }];
}

/** `failure` of `outputs.failure.actions`. */
const nameOfPath = (path: string): string => path.split('.').at(-2) ?? path;

const namesByKind = new Map<ActionKind, readonly string[]>();

/** The outputs that the form of a kind of action declares. */
function outputNames(kind: ActionKind): readonly string[] {
  const known = namesByKind.get(kind);
  if (known) return known;
  const outputs = actionForms[kind].form.fields['outputs'] as
    (Form<unknown> & { readonly fields?: object }) | undefined;
  const names = Object.keys(outputs?.fields ?? {});
  namesByKind.set(kind, names);
  return names;
}

/** The known effects of an action. */
export const traitsOf = (action: Action | undefined): ActionTraits =>
  !action || action.kind === 'unknown' ? { evidence: 'seen' } : actionForms[action.kind];
