import type { FlowDefinition } from '../../architect/flows/definition';
import { type ActionTraits } from '../../architect/action';
import { type Action, actionForms, type ActionList } from '../../architect/actions';
import type { Form, Writer } from '../../architect/forms';
import { scalar, toData, type YamlData } from '../../architect/yaml/node';

/** An action that Flowcdk has a form for. */
export type KnownAction = Exclude<Action, { kind: 'unknown' }>;

/** A run of a flow: its actions in the order in which they happen, and how the run ends. */
export interface Run {
  readonly actions: readonly KnownAction[];
  readonly end: 'goesOn' | 'ended' | 'loopExit';
}

/**
 * What is known of the kind of an action.
 *
 * @example
 * ```ts
 * actionsOf(reception).filter((action) => traitsOf(action).takesTime === true);
 * ```
 */
export const traitsOf = ({ kind }: KnownAction): ActionTraits => actionForms[kind];

/**
 * Every action of a flow, branches included, in the order of the text.
 *
 * @example
 * ```ts
 * actionsOf(reception).map(({ name }) => name);
 * ```
 */
export const actionsOf = (flow: FlowDefinition): readonly KnownAction[] => startsOf(flow).flatMap(within);

/**
 * Every run through a flow, whatever the conditions are: each way out of each action, and loops with no turn, one turn
 * and two turns.
 *
 * @example
 * ```ts
 * expect(runsOf(reception).map(({ end }) => end)).not.toContain('goesOn');
 * ```
 */
export const runsOf = (flow: FlowDefinition): readonly Run[] => startsOf(flow).flatMap(runsThrough);

const startsOf = ({ tree }: FlowDefinition): readonly ActionList[] =>
  [...(tree.tasks ?? []), ...(tree.states ?? [])].map(
    (container) => ('actions' in container && container.actions) || [],
  );

const known = (list: ActionList): readonly KnownAction[] => list.filter((action) => action.kind !== 'unknown');

const within = (list: ActionList): readonly KnownAction[] =>
  known(list).flatMap((action) => [action, ...branchesOf(action).flatMap(({ actions }) => within(actions))]);

interface Branch {
  /** `success`, `yes`; of a switch `cases[0]`. */
  readonly way: string;
  readonly actions: ActionList;
}

/**
 * The branches an action has in the text.
 *
 * @example
 * ```ts
 * actionsOf(reception).flatMap(branchesOf).map(({ way }) => way);
 * ```
 */
export function branchesOf(action: KnownAction): readonly Branch[] {
  const branches: Branch[] = [];
  (actionForms[action.kind].form as Form<unknown>).walk(
    action,
    (leaf) => {
      const way = leaf.path.split('.').at(-2) ?? '';
      if (leaf.role === 'actions') branches.push({ way, actions: leaf.actions });
    },
    '',
  );
  return branches;
}

/** Actions whose ways out are complete. Where one of these ways has no branch, the flow goes on. */
const allWays: Readonly<Record<string, readonly string[]>> = {
  decision: ['yes', 'no'],
  callData: ['success', 'failure', 'timeout'],
  collectInput: ['success', 'failure'],
  getConversationData: ['success', 'failure'],
  setConversationData: ['success', 'failure'],
  switch: ['default'],
  transferToAcd: ['failure'],
};

function runsThrough(list: ActionList): readonly Run[] {
  let runs: readonly Run[] = [{ actions: [], end: 'goesOn' }];
  for (const action of known(list)) {
    const next = runsFrom(action);
    runs = runs.flatMap((run) => (run.end === 'goesOn' ? next.map((more) => join(run, more)) : [run]));
  }
  return runs;
}

const join = (run: Run, more: Run): Run => ({ actions: [...run.actions, ...more.actions], end: more.end });

function runsFrom(action: KnownAction): readonly Run[] {
  const itself: Run = { actions: [action], end: 'goesOn' };
  const branches = branchesOf(action);
  if (action.kind === 'loopExit') return [{ ...itself, end: 'loopExit' }];
  if (traitsOf(action).ends === 'always') return [{ ...itself, end: 'ended' }];
  if (action.kind === 'loop') return turnsOf(branches[0]?.actions ?? []).map((turn) => join(itself, turn));
  const ways = new Set(branches.map(({ way }) => way));
  const goesOn = (allWays[action.kind] ?? ['']).some((way) => !ways.has(way));
  const ends = traitsOf(action).ends === 'unlessFailure';
  return [
    ...(ends ? [{ ...itself, end: 'ended' } as const] : []),
    ...(goesOn ? [itself] : []),
    ...branches.flatMap(({ actions }) => runsThrough(actions).map((run) => join(itself, run))),
  ];
}

/** A loop with up to two turns. A run that leaves the loop goes on behind it. */
function turnsOf(body: ActionList): readonly Run[] {
  const turns = runsThrough(body);
  const leave = (run: Run): Run => (run.end === 'loopExit' ? { ...run, end: 'goesOn' } : run);
  const once = turns.map(leave);
  const twice = turns
    .filter(({ end }) => end === 'goesOn')
    .flatMap((first) => once.map((second) => join(first, second)));
  return [{ actions: [], end: 'goesOn' }, ...once, ...twice];
}

/**
 * An action as it stands in the file, without what happens in its branches.
 *
 * @example
 * ```ts
 * actionsOf(reception).map(asWritten);
 * ```
 */
export const asWritten = (action: KnownAction): YamlData =>
  toData((actionForms[action.kind].form as Form<unknown>).write(action, withoutBranches));

const withoutBranches: Writer = { pathOf: () => '', writeActions: () => scalar(null) };

/**
 * For an action that writes attributes: their values by name, expressions as text. For an action that reads them: the
 * names of the variables.
 *
 * @example
 * ```ts
 * actionsOf(reception).filter(({ kind }) => kind === 'setParticipantData').map(attributesOf);
 * ```
 */
export function attributesOf(action: KnownAction): Readonly<Record<string, YamlData>> {
  const { attributes } = asWritten(action) as unknown as { readonly attributes: readonly Attribute[] };
  return Object.fromEntries(
    attributes.map(({ attribute: { name, value, variable } }) => [
      name.lit,
      value?.lit ?? value?.exp ?? variable ?? '',
    ]),
  );
}

interface Attribute {
  readonly attribute: {
    readonly name: { readonly lit: string };
    readonly value?: { readonly lit?: string; readonly exp?: string };
    readonly variable?: string;
  };
}
