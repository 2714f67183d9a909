import { ReferenceValue, type Value } from '../../../architect/expressions';
import type { Run } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import type { Jump } from '../flow/jump';
import type { Steps } from '../steps';
import type { AcdRequest } from './acd-request';

export interface QueueRequest extends Omit<AcdRequest, 'queueId' | 'queueName'> {
  readonly queue: Value;
}

/** Hands the call to a queue and ends the flow. */
export function* enterQueue(run: Run, { queue, ...request }: QueueRequest): Steps<Extract<Jump, { to: 'end' }>> {
  const { leg, runtime } = run;
  if (!leg) throw new FlowProblem('only a call can be transferred to a queue');
  if (!(queue instanceof ReferenceValue)) throw new FlowProblem('the queue to transfer to is NOT_SET');
  yield* leg.line.flush();
  runtime.acd.flowOut(leg);
  leg.transferType = 'ACD';
  runtime.acd.enter(leg, { ...request, queueId: queue.id, queueName: queue.name });
  return { to: 'end', reason: 'transfer' };
}
