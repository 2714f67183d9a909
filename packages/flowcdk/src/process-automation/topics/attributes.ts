import { optional } from '../../architect/data-action-contract';
import { integer, json, list, oneOf, string } from '../../architect/types';
import { conversationTopic, nested, topic } from '../topic';
import { mediaTypes, text, texts } from './fields';

/** Has neither media type nor addresses: those stand in its communications. */
export const conversationAttributes = topic(conversationTopic('attributes'), 'Participant data was written', {
  eventTime: integer({ description: 'Milliseconds since 1970, UTC' }),
  conversationId: string(),
  participantId: string(),
  attributes: json({ description: 'Texts by attribute name' }),
  conversationExternalContactIds: texts(),
  conversationExternalOrganizationIds: texts(),
  communications: optional(list(nested({ id: text(), mediaType: optional(oneOf(mediaTypes)) }))),
});
