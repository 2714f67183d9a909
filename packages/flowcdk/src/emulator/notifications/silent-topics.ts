import { notificationTopics } from '../../process-automation/notification-topics';
import type { Topic } from '../../process-automation/topic';

const noPayload = 'Flowcdk does not know its payload';
const noMedium = 'conversations of this medium reach no queue and no agent in the local org';
const noCampaigns = 'the local org has no campaigns';
const noWorkforce = 'the local org has no workforce management';
const noChats = 'the local org has no chats between users';
const noIntervals = 'at which moments the platform publishes it, and for which intervals, is not known';

/** Topics that the local org never publishes, by what their names begin with, and why. The first that fits counts. */
const silences: readonly (readonly [beginning: string, why: string])[] = [
  ['v2.users.{id}.conversations.messages', noMedium],
  ['v2.users.{id}.conversations.emails', noMedium],
  ['v2.users.{id}.conversations.chats', noMedium],
  ['v2.routing.queues.{id}.conversations.messages', noMedium],
  ['v2.routing.queues.{id}.conversations.emails', noMedium],
  ['v2.routing.queues.{id}.conversations.chats', noMedium],
  ['v2.users.{id}.station', 'users of the local org have no stations'],
  ['v2.users.{id}.tokens', noPayload],
  ['v2.users.{id}.outofoffice', 'no user of the local org is out of office'],
  ['v2.users.{id}.integrationpresence', 'the local org knows no presences of other systems'],
  ['v2.users.{id}.workforcemanagement.', noWorkforce],
  ['v2.workforcemanagement.', noWorkforce],
  ['v2.analytics.users.', noIntervals],
  ['v2.analytics.flow.', noIntervals],
  ['v2.analytics.flowoutcome.', noIntervals],
  ['v2.analytics.wrapup.', noIntervals],
  ['v2.conversations.{id}.transcription', 'the local org transcribes nothing'],
  ['v2.detail.events.agent.{id}.state', noPayload],
  ['v2.detail.events.conversation.{id}.contact', 'no conversation of the local org gets an external contact'],
  ['v2.detail.events.conversation.{id}.outbound', noCampaigns],
  ['v2.detail.events.collaboratechat.', noChats],
  ['v2.flows.', noPayload],
  ['v2.externalcontacts.', noPayload],
  ['v2.webdeployments.', 'the local org has no web deployments'],
  ['v2.webmessaging.', 'the local org has no web messaging'],
  ['v2.operations.', noPayload],
  ['v2.quality.', 'the local org has no evaluations'],
  ['v2.outbound.', noCampaigns],
  ['v2.taskmanagement.', 'the local org has no work items'],
];

/** Why the local org never publishes a topic. Undefined where it does. */
export const whySilent = ({ name }: Topic): string | undefined =>
  silences.find(([beginning]) => name.startsWith(beginning))?.[1];

/** Every topic that Flowcdk knows and the local org never publishes, with the reason. */
export const silentTopics: readonly (readonly [topic: Topic, why: string])[] = notificationTopics.flatMap((topic) => {
  const why = whySilent(topic);
  return why === undefined ? [] : [[topic, why] as const];
});
