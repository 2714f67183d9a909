import { action, actionForm, type NodeOf } from '../action';
import { paths, required, value } from '../forms';
import { type NoValue, noValue, type Readable, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { type AttributeValues, toWrite, writtenAttributes } from './participant-data';

export const setConversationDataForm = actionForm({
  evidence: 'seen',
  flows: ['workflow', 'workitem'],
  fields: {
    conversationId: required(value('string')),
    participantId: value('string'),
    attributes: required(writtenAttributes),
    outputs: paths('success', 'failure'),
  },
});

export type SetConversationDataAction = NodeOf<'setConversationData', typeof setConversationDataForm>;

/** The conversation and the participant whose attributes the action reads or writes. */
export interface ConversationDataOptions<Attributes> {
  /** At most 36 characters (documented). */
  readonly conversationId: Value<string>;
  /** @default the customer's participant (inferred: every real flow leaves it out) */
  readonly participantId?: Readable<string> | NoValue | undefined;
  readonly attributes: Attributes;
}

/**
 * Set Conversation Data: writes participant attributes of a conversation from outside it. All attributes of an action
 * become visible together (believed). Values are strings.
 *
 * @example
 * ```ts
 * setConversationData('Report', {
 *   conversationId: customerId,
 *   attributes: { 'identification.status': 'SUCCESS', 'identification.name': customerName },
 * })
 * ```
 * ```yaml
 * setConversationData:
 *   name: Report
 *   conversationId: { exp: Flow.customerId }
 *   participantId: { noValue: true }
 *   attributes:
 *     - { attribute: { name: { lit: identification.status }, value: { lit: SUCCESS } } }
 *     - { attribute: { name: { lit: identification.name }, value: { exp: Flow.customerName } } }
 * ```
 */
export function setConversationData(
  name: string,
  options: ConversationDataOptions<AttributeValues> & {
    readonly onSuccess?: Actions | undefined;
    readonly onFailure?: Actions | undefined;
  },
): SetConversationDataAction {
  return action(setConversationData, 'setConversationData', setConversationDataForm, {
    name,
    conversationId: valueNode(options.conversationId),
    participantId: valueNode(options.participantId ?? noValue),
    attributes: toWrite(options.attributes),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
