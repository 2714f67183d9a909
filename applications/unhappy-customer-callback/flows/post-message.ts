import { type Actions, asString, callData, concat, type DurationLiteral } from 'flowcdk';
import type { postToChat } from '../data-actions/post-to-chat';
import { tries } from './tries';
import type { Flow } from './variables';

/** The message to the supervisors. */
export interface ChatMessage {
  readonly post: ReturnType<typeof postToChat>;
  /** How long one try may take. */
  readonly timeout: DurationLiteral;
}

/** Tells the supervisors which conversation it is, and what was done about it. */
export const postMessage = (flow: Flow, { post, timeout }: ChatMessage): Actions => [
  tries(flow, 'Chat', flow.chat, ({ wellWith, onFailure, onTimeout }) => [
    callData('Tell the supervisors', post, {
      inputs: {
        message: concat(
          'An unhappy customer: conversation ',
          flow.conversationId,
          ', sentiment ',
          asString(flow.score),
          '. SMS: ',
          flow.sms,
          '. Call-back: ',
          flow.callback,
          '.',
        ),
        metadata: 'unhappy-customer-callback',
      },
      timeout,
      failureOutputs: { status: flow.status, errorCode: flow.errorCode },
      onSuccess: wellWith('POSTED'),
      onFailure,
      onTimeout,
    }),
  ]),
];
