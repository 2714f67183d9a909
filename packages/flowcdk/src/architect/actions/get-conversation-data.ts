import { action, actionForm, type NodeOf } from '../action';
import { paths, required, value } from '../forms';
import { noValue, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { type AttributeVariables, readAttributes, toRead } from './participant-data';
import type { ConversationDataOptions } from './set-conversation-data';

export const getConversationDataForm = actionForm({
  evidence: 'seen',
  flows: ['workflow', 'workitem'],
  fields: {
    conversationId: required(value('string')),
    participantId: value('string'),
    attributes: required(readAttributes),
    outputs: paths('found', 'notFound'),
  },
});

export type GetConversationDataAction = NodeOf<'getConversationData', typeof getConversationDataForm>;

/**
 * Get Conversation Data: reads participant attributes of a conversation from outside it. The paths `onFound` and
 * `onNotFound` tell whether the conversation exists (documented). An attribute that nobody wrote leaves its variable
 * NOT_SET.
 *
 * @example
 * ```ts
 * getConversationData('What is known?', {
 *   conversationId: customerId,
 *   attributes: { 'identification.status': status },
 *   onNotFound: [disconnect()],
 * })
 * ```
 * ```yaml
 * getConversationData:
 *   name: What is known?
 *   conversationId: { exp: Flow.customerId }
 *   participantId: { noValue: true }
 *   attributes: [{ attribute: { name: { lit: identification.status }, variable: Flow.status } }]
 *   outputs: { notFound: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function getConversationData(
  name: string,
  options: ConversationDataOptions<AttributeVariables> & {
    readonly onFound?: Actions | undefined;
    readonly onNotFound?: Actions | undefined;
  },
): GetConversationDataAction {
  return action(getConversationData, 'getConversationData', getConversationDataForm, {
    name,
    conversationId: valueNode(options.conversationId),
    participantId: valueNode(options.participantId ?? noValue),
    attributes: toRead(options.attributes),
    outputs: pathsOf({ found: branchOf(options.onFound), notFound: branchOf(options.onNotFound) }),
  });
}
