import type { ActionNode } from '../../../architect/actions';
import { AudioValue, DurationValue } from '../../../architect/expressions';
import type { Run, RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { AUDIO, DURATION } from '../flow/types';

type Action = ActionNode<'playEstimatedWaitTime'>;

/** The intervals for rounding long and short times if the action does not say (the values that the exporter writes). */
const INTERVAL = 300_000;
const SPECIFIC = [30_000, 60_000, 120_000, 300_000];

/**
 * Queues an announcement of the estimated wait. Queues nothing if the estimate is not known. The words are English in
 * every language (assumed: the platform does not publish its prompts).
 */
export const playEstimatedWaitTime: RunAction<'playEstimatedWaitTime'> = (action, run) => {
  const { line, inQueue } = onCall(run);
  const wait =
    action.estimatedWaitTime === undefined
      ? (inQueue.get('Call.EstimatedWaitTime')?.() ?? null)
      : run.value(action.estimatedWaitTime, DURATION);
  if (!(wait instanceof DurationValue)) return undefined;
  line.queue(
    action.estimatedWaitTimeAudio
      ? run.value(action.estimatedWaitTimeAudio, AUDIO)
      : new AudioValue([
          { kind: 'speech', text: `Your estimated wait time is ${said(action, run, wait.milliseconds)}.` },
        ]),
  );
  return undefined;
};

function said(action: Action, run: Run, wait: number): string {
  const steps = stepsOf(action, run);
  const [below, above] = between(wait, steps);
  switch (action.playbackMode) {
    case 'exact':
      return spoken(wait);
    case 'lessThan':
      return `less than ${spoken(above)}`;
    case 'range':
      return below === 0 ? `less than ${spoken(above)}` : `between ${spoken(below)} and ${spoken(above)}`;
    default:
      return `about ${spoken(above)}`;
  }
}

interface Rounding {
  readonly specific: readonly number[];
  readonly interval: number;
}

function stepsOf({ roundingInterval, specificRoundingIntervals }: Action, run: Run): Rounding {
  const interval = run.value(roundingInterval, DURATION);
  const specific = specificRoundingIntervals?.flatMap((node) => {
    const value = run.value(node, DURATION);
    return value instanceof DurationValue ? [value.milliseconds] : [];
  });
  return {
    specific: [...(specific ?? SPECIFIC)].sort((a, b) => a - b),
    interval: interval instanceof DurationValue && interval.milliseconds > 0 ? interval.milliseconds : INTERVAL,
  };
}

/** The two rounding steps around a time. The announcement takes the upper one. */
function between(wait: number, { specific, interval }: Rounding): readonly [number, number] {
  const at = specific.findIndex((step) => step >= wait);
  if (at >= 0) return [specific[at - 1] ?? 0, specific[at] ?? 0];
  const above = Math.max(Math.ceil(wait / interval), 1) * interval;
  return [Math.max(above - interval, specific.at(-1) ?? 0), above];
}

/** A time in words: `1 minute 30 seconds`. */
function spoken(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const some = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`);
  return some.length === 0 ? '0 seconds' : some.join(' ');
}
