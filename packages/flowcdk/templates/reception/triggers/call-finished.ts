import { conversationAcw, equal, trigger } from 'flowcdk/triggers';
import type { noteFinishedCall } from '../flows/note-finished-call';

/** When a mechanic has finished the work after a call, the call is noted. */
export const callFinished = (target: ReturnType<typeof noteFinishedCall>) =>
  trigger({
    name: 'Reception: call finished',
    topic: conversationAcw,
    when: (event) => [equal(event.mediaType, 'VOICE')],
    target,
  });
