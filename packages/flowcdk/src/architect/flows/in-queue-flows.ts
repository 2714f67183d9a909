import { actionList, type Actions } from '../actions/branches';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../origin';
import type { Declarations } from '../types';
import { prompt, type PromptDefinition, promptObject } from '../values';
import { type CallSettings, callSettingsKeys } from './call-settings';
import { type State, state } from './containers';
import { defineFlow, type FlowDefinition } from './definition';
import { languageKeys, type Languages, type TextLanguages } from './languages';
import { variableProblems } from './flow-problems';
import { type FlowIdentity, identityKeys, onError } from './root-keys';
import { declarationItems, flagsFor, type VariablesOf, variablesOf } from './variables';

type InQueueKind = 'inqueueCall' | 'inqueueShortMessage' | 'inqueueEmail';

/** A flow for an interaction that waits for an agent. */
export type InQueueFlow<K extends InQueueKind> = FlowDefinition<{}> & { readonly kind: K };

/** The parts of an in-queue call flow. */
export interface InqueueCallProps<V extends Declarations, T extends Declarations> extends FlowIdentity, Languages {
  readonly variables?: V | undefined;
  /** The variables of the task that runs again and again. They start anew each time. */
  readonly taskVariables?: T | undefined;
  /** The prompt of `Flow.HoldPrompt`. @default PromptSystem.on_hold_music */
  readonly holdMusic?: string | PromptDefinition | undefined;
  readonly settings?: CallSettings | undefined;
  /** The actions for a waiting caller. After the last action they start again. */
  readonly actions: (variables: VariablesOf<V> & VariablesOf<T>) => Actions;
}

/**
 * An in-queue call flow: what a caller hears while waiting for an agent.
 *
 * @example
 * ```ts
 * inqueueCall({
 *   name: 'Waiting',
 *   actions: () => [playEstimatedWaitTime(), holdMusic('A minute of music', { duration: minutes(1) })],
 * });
 * ```
 */
export function inqueueCall<V extends Declarations = {}, T extends Declarations = {}>(
  props: InqueueCallProps<V, T>,
): InQueueFlow<'inqueueCall'> {
  const { variables = {} as V, taskVariables = {} as T } = props;
  const origin = { [ORIGIN]: definedBy(inqueueCall) };
  const declarations = declarationItems('Flow', variables, flagsFor(props, { isInput: false, isOutput: false }));
  const ofTask = declarationItems('Task', taskVariables, undefined);
  const flow = defineFlow<{}>(
    {
      kind: 'inqueueCall',
      name: props.name,
      address: props.address,
      inputs: {},
      raw: props.raw,
      variables: variableProblems(props.name, [variables, taskVariables], sourceLine(origin[ORIGIN])),
      root: {
        ...identityKeys(props),
        ...languageKeys(props),
        ...(declarations.length > 0 ? { variables: declarations } : {}),
        settingsInQueueCall: Object.freeze({
          holdMusic: promptObject(prompt(props.holdMusic ?? 'PromptSystem.on_hold_music')),
        }),
        ...callSettingsKeys(props.settings ?? {}),
        ...(ofTask.length > 0 ? { startUpTaskVariables: ofTask } : {}),
        startUpTaskActions: actionList(
          props.actions({ ...variablesOf('Flow', variables), ...variablesOf('Task', taskVariables) }),
        ),
      },
    },
    origin,
  );
  return Object.freeze({ ...flow, kind: 'inqueueCall' });
}

/** The parts of an in-queue flow for a text channel. */
export interface InQueueDigitalProps<V extends Declarations> extends FlowIdentity, TextLanguages {
  readonly variables?: V | undefined;
  /** The actions when the interaction enters the queue. The last is `endState`. */
  readonly startUp: (variables: VariablesOf<V>) => Actions | State;
  /** The actions that run again and again while the interaction waits. The last is `endState`. */
  readonly periodic: (variables: VariablesOf<V>) => Actions | State;
}

function inQueueDigital<K extends 'inqueueShortMessage' | 'inqueueEmail', V extends Declarations>(
  kind: K,
  props: InQueueDigitalProps<V>,
  origin: HasOrigin,
): InQueueFlow<K> {
  const variables = props.variables ?? ({} as V);
  const all = variablesOf('Flow', variables);
  const declarations = declarationItems('Flow', variables, flagsFor(props, { isInput: false, isOutput: false }));
  const flow = defineFlow<{}>(
    {
      kind,
      name: props.name,
      address: props.address,
      inputs: {},
      raw: props.raw,
      variables: variableProblems(props.name, [variables], sourceLine(origin[ORIGIN])),
      root: {
        ...identityKeys(props),
        ...languageKeys(props),
        ...(declarations.length > 0 ? { variables: declarations } : {}),
        settingsErrorHandling: onError('endInQueueState'),
        startUpState: inlineState('Initial State', props.startUp(all)),
        periodicState: inlineState('Recurring State', props.periodic(all)),
      },
    },
    origin,
  );
  return Object.freeze({ ...flow, kind });
}

/** A state inside the flow's root. It has a refId as well. */
function inlineState(name: string, content: Actions | State): State {
  const { refId, ...options } = 'kind' in content ? content : state(name, content);
  return Object.freeze({ ...options, refId: refId ?? options.name ?? name });
}

/**
 * An in-queue message flow: what happens to a message while it waits for an agent.
 *
 * @example
 * ```ts
 * inqueueShortMessage({
 *   name: 'Messages wait',
 *   startUp: () => [sendResponse('Wait', 'Somebody will be with you soon.'), endState()],
 *   periodic: () => [endState()],
 * });
 * ```
 */
export function inqueueShortMessage<V extends Declarations = {}>(
  props: InQueueDigitalProps<V>,
): InQueueFlow<'inqueueShortMessage'> {
  return inQueueDigital('inqueueShortMessage', props, { [ORIGIN]: definedBy(inqueueShortMessage) });
}

/**
 * An in-queue e-mail flow: what happens to an e-mail while it waits for an agent.
 *
 * @example
 * ```ts
 * inqueueEmail({ name: 'Mails wait', startUp: () => [endState()], periodic: () => [endState()] });
 * ```
 */
export function inqueueEmail<V extends Declarations = {}>(props: InQueueDigitalProps<V>): InQueueFlow<'inqueueEmail'> {
  return inQueueDigital('inqueueEmail', props, { [ORIGIN]: definedBy(inqueueEmail) });
}
