import type { ListenerApi } from './api';

/** An event that a refill brings. Its key is equal to that of the event that was missed, where that can be told. */
export interface RefilledEvent {
  readonly topicName: string;
  readonly event: unknown;
  /** Tells states of one topic apart. @default the event itself does */
  readonly mark?: string;
}

/** Topics of one kind, and the gap. */
export interface RefillRequest {
  /** With its placeholder. */
  readonly topic: string;
  /** What stands in place of the placeholders. */
  readonly ids: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly from: number;
  readonly to: number;
  /** What was asked for in this gap before, and need not be asked for again. What is asked for is added. */
  readonly questions: Set<string>;
}

/** Asks the API for what a gap swallowed. */
export type RefillSource = (api: ListenerApi, request: RefillRequest) => Promise<readonly RefilledEvent[]>;

/** Cuts a list into parts of at most so many. */
export const parts = <T>(list: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, i) => list.slice(i * most, (i + 1) * most));

export const nameWith = (topic: string, id: string): string => topic.replace('{id}', id);
