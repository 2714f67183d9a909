import { conversationAcw, equal, trigger } from 'flowcdk';
import type { reportFinishedCall } from '../flows/report-finished-call';

/** When an agent has finished the work after a call, the call is reported. */
export const callFinished = (target: ReturnType<typeof reportFinishedCall>) =>
  trigger({
    name: 'Call finished',
    description: 'Reports a call when its after-call work is done',
    topic: conversationAcw,
    when: (event) => [equal(event.mediaType, 'VOICE')],
    target,
  });
