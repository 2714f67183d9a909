import { defaultLimits, type LimitValues } from '../limits/limits';
import type { Consistency } from './conversation/participant-data';
import type { DeliveryFaults } from './triggers/delivery-faults';
import { speakingRates, type SpeakingRates } from './voice/speech';

/** Settings for everything that the platform leaves open or that depends on people. */
export interface RuntimeSettings {
  /** When others see participant data after somebody wrote it. @default 'strict' */
  readonly consistency: Consistency;
  /** How fast audio is spoken, words per minute by language. */
  readonly speakingRates: SpeakingRates;
  /**
   * Whether Call Data sends its request after the caller has heard the queued audio, or while it plays. The platform
   * does not document it.
   * @default 'sequential'
   */
  readonly flush: 'sequential' | 'parallel';
  /** Milliseconds until an event of the platform reaches triggers ("a few seconds", believed). */
  readonly eventLatency: number;
  /**
   * Milliseconds until analytics show what happened. The cloud takes minutes (believed).
   * @default 0
   */
  readonly analyticsDelay: number;
  /**
   * How many milliseconds after its end a conversation of messages goes on when the customer writes again (documented:
   * up to 72 hours). 0: each message begins a conversation.
   * @default 72 hours
   */
  readonly threadingWindow: number;
  /** How many ended calls and ended launches can still be read; older ones are forgotten. @default 10 000 each */
  readonly keepEnded: number;
  /** How much memory they may take before that, in bytes (an estimate). @default 64 MiB each */
  readonly keepEndedBytes: number;
  /** Whether the log has an event for every variable that a flow sets. */
  readonly logVariables: boolean;
  /**
   * What agents do with a call that has no behaviour of its own. Undefined: nobody answers until a test or a person
   * makes an agent answer.
   */
  readonly agents?: AgentBehaviour | undefined;
  /**
   * What agents do with a callback that has no behaviour of its own. Undefined: nobody takes it until a test or a person
   * makes an agent take it.
   */
  readonly callbackAgents?: AgentBehaviour | undefined;
  /**
   * What people outside of queues do when a call is transferred to them, by number (`+4930123456`), user id or name.
   * @default they answer after five seconds and talk until the caller hangs up (assumed)
   */
  readonly callees: Readonly<Record<string, CalleeBehaviour>>;
  /** What goes wrong on purpose between an event and its triggers. @default nothing */
  readonly deliveryFaults?: DeliveryFaults | undefined;
  /** Limits of the platform, by the platform's names. */
  readonly limits: LimitValues;
}

/** What an agent does with a call. Times in milliseconds. */
export interface AgentBehaviour {
  /** From entering the queue to the answer. It takes longer if every agent of the queue is busy. */
  readonly answersAfter: number;
  /**
   * How long before the answer the call rings at the agent. @default two seconds, or all of `answersAfter` if that is
   * less
   */
  readonly rings?: number | undefined;
  /** So many agents let the call ring first, until the queue's alerting time is over. @default 0 */
  readonly unanswered?: number | undefined;
  readonly talksFor: number;
  /** Who ends the talk. @default 'agent' */
  readonly hangsUp?: 'agent' | 'caller' | undefined;
  /**
   * The agent transfers the call instead of ending it. `then`: what the receiver does. @default an agent of a queue does
   * the same without a transfer; a user does what `callees` says
   */
  readonly transfer?: { readonly to: TransferTarget; readonly then?: AgentBehaviour | undefined } | undefined;
  /** After-call work, from the end of the talk. */
  readonly wrapsUpIn: number;
  /** Id or name of the wrap-up code. Without it the agent chooses no code, and the rules of the queue decide. */
  readonly wrapUp?: string | undefined;
  readonly notes?: string | undefined;
  /** With a callback: how long after taking it the agent calls the customer. @default five seconds (assumed) */
  readonly dialsAfter?: number | undefined;
  /**
   * With a callback: how often the agents call a customer who does not answer. @default once, and as often more as the
   * queue's `maxRetryCount` says
   */
  readonly tries?: number | undefined;
  /** With a callback: the code (id or name) where the customer was not reached. @default `wrapUp` */
  readonly wrapUpNotReached?: string | undefined;
  /** With a callback: how long after a call without an answer the next one begins. @default what the queue says, else five minutes */
  readonly triesAgainAfter?: number | undefined;
  /** User id. @default the member of the queue who has been idle longest, or any user if the queue has no members */
  readonly agentId?: string | undefined;
}

/** The target to which an agent transfers a call: an id, or a number. */
export type TransferTarget =
  | { readonly queueId: string; readonly priority?: number | undefined }
  | { readonly userId: string }
  | { readonly number: string };

/** What a person outside of queues does with a call. Times in milliseconds. */
export interface CalleeBehaviour {
  /** Undefined: the person never answers. */
  readonly answersAfter?: number | undefined;
  /** The line is busy: the transfer fails at once. */
  readonly busy?: boolean | undefined;
  /** @default until the caller hangs up */
  readonly talksFor?: number | undefined;
}

export const defaultSettings: RuntimeSettings = {
  consistency: 'strict',
  speakingRates,
  flush: 'sequential',
  eventLatency: 1_000,
  analyticsDelay: 0,
  threadingWindow: 72 * 60 * 60 * 1000,
  keepEnded: 10_000,
  keepEndedBytes: 64 * 1024 * 1024,
  logVariables: true,
  callees: {},
  limits: defaultLimits,
};
