import type { Actions } from '../actions/branches';
import type { FlowTree } from '../flow-tree';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../origin';
import { referenceTo } from '../references';
import type { Declarations } from '../types';
import { startOf, type StartUp, type State, state } from './containers';
import { defineFlow, type FlowDefinition } from './definition';
import { languageKeys, type TextLanguages } from './languages';
import { variableProblems } from './flow-problems';
import { type FlowIdentity, identityKeys, NONE, onError } from './root-keys';
import { declarationItems, flagsFor, type VariablesOf, variablesOf } from './variables';

interface StateFlowBase<V extends Declarations> extends FlowIdentity, TextLanguages {
  readonly variables?: V | undefined;
}

/**
 * The parts of a flow of states. A flow with one state has `actions`. A flow with several has `startUp`, and
 * `changeState` leads to the others.
 */
export type StateFlowProps<V extends Declarations> = StateFlowBase<V> &
  (
    | { readonly actions: (variables: VariablesOf<V>) => Actions }
    | { readonly startUp: (variables: VariablesOf<V>) => StartUp<State> }
  );

type StateFlowKind = 'inboundShortMessage' | 'inboundEmail' | 'workitem' | 'inboundChat' | 'surveyInvite';

/** A flow of states that serves a message, an e-mail, a workitem, a chat or an invitation to a survey. */
export type StateFlow<K extends StateFlowKind> = FlowDefinition<{}> & { readonly kind: K };

function stateFlow<K extends StateFlowKind, V extends Declarations>(
  kind: K,
  props: StateFlowProps<V>,
  origin: HasOrigin,
  more: Partial<FlowTree>,
): StateFlow<K> {
  const variables = props.variables ?? ({} as V);
  const all = variablesOf('Flow', variables);
  const { startUp, containers } = startOf(
    'actions' in props ? state('Initial State', props.actions(all)) : props.startUp(all),
  );
  const declarations = declarationItems('Flow', variables, flagsFor(props, { isInput: false, isOutput: false }));
  const flow = defineFlow<{}>(
    {
      kind,
      name: props.name,
      address: props.address,
      inputs: {},
      startUp,
      containers,
      raw: props.raw,
      variables: variableProblems(props.name, [variables], sourceLine(origin[ORIGIN])),
      root: {
        ...identityKeys(props),
        startUpRef: referenceTo(startUp),
        ...languageKeys(props),
        ...(declarations.length > 0 ? { variables: declarations } : {}),
        ...more,
      },
    },
    origin,
  );
  return Object.freeze({ ...flow, kind });
}

/**
 * An inbound message flow: what happens to a message that comes in.
 *
 * @example
 * ```ts
 * inboundShortMessage({
 *   name: 'Messages',
 *   actions: () => [sendResponse('Say hello', 'Hello.'), transferToAcd('To an agent', { targetQueue: orders })],
 * });
 * ```
 */
export function inboundShortMessage<V extends Declarations = {}>(
  props: StateFlowProps<V>,
): StateFlow<'inboundShortMessage'> {
  return stateFlow(
    'inboundShortMessage',
    props,
    { [ORIGIN]: definedBy(inboundShortMessage) },
    {
      settingsErrorHandling: onError('disconnect'),
    },
  );
}

/**
 * An inbound e-mail flow: what happens to an e-mail that comes in.
 *
 * @example
 * ```ts
 * inboundEmail({
 *   name: 'Mails',
 *   actions: () => [
 *     sendAutoReply('We have it', { messageBody: 'Thank you for your mail.' }),
 *     transferToAcd('To an agent', { targetQueue: orders }),
 *   ],
 * });
 * ```
 */
export function inboundEmail<V extends Declarations = {}>(
  props: StateFlowProps<V> & {
    /** The handling of an e-mail that the flow does not handle. @default 'disconnect' */
    readonly emailHandling?: 'disconnect' | 'continue' | undefined;
  },
): StateFlow<'inboundEmail'> {
  const emailHandling = Object.freeze({ kind: props.emailHandling ?? 'disconnect', content: NONE });
  return stateFlow(
    'inboundEmail',
    props,
    { [ORIGIN]: definedBy(inboundEmail) },
    {
      settingsErrorHandling: onError('disconnect'),
      settingsInboundEmailHandling: Object.freeze({ emailHandling }),
    },
  );
}

/**
 * An inbound chat flow: what happens to a chat that comes in. Genesys has retired the channel.
 *
 * @example
 * ```ts
 * inboundChat({ name: 'Chat', actions: () => [disconnect()] });
 * ```
 */
export function inboundChat<V extends Declarations = {}>(props: StateFlowProps<V>): StateFlow<'inboundChat'> {
  return stateFlow(
    'inboundChat',
    props,
    { [ORIGIN]: definedBy(inboundChat) },
    { settingsErrorHandling: onError('disconnect') },
  );
}

/**
 * A survey invite flow: decides on the invitation to a survey and sends it. A broken flow sends no invitation.
 *
 * @example
 * ```ts
 * surveyInvite({ name: 'Survey', actions: () => [abortSurveyInvite('Not now', 'optOut')] });
 * ```
 */
export function surveyInvite<V extends Declarations = {}>(props: StateFlowProps<V>): StateFlow<'surveyInvite'> {
  return stateFlow(
    'surveyInvite',
    props,
    { [ORIGIN]: definedBy(surveyInvite) },
    { settingsErrorHandling: onError('abortSend') },
  );
}

/**
 * A workitem flow: what happens when a workitem is created or changes.
 *
 * @example
 * ```ts
 * workitem({ name: 'Complaints', worktype: 'Complaint', actions: () => [exitWorkitemFlow()] });
 * ```
 */
export function workitem<V extends Declarations = {}>(
  props: StateFlowProps<V> & {
    /** The type of the workitems that the flow serves. */
    readonly worktype: string | { readonly name: string };
  },
): StateFlow<'workitem'> {
  const name = typeof props.worktype === 'string' ? props.worktype : props.worktype.name;
  return stateFlow(
    'workitem',
    props,
    { [ORIGIN]: definedBy(workitem) },
    {
      settingsErrorHandling: onError('endFlow'),
      worktype: Object.freeze({ name }),
    },
  );
}
