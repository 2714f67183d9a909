import { openTopic } from '../topic';

/**
 * The activity of a user has changed. Genesys lists the topic without its payload; the list differs between
 * organisations.
 */

export const userActivity = openTopic('v2.users.{id}.activity', 'The activity of a user has changed');
/** The presence of a user in another system has changed. Genesys lists the topic without its payload. */
export const userIntegrationPresence = openTopic(
  'v2.users.{id}.integrationpresence',
  'The presence of a user in another system has changed',
);
/**
 * Something has happened in the organisation that its administrators care about. Genesys lists the topic without its
 * payload.
 */
export const operationalEvents = openTopic('v2.operations.events.{id}', 'Something has happened in the organisation');
/** An evaluation has changed. Genesys lists the topic without its payload. */
export const qualityEvaluations = openTopic('v2.quality.evaluations', 'An evaluation has changed');
/** Somebody has called a webhook of the organisation. Genesys lists the topic without its payload. */
export const inboundWebhook = openTopic(
  'v2.integrations.inbound.webhook.{id}.invocation',
  'Somebody has called a webhook of the organisation',
);
/** A campaign is about to write an e-mail. Genesys lists the topic without its payload. */
export const emailPreContact = openTopic(
  'v2.outbound.email.campaigns.contact.preContact',
  'A campaign is about to write an e-mail',
);
/** A campaign has written an e-mail. Genesys lists the topic without its payload. */
export const emailPostContact = openTopic(
  'v2.outbound.email.campaigns.contact.postContact',
  'A campaign has written an e-mail',
);
/** A campaign is about to send a message. Genesys lists the topic without its payload. */
export const messagingPreContact = openTopic(
  'v2.outbound.messaging.campaigns.contact.preContact',
  'A campaign is about to send a message',
);
/** A campaign has sent a message. Genesys lists the topic without its payload. */
export const messagingPostContact = openTopic(
  'v2.outbound.messaging.campaigns.contact.postContact',
  'A campaign has sent a message',
);
/** A message was written in a chat between users. Genesys lists the topic without its payload. */
export const adhocChatMessages = openTopic(
  'v2.detail.events.collaboratechat.adhoc.{id}.messages',
  'A message was written in a chat between users',
);
/** A message was written in the chat of a group. Genesys lists the topic without its payload. */
export const groupChatMessages = openTopic(
  'v2.detail.events.collaboratechat.group.{id}.messages',
  'A message was written in the chat of a group',
);

/** A work item has changed. Genesys documents that triggers may listen, without the payload. */
export const workitem = openTopic('v2.taskmanagement.workitems.{id}', 'A work item has changed');
/** A request of a user for time off has changed. Genesys lists the topic without its payload. */
export const userTimeOffRequests = openTopic(
  'v2.users.{id}.workforcemanagement.timeoffrequests',
  'A request of a user for time off has changed',
);
/** A user follows their schedule, or no longer does. Genesys lists the topic without its payload. */
export const userAdherence = openTopic(
  'v2.users.{id}.workforcemanagement.adherence',
  'A user follows their schedule, or no longer does',
);
/** The schedule of a user has changed. Genesys lists the topic without its payload. */
export const userSchedules = openTopic(
  'v2.users.{id}.workforcemanagement.schedules',
  'The schedule of a user has changed',
);
/** Workforce management notifies a user. Genesys lists the topic without its payload. */
export const userWorkforceNotifications = openTopic(
  'v2.users.{id}.workforcemanagement.notifications',
  'Workforce management notifies a user',
);
/** A user of a management unit follows their schedule, or no longer does. Genesys lists the topic without its payload. */
export const managementUnitAdherence = openTopic(
  'v2.workforcemanagement.managementunits.{id}.adherence',
  'A user of a management unit follows their schedule, or no longer does',
);
/** A user of a team follows their schedule, or no longer does. Genesys lists the topic without its payload. */
export const teamAdherence = openTopic(
  'v2.workforcemanagement.teams.{id}.adherence',
  'A user of a team follows their schedule, or no longer does',
);
/** Messages of a web messaging deployment did not reach the guest. Public triggers listen to it; its payload is unknown. */
export const undeliveredWebMessages = openTopic(
  'v2.webmessaging.deployments.{id}.undelivered.messages',
  'Messages of a web messaging deployment did not reach the guest',
);
