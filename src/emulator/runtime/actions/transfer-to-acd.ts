import { enterQueue } from '../conversation/enter-queue';
import { onCall } from '../flow/on-call';
import { AUDIO, INTEGER, QUEUE } from '../flow/types';
import type { RunAction } from '.';

/** Plays what is queued, then hands the call to a queue. The flow goes on only where that fails. */
export const transferToAcd: RunAction<'transferToAcd'> = function* (action, run) {
  const { line } = onCall(run);
  if (action.preTransferAudio) line.queue(run.value(action.preTransferAudio, AUDIO));
  const queue = run.value(action.targetQueue, QUEUE);
  if (queue === null) {
    run.log('transfer.failed', { to: 'a queue', problem: 'the queue is NOT_SET' });
    if (action.failureTransferAudio) line.queue(run.value(action.failureTransferAudio, AUDIO));
    return yield* run.way('failure', action.outputs?.failure);
  }
  const priority = run.value(action.priority, INTEGER);
  return yield* enterQueue(run, { queue, priority: typeof priority === 'number' ? priority : 0 });
};
