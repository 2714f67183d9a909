import type { RunAction } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { onCall } from '../flow/on-call';
import { STRING } from '../flow/types';
import { MessageRefused } from '../messages/message-refused';

/**
 * Writes to the customer and goes on at once. If the platform refuses the text, the flow goes on as well, because the
 * action has no failure path (inferred). A text that is NOT_SET breaks the flow (assumed).
 */
export const sendResponse: RunAction<'sendResponse'> = ({ messageBody }, run) => {
  const { message, conversation } = onCall(run);
  if (!message) throw new FlowProblem('this action answers a message, and the flow serves none');
  const text = run.text(messageBody, STRING);
  if (text === undefined) throw new FlowProblem('the text of the answer is NOT_SET');
  const { channel, from, to } = message;
  try {
    run.runtime.outbox.send({ channel, from: to, to: from, text, conversationId: conversation.id }, run.place);
  } catch (problem) {
    if (!(problem instanceof MessageRefused)) throw problem;
  }
  return undefined;
};
