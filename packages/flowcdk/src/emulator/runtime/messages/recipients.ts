import { isPublished } from '../../state/published';
import type { Org } from '../../state/org';
import type { Flow } from '../../state/tables/flow';

const HOW = 'PUT /api/v2/routing/message/recipients/{id} routes it';

/** The flow that the messages to a number start, or why there is none. */
export function flowForMessages(org: Org, to: string): Flow | string {
  const numbers = org.all('smsNumber');
  const number = numbers.find(({ phoneNumber }) => phoneNumber === to);
  if (!number) {
    const known = numbers.map(({ phoneNumber }) => phoneNumber).join(', ') || 'none';
    return `${to} is no SMS number of this org; its numbers: ${known}`;
  }
  const recipient = org.all('messageRecipient').find(({ numberId }) => numberId === number.id);
  if (!recipient) return `no message flow is routed to the SMS number ${to}: ${HOW}`;
  const flow = org.get('flow', recipient.flow.id);
  if (!flow || !isPublished(flow)) return `the message flow of the SMS number ${to} is not published`;
  return flow;
}
