import { conversationAcw, isIn, trigger } from 'flowcdk/triggers';
import type { reportFinishedCall } from '../flows/report-finished-call';

export interface CallFinished {
  /** What reports the call. */
  readonly target: ReturnType<typeof reportFinishedCall>;
  /** Which kinds of conversations: `voice`, `callback` … @default all of them */
  readonly mediaTypes?: readonly MediaType[] | undefined;
}

/** A kind of conversation, in the words of the settings. Events write it in upper case. */
export type MediaType =
  'callback' | 'chat' | 'cobrowse' | 'email' | 'message' | 'screenshare' | 'unknown' | 'video' | 'voice';

const asInEvents = <T extends string>(word: T): Uppercase<T> => word.toUpperCase() as Uppercase<T>;

/** When an agent has finished the work after a conversation, the conversation is reported. */
export const callFinished = ({ target, mediaTypes }: CallFinished) =>
  trigger({
    name: 'Call finished',
    description: 'Reports a call when its after-call work is done',
    topic: conversationAcw,
    when: (event) => (mediaTypes ? [isIn(event.mediaType, mediaTypes.map(asInEvents))] : []),
    target,
  });
