import type { Consistency } from './conversation/participant-data';
import { speakingRates, type SpeakingRates } from './voice/speech';

/** How the org lives where the platform leaves it open, or where it depends on people. */
export interface RuntimeSettings {
  /** When others see participant data that was written. @default 'strict' */
  readonly consistency: Consistency;
  /** How fast audio is spoken, words per minute by language. */
  readonly speakingRates: SpeakingRates;
  /** Milliseconds until a platform event reaches triggers ("a few seconds", believed). */
  readonly eventLatency: number;
  /** Whether the log tells of every variable that is set. */
  readonly logVariables: boolean;
  /** What agents do where a call does not say otherwise; undefined: nobody answers until told to. */
  readonly agents?: AgentBehaviour;
}

/** What an agent does with a call. Milliseconds. */
export interface AgentBehaviour {
  /** From entering the queue to the answer. */
  readonly answersAfter: number;
  readonly talksFor: number;
  /** After-call work, from the end of the talk. */
  readonly wrapsUpIn: number;
  /** Id or name of the wrap-up code. */
  readonly wrapUp?: string;
  /** User id; any user of the org where it is not given. */
  readonly agentId?: string;
}

export const defaultSettings: RuntimeSettings = {
  consistency: 'strict',
  speakingRates,
  eventLatency: 1_000,
  logVariables: true,
};
