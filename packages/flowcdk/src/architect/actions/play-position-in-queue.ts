import { action, actionForm, type NodeOf } from '../action';
import { audio, value } from '../forms';
import { positionModes, word } from '../words';
import type { Integer } from '../types';
import { builtIn, type Value, valueNode } from '../values';

export const playPositionInQueueForm = actionForm({
  evidence: 'inferred',
  flows: ['inqueueCall'],
  fields: { positionInQueue: value('integer'), positionInQueueAudio: audio, playbackMode: word(positionModes) },
});

export type PlayPositionInQueueAction = NodeOf<'playPositionInQueue', typeof playPositionInQueueForm>;

/** The position and its wording. */
export interface PlayPositionInQueueOptions {
  /** @default `Call.PositionInQueue` */
  readonly positionInQueue?: Value<Integer> | undefined;
  /** "You are number 3", "You are third" or "Two callers are ahead of you". @default 'number' */
  readonly playbackMode?: 'number' | 'ordinal' | 'ahead' | undefined;
}

/**
 * Play Position in Queue: queues an announcement of the caller's position (inferred).
 *
 * @example
 * ```ts
 * playPositionInQueue('How many?', { playbackMode: 'ahead' })
 * ```
 * ```yaml
 * playPositionInQueue:
 *   name: How many?
 *   positionInQueue: { exp: Call.PositionInQueue }
 *   playbackMode: ahead
 * ```
 */
export function playPositionInQueue(
  name = 'Play Position in Queue',
  options: PlayPositionInQueueOptions = {},
): PlayPositionInQueueAction {
  return action(playPositionInQueue, 'playPositionInQueue', playPositionInQueueForm, {
    name,
    positionInQueue: valueNode(options.positionInQueue ?? builtIn<Integer>('Call.PositionInQueue')),
    playbackMode: options.playbackMode ?? 'number',
  });
}
