import type { DurationLiteral } from '../architect/types';
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
  /** What agents do, unless a call says otherwise. @default nobody answers until told to */
  readonly agents?: AgentConduct | undefined;
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
  'answersAfter' | 'rings' | 'talksFor' | 'wrapsUpIn' | 'transfer'
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

/** The settings as the org takes them, in milliseconds. */
export function inOrg({
  eventLatency,
  analyticsDelay,
  agents,
  callees,
  deliveryFaults,
  ...rest
}: LocalOrgSettings): OrUndefined<Partial<RuntimeSettings>> {
  return {
    ...rest,
    ...(eventLatency === undefined ? {} : { eventLatency: lengthOf(eventLatency) }),
    ...(analyticsDelay === undefined ? {} : { analyticsDelay: lengthOf(analyticsDelay) }),
    ...(agents === undefined ? {} : { agents: behaviourOf(agents) }),
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
  ...rest
}: AgentConduct): AgentBehaviour => ({
  ...rest,
  answersAfter: lengthOf(answersAfter),
  talksFor: lengthOf(talksFor),
  wrapsUpIn: lengthOf(wrapsUpIn),
  ...(rings === undefined ? {} : { rings: lengthOf(rings) }),
  ...(transfer === undefined
    ? {}
    : { transfer: { to: transfer.to, ...(transfer.then === undefined ? {} : { then: behaviourOf(transfer.then) }) } }),
});

const calleeOf = ({ answersAfter, talksFor, ...rest }: CalleeConduct): CalleeBehaviour => ({
  ...rest,
  ...(answersAfter === undefined ? {} : { answersAfter: lengthOf(answersAfter) }),
  ...(talksFor === undefined ? {} : { talksFor: lengthOf(talksFor) }),
});

const faultsOf = ({ delay, ...rest }: DeliveryFaults): FaultsInMilliseconds => ({
  ...rest,
  ...(delay === undefined ? {} : { delay: lengthOf(delay) }),
});
