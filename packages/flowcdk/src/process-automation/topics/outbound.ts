import { conversationTopic, topic } from '../topic';
import { session, text } from './fields';

export const conversationOutbound = topic(conversationTopic('outbound'), 'A campaign has made a conversation', {
  ...session,
  outboundCampaignId: text(),
  outboundContactListId: text(),
  outboundContactId: text(),
  divisionId: text(),
});
