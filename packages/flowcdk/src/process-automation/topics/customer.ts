import { optional } from '../../architect/data-action-contract';
import { conversationTopic, nested, topic } from '../topic';
import { common, disconnectType, externalIdentity, text, whole } from './fields';

/** The session of a customer has started. Its payload is published; triggers may listen (documented). */
export const conversationCustomerStart = topic(
  conversationTopic('customer.start'),
  'The session of a customer has started',
  {
    ...common,
    ...externalIdentity,
    journeyContext: optional(
      nested({ sessionId: text(), sessionIdType: text(), actionId: text(), actionMapId: text() }),
    ),
  },
);

/** The only event that says of every call that it is over for the customer; it comes before after-call work. */
export const conversationCustomerEnd = topic(conversationTopic('customer.end'), 'The session of a customer has ended', {
  ...common,
  disconnectType,
  ...externalIdentity,
  interactingDurationMs: whole(),
});

/** An external contact was set on a conversation. Its payload is published; whether triggers may listen is unknown. */
export const conversationContact = topic(
  conversationTopic('contact'),
  'An external contact was set',
  { ...common, ...externalIdentity },
  'unknown',
);
