import { AudioValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { AUDIO, INTEGER } from '../flow/types';

/**
 * Queues an announcement of the caller's position in the queue. Queues nothing if the position is not known. The words
 * are English in every language (assumed: the platform does not publish its prompts).
 */
export const playPositionInQueue: RunAction<'playPositionInQueue'> = (action, run) => {
  const { line, inQueue } = onCall(run);
  const position =
    action.positionInQueue === undefined
      ? (inQueue.get('Call.PositionInQueue')?.() ?? null)
      : run.value(action.positionInQueue, INTEGER);
  if (typeof position !== 'number') return undefined;
  line.queue(
    action.positionInQueueAudio
      ? run.value(action.positionInQueueAudio, AUDIO)
      : new AudioValue([{ kind: 'speech', text: words(position, action.playbackMode) }]),
  );
  return undefined;
};

function words(position: number, mode: string | undefined): string {
  const ahead = position - 1;
  switch (mode) {
    case 'ahead':
      return ahead === 1 ? 'There is 1 caller ahead of you.' : `There are ${ahead} callers ahead of you.`;
    case 'ordinal':
      return `You are ${ordinal(position)} in the queue.`;
    default:
      return `You are number ${position} in the queue.`;
  }
}

const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };
const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (n: number): string => `${n}${endings[rules.select(n)] ?? 'th'}`;
