import { conversationAcw, equal, trigger } from 'flowcdk/triggers';
import type { reportFinishedCall } from '../flows/report-finished-call';

export interface CallFinished {
  /** What reports the call. */
  readonly target: ReturnType<typeof reportFinishedCall>;
}

/** When an agent has finished the work after a call, the call is reported. */
export const callFinished = ({ target }: CallFinished) =>
  trigger({
    name: 'Call finished',
    description: 'Reports a call when its after-call work is done',
    topic: conversationAcw,
    when: (event) => [equal(event.mediaType, 'VOICE')],
    target,
  });
