import { openTopic } from '../topic';

/** Topics Genesys' list names without publishing what their events hold. The list differs between organisations. */

export const userActivity = openTopic('v2.users.{id}.activity', 'The activity of a user has changed');
export const userIntegrationPresence = openTopic(
  'v2.users.{id}.integrationpresence',
  'The presence of a user in another system has changed',
);
export const operationalEvents = openTopic('v2.operations.events.{id}', 'Something has happened in the organisation');
export const qualityEvaluations = openTopic('v2.quality.evaluations', 'An evaluation has changed');
export const inboundWebhook = openTopic(
  'v2.integrations.inbound.webhook.{id}.invocation',
  'Somebody has called a webhook of the organisation',
);
export const emailPreContact = openTopic(
  'v2.outbound.email.campaigns.contact.preContact',
  'A campaign is about to write an e-mail',
);
export const emailPostContact = openTopic(
  'v2.outbound.email.campaigns.contact.postContact',
  'A campaign has written an e-mail',
);
export const messagingPreContact = openTopic(
  'v2.outbound.messaging.campaigns.contact.preContact',
  'A campaign is about to send a message',
);
export const messagingPostContact = openTopic(
  'v2.outbound.messaging.campaigns.contact.postContact',
  'A campaign has sent a message',
);
export const adhocChatMessages = openTopic(
  'v2.detail.events.collaboratechat.adhoc.{id}.messages',
  'A message was written in a chat between users',
);
export const groupChatMessages = openTopic(
  'v2.detail.events.collaboratechat.group.{id}.messages',
  'A message was written in the chat of a group',
);
