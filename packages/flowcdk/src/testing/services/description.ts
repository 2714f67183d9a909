import type { BotResult } from '../../emulator/runtime/services/bot';
import type { Json } from '../../emulator/state/json';

/**
 * What a file of services may say (`--services FILE`): what stands behind the URLs of data actions, how long it takes
 * and how it breaks. The same seed gives the same run.
 */
export interface ServicesDescription {
  /** By name: those of the application, or a host, or the beginning of a URL. */
  readonly services: Readonly<Record<string, ServiceDescription>>;
}

/** A service in data. Its other options depend on its kind: `answer`, or a kind of the application's own. */
export interface ServiceDescription {
  readonly kind: string;
  /** How long an answer takes. @default none */
  readonly latency?: LatencyDescription;
  /** @default none */
  readonly faults?: readonly FaultDescription[];
  readonly [property: string]: unknown;
}

/** Answers every request the same. */
export interface AnswerDescription extends ServiceDescription {
  readonly kind: 'answer';
  /** @default 200 */
  readonly status?: number;
  /** JSON; a text is sent as it is. @default {} */
  readonly body?: Json;
}

/** Plays a bot, or another action that the local org cannot run: the service's name is `bot Orders`, `action Ask`. */
export interface BotDescription extends ServiceDescription, BotResult {
  readonly kind: 'bot';
}

/**
 * Seconds: always the same, or spread as in real services: half of the answers within `median`, one in 20 slower than
 * `slowOneIn20`.
 */
export type LatencyDescription = number | { readonly median: number; readonly slowOneIn20: number };

/** Something that goes wrong on purpose: for the first requests, or for a share of all. */
export interface FaultDescription {
  readonly fault: FaultKind;
  /** For the fault `status`. @default 503 */
  readonly status?: number;
  /** For the faults `missingField` and `wrongType`. @default every field of the answer */
  readonly field?: string;
  /** 0 to 1. @default 1, or none after the first so many where `first` is given */
  readonly share?: number;
  /** So many requests at the beginning. */
  readonly first?: number;
}

export const faultKinds = [
  'status',
  'tooManyRequests',
  'hang',
  'cutConnection',
  'malformed',
  'hugeBody',
  'missingField',
  'wrongType',
] as const;
/** What can go wrong with an answer, as files of services name it. */
export type FaultKind = (typeof faultKinds)[number];
