import { type DurationLiteral, seconds } from '../architect/types';
import type { OrUndefined } from '../ground/defined';
import type { AgentBehaviour, CalleeBehaviour, RuntimeSettings, TransferTarget } from '../emulator/runtime/settings';
import type { DeliveryFaults as FaultsInMilliseconds } from '../emulator/runtime/triggers/delivery-faults';
import { lengthOf } from './test-mistakes';

/** How the org of a test behaves where the platform leaves it open, or where it depends on people. */
export interface LocalOrgSettings extends OrUndefined<
  Partial<Pick<RuntimeSettings, 'speakingRates' | 'flush' | 'keepEnded' | 'logVariables'>>
> {
  /** From a platform event to its triggers ("a few seconds", believed). @default 1 second */
  readonly eventLatency?: DurationLiteral | undefined;
  /** Until analytics show a conversation that began. The cloud takes minutes (believed). @default nothing */
  readonly analyticsDelay?: DurationLiteral | undefined;
  /**
   * How long after its end a conversation of messages goes on when the customer writes again: up to 72 hours
   * (documented). Nothing (`seconds(0)`): each message begins a conversation. @default 72 hours
   */
  readonly threadingWindow?: DurationLiteral | undefined;
  /** What agents do, unless a call says otherwise. @default nobody answers until told to */
  readonly agents?: AgentConduct | undefined;
  /**
   * What agents do with a callback. `'nobody'`: nobody takes it until an agent is on queue and told to.
   * @default they take it after ten seconds, call five seconds later, talk for a minute and wrap up in ten seconds
   */
  readonly callbackAgents?: CallbackConduct | 'nobody' | undefined;
  /**
   * What people outside of queues do when a call is transferred to them, by number (`+4930123456`), user id or name.
   * @default they answer after five seconds and talk until the caller hangs up (assumed)
   */
  readonly callees?: Readonly<Record<string, CalleeConduct>> | undefined;
  /** What goes wrong between an event and its triggers. @default nothing */
  readonly deliveryFaults?: DeliveryFaults | undefined;
}

/** What an agent does with a call. */
export interface AgentConduct extends Omit<
  AgentBehaviour,
  | 'answersAfter'
  | 'rings'
  | 'talksFor'
  | 'wrapsUpIn'
  | 'transfer'
  | 'dialsAfter'
  | 'triesAgainAfter'
  | 'tries'
  | 'wrapUpNotReached'
> {
  /** From entering the queue to the answer; later where every agent of the queue is busy. */
  readonly answersAfter: DurationLiteral;
  /** How long the agent is alerted during that time. @default two seconds, or all of it where that is less */
  readonly rings?: DurationLiteral | undefined;
  readonly talksFor: DurationLiteral;
  /** The agent transfers the call instead of ending it. */
  readonly transfer?: { readonly to: TransferTarget; readonly then?: AgentConduct | undefined } | undefined;
  /** After-call work, from the end of the talk. */
  readonly wrapsUpIn: DurationLiteral;
}

/** What an agent does with a callback. */
export interface CallbackConduct extends AgentConduct {
  /** From taking the callback to the call. @default five seconds */
  readonly dialsAfter?: DurationLiteral | undefined;
  /** How often somebody calls a customer who does not answer. @default once, and as often more as the queue says */
  readonly tries?: number | undefined;
  /** Name or id of the wrap-up code where the customer was not reached. @default `wrapUp` */
  readonly wrapUpNotReached?: string | undefined;
  /** From a call that nobody answered to the next one. @default what the queue says, else five minutes */
  readonly triesAgainAfter?: DurationLiteral | undefined;
}

/** What a person outside of the org does with messages and callbacks. */
export interface PersonConduct {
  /** Whether they want no messages: the platform then refuses to send them. @default false */
  readonly optedOut?: boolean | undefined;
  /** What becomes of messages to them: refused by the carrier, or never delivered. @default they arrive */
  readonly messages?: 'rejected' | 'undelivered' | undefined;
  /**
   * What they do with the calls of callbacks, one after the other; the last counts for all further calls.
   * @default what `callees` in the settings says, else they answer after five seconds
   */
  readonly calls?: readonly CalleeConduct[] | undefined;
}

/** What somebody outside of queues does with a call. */
export interface CalleeConduct {
  /** @default they never answer */
  readonly answersAfter?: DurationLiteral | undefined;
  /** Whether the line is busy: the transfer then fails at once. */
  readonly busy?: boolean | undefined;
  /** @default until the caller hangs up */
  readonly talksFor?: DurationLiteral | undefined;
}

/**
 * What goes wrong between an event and a trigger. Each is a share of the deliveries from 0 to 1; the seed of the test
 * decides which.
 */
export interface DeliveryFaults extends Omit<FaultsInMilliseconds, 'delay'> {
  /** How late an event that is `delayed` comes at most. @default one minute */
  readonly delay?: DurationLiteral | undefined;
}

/** What agents do with callbacks, unless the settings say something else. */
export const CALLBACK_AGENTS: CallbackConduct = {
  answersAfter: seconds(10),
  talksFor: seconds(60),
  wrapsUpIn: seconds(10),
};

/** The settings as the org takes them, in milliseconds. */
export function inOrg({
  eventLatency,
  analyticsDelay,
  threadingWindow,
  agents,
  callbackAgents,
  callees,
  deliveryFaults,
  ...rest
}: LocalOrgSettings): OrUndefined<Partial<RuntimeSettings>> {
  return {
    ...rest,
    ...(eventLatency === undefined ? {} : { eventLatency: lengthOf(eventLatency) }),
    ...(analyticsDelay === undefined ? {} : { analyticsDelay: lengthOf(analyticsDelay) }),
    ...(threadingWindow === undefined ? {} : { threadingWindow: lengthOf(threadingWindow) }),
    ...(agents === undefined ? {} : { agents: behaviourOf(agents) }),
    ...(callbackAgents === undefined || callbackAgents === 'nobody'
      ? {}
      : { callbackAgents: behaviourOf(callbackAgents) }),
    ...(callees === undefined
      ? {}
      : { callees: Object.fromEntries(Object.entries(callees).map(([who, does]) => [who, calleeOf(does)])) }),
    ...(deliveryFaults === undefined ? {} : { deliveryFaults: faultsOf(deliveryFaults) }),
  };
}

const behaviourOf = ({
  answersAfter,
  rings,
  talksFor,
  transfer,
  wrapsUpIn,
  dialsAfter,
  triesAgainAfter,
  ...rest
}: AgentConduct & Pick<CallbackConduct, 'dialsAfter' | 'triesAgainAfter'>): AgentBehaviour => ({
  ...rest,
  answersAfter: lengthOf(answersAfter),
  talksFor: lengthOf(talksFor),
  wrapsUpIn: lengthOf(wrapsUpIn),
  ...(rings === undefined ? {} : { rings: lengthOf(rings) }),
  ...(dialsAfter === undefined ? {} : { dialsAfter: lengthOf(dialsAfter) }),
  ...(triesAgainAfter === undefined ? {} : { triesAgainAfter: lengthOf(triesAgainAfter) }),
  ...(transfer === undefined
    ? {}
    : { transfer: { to: transfer.to, ...(transfer.then === undefined ? {} : { then: behaviourOf(transfer.then) }) } }),
});

export const calleeOf = ({ answersAfter, talksFor, ...rest }: CalleeConduct): CalleeBehaviour => ({
  ...rest,
  ...(answersAfter === undefined ? {} : { answersAfter: lengthOf(answersAfter) }),
  ...(talksFor === undefined ? {} : { talksFor: lengthOf(talksFor) }),
});

const faultsOf = ({ delay, ...rest }: DeliveryFaults): FaultsInMilliseconds => ({
  ...rest,
  ...(delay === undefined ? {} : { delay: lengthOf(delay) }),
});
