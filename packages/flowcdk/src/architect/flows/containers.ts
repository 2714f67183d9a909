import { defined } from '../../ground/defined';
import { actionList, type Actions, branchOf, pathsOf } from '../actions/branches';
import {
  type Container,
  menu as menuForm,
  type MenuChoiceKind,
  type MenuChoiceNode,
  menuChoices,
  type MenuNode,
  state as stateForm,
  type StateNode,
  task as taskForm,
  type TaskNode,
} from '../containers';
import type { KindItem } from '../forms';
import { deepFreeze } from '../freeze';
import { definedBy, ORIGIN } from '../origin';
import { type RawKeys, type RawYaml, withRawKeys } from '../raw';
import { referenceTo, type Target } from '../references';
import type { Declarations, Duration, Integer } from '../types';
import {
  optionalAudioNode,
  audioNode,
  type AudioValue,
  noValue,
  type Value,
  type ValueNode,
  valueNode,
} from '../values';
import type { Dtmf } from '../words';
import { nameIn, type Named } from '../actions/named-target';
import type { QueueTarget } from '../actions/transfer-to-acd';
import { fromData } from '../yaml/node';
import { readPart } from '../yaml/read-flow';
import { declarationItems, flagsFor, type VariableFlags, type VariablesOf, variablesOf } from './variables';

/** A state of a flow, as `state` makes it. */
export type State = StateNode & { readonly kind: 'state' };
/** A reusable task of a flow, as `task` makes it. */
export type Task = TaskNode & { readonly kind: 'task' };
/** A menu of a call flow, as `menu` makes it. */
export type Menu = MenuNode & { readonly kind: 'menu' };

/**
 * Where a flow starts: a container that leads to the others, or this container together with all containers in the order
 * in which they are written. The second form keeps containers that nothing leads to.
 */
export type StartUp<C extends Container> = C | { readonly startUp: C; readonly containers: readonly Container[] };

/** The two parts of a start. */
export const startOf = <C extends Container>(
  start: StartUp<C>,
): { readonly startUp: C; readonly containers?: readonly Container[] } =>
  'kind' in start ? { startUp: start } : start;

/** What a container may have as YAML, where the language has no option for it. */
interface WithRawKeys {
  /** Keys as they stand in YAML. They replace what the builder writes; `undefined` leaves a key out. */
  readonly raw?: RawKeys | undefined;
}

/** The parts of a state besides its name. */
export interface StateOptions<V extends Declarations> extends WithRawKeys, VariableFlags {
  /** @default the name */
  readonly refId?: string | undefined;
  /** Variables that live as long as the container runs. */
  readonly variables?: V | undefined;
  readonly actions: (variables: VariablesOf<V>) => Actions;
}

/** The parts of a task besides its name. */
export interface TaskOptions<V extends Declarations> extends StateOptions<V> {
  /** The output paths for `endTask`, besides `default`. */
  readonly outputPaths?: readonly string[] | undefined;
}

const declared = (scope: string, variables: Declarations | undefined, { variableFlags = [] }: VariableFlags) => {
  const flags = flagsFor({ variableFlags }, { isInput: false, isOutput: false });
  return variables && Object.keys(variables).length > 0 ? declarationItems(scope, variables, flags) : undefined;
};

/**
 * A state: a named list of actions. `startUp` or `changeState` enters it.
 *
 * @example
 * ```ts
 * const wait5 = state('Wait', [wait('Give them five minutes', minutes(5)), endWorkflow()]);
 * changeState('Later', wait5);
 * ```
 */
export function state<V extends Declarations = {}>(name: string, content: Actions | StateOptions<V>): State {
  const options = toOptions<V>(content);
  const node = {
    kind: 'state',
    ...defined({
      name,
      refId: options.refId,
      variables: declared('State', options.variables, options),
      actions: actionList(options.actions(variablesOf('State', options.variables ?? ({} as V)))),
    }),
    [ORIGIN]: definedBy(state),
  };
  return deepFreeze(withRawKeys(stateForm.fields, node, options.raw)) as State;
}

/**
 * A reusable task: a named list of actions. A flow can start it, jump to it or call it.
 *
 * @example
 * ```ts
 * task('Ask for the number', {
 *   variables: { typed: string() },
 *   actions: ({ typed }) => [collectInput('Number', { inputData: typed, digits: 6 }), endTask()],
 * });
 * ```
 */
export function task<V extends Declarations = {}>(name: string, content: Actions | TaskOptions<V>): Task {
  const options = toOptions<V>(content);
  const node = {
    kind: 'task',
    ...defined({
      name,
      refId: options.refId,
      variables: declared('Task', options.variables, options),
      actions: actionList(options.actions(variablesOf('Task', options.variables ?? ({} as V)))),
      outputPaths: options.outputPaths?.map((path) => ({ name: path })),
    }),
    [ORIGIN]: definedBy(task),
  };
  return deepFreeze(withRawKeys(taskForm.fields, node, options.raw)) as Task;
}

const isActions = (content: object): content is Actions => Array.isArray(content);

const toOptions = <V extends Declarations>(content: Actions | TaskOptions<V>): TaskOptions<V> =>
  isActions(content) ? { actions: () => content } : content;

/** A choice of a menu. */
export type MenuChoice = KindItem<MenuChoiceNode>;

/** The key and the words for a choice of a menu. */
export interface ChoiceOptions extends WithRawKeys {
  /** The key for the choice. */
  readonly dtmf?: Dtmf | undefined;
  /** The words for the choice, by language. */
  readonly speechRecTerms?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Whether the key works in every menu of the flow. @default false */
  readonly globalDtmf?: boolean | undefined;
  readonly refId?: string | undefined;
}

function choiceOf(kind: MenuChoiceKind, name: string, how: ChoiceOptions, more: object = {}): MenuChoice {
  const content = defined({
    name,
    refId: how.refId,
    dtmf: how.dtmf,
    globalDtmf: how.globalDtmf ?? false,
    globalSpeechRecTerms: false,
    ...more,
    speechRecTerms:
      how.speechRecTerms &&
      new Map(
        Object.entries(how.speechRecTerms).map(([language, terms]) => [language, { terms: [...terms] }] as const),
      ),
  });
  return deepFreeze({ kind, content: withRawKeys(menuChoices[kind].fields, content as MenuChoiceNode, how.raw) });
}

/**
 * A menu choice that runs actions of its own.
 *
 * @example
 * ```ts
 * menuTask('Opening hours', { dtmf: 'digit_2', actions: [playAudio('Say them', 'We are open from 8 to 6.')] });
 * ```
 */
export function menuTask<V extends Declarations = {}>(
  name: string,
  options: ChoiceOptions &
    VariableFlags & {
      /** Variables that live as long as the actions run. */
      readonly variables?: V | undefined;
      readonly actions: Actions | ((variables: VariablesOf<V>) => Actions);
    },
): MenuChoice {
  const { variables = {} as V, actions } = options;
  const list = typeof actions === 'function' ? actions(variablesOf('Task', variables)) : actions;
  const task = defined({ variables: declared('Task', variables, options), actions: actionList(list) });
  return choiceOf('menuTask', name, options, { task });
}
/**
 * A menu choice that goes to a task.
 *
 * @example
 * ```ts
 * menuJumpToTask('Greeting', { dtmf: 'digit_3', targetTask: greet });
 * ```
 */
export const menuJumpToTask = (
  name: string,
  options: ChoiceOptions & { readonly targetTask: Target<Task> },
): MenuChoice => choiceOf('menuJumpToTask', name, options, { targetTaskRef: referenceTo(options.targetTask) });
/**
 * A menu choice that ends the call.
 *
 * @example
 * ```ts
 * menuDisconnect('Good bye', { dtmf: 'digit_0' });
 * ```
 */
export const menuDisconnect = (name: string, options: ChoiceOptions): MenuChoice =>
  choiceOf('menuDisconnect', name, options);
/**
 * A menu choice that transfers the call to a queue.
 *
 * @example
 * ```ts
 * menuTransferToAcd('Orders', { dtmf: 'digit_1', targetQueue: orders, preTransferAudio: 'One moment.' });
 * ```
 */
export const menuTransferToAcd = (
  name: string,
  options: ChoiceOptions & {
    readonly targetQueue: QueueTarget;
    readonly preTransferAudio?: AudioValue | undefined;
    readonly failureTransferAudio?: AudioValue | undefined;
    readonly priority?: Value<Integer> | undefined;
    /** The in-queue flow that replaces the queue's own. */
    readonly overrideInQueueFlow?: Named<'flow'> | undefined;
    readonly onFailure?: Actions | undefined;
  },
): MenuChoice =>
  choiceOf('menuTransferToAcd', name, options, {
    targetQueue: valueNode(options.targetQueue),
    overrideInQueueFlow: options.overrideInQueueFlow === undefined ? undefined : nameIn(options.overrideInQueueFlow),
    preTransferAudio: optionalAudioNode(options.preTransferAudio),
    failureTransferAudio: optionalAudioNode(options.failureTransferAudio),
    priority: valueNode(options.priority ?? 0),
    preferredAgents: noValue,
    languageSkill: noValue,
    failureOutputs: { errorType: noValue, errorMessage: noValue },
    outputs: pathsOf({ failure: branchOf(options.onFailure) }),
  });
/**
 * A menu choice that goes to another menu (inferred).
 *
 * @example
 * ```ts
 * menuJumpToMenu('Back to the start', { dtmf: 'digit_*', targetMenu: mainMenu });
 * ```
 */
export const menuJumpToMenu = (
  name: string,
  options: ChoiceOptions & { readonly targetMenu: Target<Menu> },
): MenuChoice => choiceOf('menuJumpToMenu', name, options, { targetMenuRef: referenceTo(options.targetMenu) });
/**
 * A menu choice that repeats the menu (inferred).
 *
 * @example
 * ```ts
 * menuRepeatMenu('Again', { dtmf: 'digit_9' });
 * ```
 */
export const menuRepeatMenu = (name: string, options: ChoiceOptions): MenuChoice =>
  choiceOf('menuRepeatMenu', name, options);
/**
 * A menu choice that goes back to the previous menu (inferred).
 *
 * @example
 * ```ts
 * menuPreviousMenu('Back', { dtmf: 'digit_#' });
 * ```
 */
export const menuPreviousMenu = (name: string, options: ChoiceOptions): MenuChoice =>
  choiceOf('menuPreviousMenu', name, options);

/**
 * A menu choice as it stands in YAML: a kind without a builder. It names tasks and menus by their paths.
 *
 * @example
 * ```ts
 * rawMenuChoice('menuDialByExtension', { name: 'An extension', dtmf: 'digit_8' });
 * ```
 */
export function rawMenuChoice(kind: string, content: RawYaml): MenuChoice {
  const { fields } = menuForm;
  const [read] = readPart(fields.choices, fromData([{ [kind]: content }])).part ?? [];
  return read as MenuChoice;
}

/** The audio of a menu, its choices and its waiting times. */
export interface MenuOptions extends WithRawKeys {
  /** What the caller hears. */
  readonly audio: AudioValue;
  readonly choices: readonly MenuChoice[];
  readonly refId?: string | undefined;
  /** The time for a choice, 1 to 60 s. @default the flow's setting, 10 s */
  readonly menuSelectionTimeout?: Value<Duration> | undefined;
  /** How often the menu is repeated, 0 to 10. @default the flow's setting, 3 */
  readonly repeatCount?: Value<Integer> | undefined;
}

const orUnset = (value: Value<Duration> | Value<Integer> | undefined): ValueNode => valueNode(value ?? noValue);

/**
 * A menu: plays its choices and waits for a key or a word.
 *
 * @example
 * ```ts
 * menu('Main menu', {
 *   audio: 'For orders, press 1. To hear this again, press 9.',
 *   choices: [
 *     menuTransferToAcd('Orders', { dtmf: 'digit_1', targetQueue: orders }),
 *     menuRepeatMenu('Again', { dtmf: 'digit_9' }),
 *   ],
 * });
 * ```
 */
export function menu(name: string, options: MenuOptions): Menu {
  const node = {
    kind: 'menu',
    ...defined({
      name,
      refId: options.refId,
      audio: audioNode(options.audio),
      settingsMenu: {
        extensionDialingMaxDelay: noValue,
        listenForExtensionDialing: noValue,
        menuSelectionTimeout: orUnset(options.menuSelectionTimeout),
        repeatCount: orUnset(options.repeatCount),
      },
      settingsSpeechRec: {
        completeMatchTimeout: noValue,
        incompleteMatchTimeout: noValue,
        maxSpeechLengthTimeout: noValue,
        minConfidenceLevel: noValue,
      },
      choices: [...options.choices],
    }),
    [ORIGIN]: definedBy(menu),
  };
  return deepFreeze(withRawKeys(menuForm.fields, node, options.raw)) as Menu;
}

export type { Container };
