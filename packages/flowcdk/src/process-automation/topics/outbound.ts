import { conversationTopic, topic } from '../topic';
import { session, text } from './fields';

/** A campaign has made a conversation. Its payload is published; triggers may listen (documented). */
export const conversationOutbound = topic(conversationTopic('outbound'), 'A campaign has made a conversation', {
  ...session,
  outboundCampaignId: text(),
  outboundContactListId: text(),
  outboundContactId: text(),
  divisionId: text(),
});
