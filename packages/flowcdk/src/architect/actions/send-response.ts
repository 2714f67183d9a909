import { action, actionForm, type NodeOf } from '../action';
import { required, value } from '../forms';
import { optionalNode, type Value, valueNode } from '../values';

export const sendResponseForm = actionForm({
  evidence: 'seen',
  flows: ['inboundShortMessage', 'inqueueShortMessage', 'inboundChat'],
  fields: {
    /** The style of the text in a chat: `notice` or `standard`. */
    messageBodyStyle: value('string'),
    messageBody: required(value('string')),
  },
});

export type SendResponseAction = NodeOf<'sendResponse', typeof sendResponseForm>;

/**
 * Send Response: answers a message with a text.
 *
 * @example
 * ```ts
 * sendResponse('Hello', 'We are here.')
 * ```
 * ```yaml
 * sendResponse: { name: Hello, messageBody: { lit: We are here. } }
 * ```
 */
export const sendResponse = (
  name: string,
  messageBody: Value<string>,
  options: {
    /** The style of the text in a chat. @default the field is left out */
    readonly messageBodyStyle?: 'notice' | 'standard' | undefined;
  } = {},
): SendResponseAction =>
  action(sendResponse, 'sendResponse', sendResponseForm, {
    name,
    messageBodyStyle: optionalNode(options.messageBodyStyle),
    messageBody: valueNode(messageBody),
  });
