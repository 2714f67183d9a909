import { defined } from '../../ground/defined';
import { actionList, type Actions, branchOf, pathsOf } from '../actions/branches';
import type { Container, MenuChoiceKind, MenuNode, StateNode, TaskNode } from '../containers';
import type { KindItem } from '../forms';
import type { MenuChoiceNode } from '../containers';
import { deepFreeze } from '../freeze';
import { definedBy, ORIGIN } from '../origin';
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
import type { QueueTarget } from '../actions/transfer-to-acd';
import { declarationItems, type VariablesOf, variablesOf } from './variables';

/** A state of a flow, as `state` makes it. */
export type State = StateNode & { readonly kind: 'state' };
/** A reusable task of a flow, as `task` makes it. */
export type Task = TaskNode & { readonly kind: 'task' };
/** A menu of a call flow, as `menu` makes it. */
export type Menu = MenuNode & { readonly kind: 'menu' };

/** The parts of a state besides its name. */
export interface StateOptions<V extends Declarations> {
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

const declared = (scope: string, variables: Declarations | undefined) =>
  variables && Object.keys(variables).length > 0 ? declarationItems(scope, variables, undefined) : undefined;

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
  return deepFreeze({
    kind: 'state',
    ...defined({
      name,
      refId: options.refId,
      variables: declared('State', options.variables),
      actions: actionList(options.actions(variablesOf('State', options.variables ?? ({} as V)))),
    }),
    [ORIGIN]: definedBy(state),
  }) as State;
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
  return deepFreeze({
    kind: 'task',
    ...defined({
      name,
      refId: options.refId,
      variables: declared('Task', options.variables),
      actions: actionList(options.actions(variablesOf('Task', options.variables ?? ({} as V)))),
      outputPaths: options.outputPaths?.map((path) => ({ name: path })),
    }),
    [ORIGIN]: definedBy(task),
  }) as Task;
}

const isActions = (content: object): content is Actions => Array.isArray(content);

const toOptions = <V extends Declarations>(content: Actions | TaskOptions<V>): TaskOptions<V> =>
  isActions(content) ? { actions: () => content } : content;

/** A choice of a menu. */
export type MenuChoice = KindItem<MenuChoiceNode>;

/** The key and the words for a choice of a menu. */
export interface ChoiceOptions {
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
  return deepFreeze({ kind, content: content as MenuChoiceNode });
}

/**
 * A menu choice that runs actions of its own.
 *
 * @example
 * ```ts
 * menuTask('Opening hours', { dtmf: 'digit_2', actions: [playAudio('Say them', 'We are open from 8 to 6.')] });
 * ```
 */
export const menuTask = (name: string, options: ChoiceOptions & { readonly actions: Actions }): MenuChoice =>
  choiceOf('menuTask', name, options, { task: { actions: actionList(options.actions) } });
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
    readonly onFailure?: Actions | undefined;
  },
): MenuChoice =>
  choiceOf('menuTransferToAcd', name, options, {
    targetQueue: valueNode(options.targetQueue),
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

/** The audio of a menu, its choices and its waiting times. */
export interface MenuOptions {
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
  return deepFreeze({
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
  }) as Menu;
}

export type { Container };
