import { action, actionForm, type NodeOf } from '../action';
import { audio, plainListOf, value } from '../forms';
import { waitingTimeModes, word } from '../words';
import { type Duration, type DurationLiteral, minutes, seconds } from '../types';
import { builtIn, type Value, valueNode } from '../values';

export const playEstimatedWaitTimeForm = actionForm({
  evidence: 'seen',
  flows: ['inqueueCall'],
  fields: {
    estimatedWaitTime: value('duration'),
    estimatedWaitTimeAudio: audio,
    roundingInterval: value('duration'),
    specificRoundingIntervals: plainListOf(value('duration')),
    playbackMode: word(waitingTimeModes),
  },
});

export type PlayEstimatedWaitTimeAction = NodeOf<'playEstimatedWaitTime', typeof playEstimatedWaitTimeForm>;

/** The time, its wording and its rounding. */
export interface PlayEstimatedWaitTimeOptions {
  /** @default `Call.EstimatedWaitTime` */
  readonly estimatedWaitTime?: Value<Duration> | undefined;
  /** The wording of the time. @default 'about' */
  readonly playbackMode?: 'about' | 'exact' | 'lessThan' | 'range' | undefined;
  /** The rounding of longer times. @default 5 minutes */
  readonly roundingInterval?: Value<Duration> | undefined;
  /** The steps for the rounding of shorter times. @default 30 s, 1, 2 and 5 minutes */
  readonly specificRoundingIntervals?: readonly DurationLiteral[] | undefined;
}

const usual = [seconds(30), minutes(1), minutes(2), minutes(5)];

/**
 * Play Estimated Wait Time: queues an announcement of the estimated wait time.
 *
 * @example
 * ```ts
 * playEstimatedWaitTime()
 * ```
 * ```yaml
 * playEstimatedWaitTime:
 *   name: Play Estimated Wait Time
 *   estimatedWaitTime: { exp: Call.EstimatedWaitTime }
 *   roundingInterval: { lit: { minutes: 5 } }
 *   specificRoundingIntervals:
 *     - { lit: { seconds: 30 } }
 *     - { lit: { minutes: 1 } }
 *     - { lit: { minutes: 2 } }
 *     - { lit: { minutes: 5 } }
 *   playbackMode: about
 * ```
 */
export function playEstimatedWaitTime(
  name = 'Play Estimated Wait Time',
  options: PlayEstimatedWaitTimeOptions = {},
): PlayEstimatedWaitTimeAction {
  return action(playEstimatedWaitTime, 'playEstimatedWaitTime', playEstimatedWaitTimeForm, {
    name,
    estimatedWaitTime: valueNode(options.estimatedWaitTime ?? builtIn<Duration>('Call.EstimatedWaitTime')),
    roundingInterval: valueNode(options.roundingInterval ?? minutes(5)),
    specificRoundingIntervals: (options.specificRoundingIntervals ?? usual).map((interval) => valueNode(interval)),
    playbackMode: options.playbackMode ?? 'about',
  });
}
