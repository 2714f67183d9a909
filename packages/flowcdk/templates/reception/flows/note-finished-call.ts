import { callData, type DurationLiteral, endWorkflow, loop, minutes, optional, string, wait, workflow } from 'flowcdk';
import type { noteCall } from '../data-actions/note-call';

export interface NoteFinishedCall {
  readonly noteCall: ReturnType<typeof noteCall>;
  /** How long one try may take. */
  readonly timeout: DurationLiteral;
}

/** Notes a finished call in the books of the workshop; tries three times. */
export const noteFinishedCall = ({ noteCall: note, timeout }: NoteFinishedCall) =>
  workflow({
    name: 'note-finished-call',
    description: 'Notes a finished call in the books of the workshop',
    inputs: { conversationId: string(), userId: string(), wrapupCode: optional(string()) },
    actions: ({ conversationId, userId, wrapupCode }) => [
      loop('Try three times', { times: 3 }, [
        callData('Note it', note, {
          inputs: { conversationId, userId, wrapupCode },
          timeout,
          onSuccess: [endWorkflow('Noted', 'NOTED')],
        }),
        wait('Before the next try', minutes(1)),
      ]),
      endWorkflow('Not noted', 'NOT NOTED'),
    ],
  });
