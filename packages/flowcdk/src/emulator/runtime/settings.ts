import { defaultLimits, type LimitValues } from '../limits/limits';
import type { Consistency } from './conversation/participant-data';
import type { DeliveryFaults } from './triggers/delivery-faults';
import { speakingRates, type SpeakingRates } from './voice/speech';

/** How the org lives where the platform leaves it open, or where it depends on people. */
export interface RuntimeSettings {
  /** When others see participant data that was written. @default 'strict' */
  readonly consistency: Consistency;
  /** How fast audio is spoken, words per minute by language. */
  readonly speakingRates: SpeakingRates;
  /**
   * Whether Call Data asks when what is queued was heard to its end, or while it plays: not documented.
   * @default 'sequential'
   */
  readonly flush: 'sequential' | 'parallel';
  /** Milliseconds until a platform event reaches triggers ("a few seconds", believed). */
  readonly eventLatency: number;
  /** How many calls and launches that are over can still be asked for; older ones are forgotten. @default 10 000 each */
  readonly keepEnded: number;
  /** Whether the log tells of every variable that is set. */
  readonly logVariables: boolean;
  /** What agents do where a call does not say otherwise; undefined: nobody answers until told to. */
  readonly agents?: AgentBehaviour | undefined;
  /**
   * What people outside of queues do when a call is transferred to them, by number (`+4930123456`), user id or name.
   * @default they answer after five seconds and talk until the caller hangs up (assumed)
   */
  readonly callees: Readonly<Record<string, CalleeBehaviour>>;
  /** What goes wrong between an event and its triggers. @default nothing */
  readonly deliveryFaults?: DeliveryFaults | undefined;
  /** Limits of the platform, by its own names. */
  readonly limits: LimitValues;
}

/** What an agent does with a call. Milliseconds. */
export interface AgentBehaviour {
  /** From entering the queue to the answer; later where every agent of the queue is busy. */
  readonly answersAfter: number;
  /** How much of that the agent is alerted. @default two seconds, or all of it where that is less */
  readonly rings?: number | undefined;
  /** So many agents let it ring first, until the queue's alerting time is over. @default 0 */
  readonly unanswered?: number | undefined;
  readonly talksFor: number;
  /** Who ends the talk. @default 'agent' */
  readonly hangsUp?: 'agent' | 'caller' | undefined;
  /** The agent transfers the call instead of ending it. */
  readonly transfer?: { readonly to: TransferTarget; readonly then?: AgentBehaviour | undefined } | undefined;
  /** After-call work, from the end of the talk. */
  readonly wrapsUpIn: number;
  /** Id or name of the wrap-up code; without one the agent chooses none, and the rules of the queue decide. */
  readonly wrapUp?: string | undefined;
  readonly notes?: string | undefined;
  /** User id. @default the member of the queue who has been idle longest; where the queue has no members, any user */
  readonly agentId?: string | undefined;
}

/** Where an agent sends a call: ids, or a number. */
export type TransferTarget =
  | { readonly queueId: string; readonly priority?: number | undefined }
  | { readonly userId: string }
  | { readonly number: string };

/** What somebody outside of queues does with a call. Milliseconds. */
export interface CalleeBehaviour {
  /** Undefined: they never answer. */
  readonly answersAfter?: number | undefined;
  /** The line is taken: the transfer fails at once. */
  readonly busy?: boolean | undefined;
  /** @default until the caller hangs up */
  readonly talksFor?: number | undefined;
}

export const defaultSettings: RuntimeSettings = {
  consistency: 'strict',
  speakingRates,
  flush: 'sequential',
  eventLatency: 1_000,
  keepEnded: 10_000,
  logVariables: true,
  callees: {},
  limits: defaultLimits,
};
