import {
  namedTopic,
  type NamedTopic,
  notificationTopics,
  subscriptionRulesOf,
} from '../../process-automation/notification-topics';
import type { Topic } from '../../process-automation/topic';
import { topicByName } from '../../process-automation/topic-table';
import type { Channel, ChannelOwner, Verdict } from '../notifications/channel';
import { notificationsOf } from '../notifications/notifications';
import { whySilent } from '../notifications/silent-topics';
import { divisionsWith } from '../rights';
import { hashOf } from '../state/hash';
import { type Json, type JsonObject } from '../state/json';
import { required, text } from '../state/shape';
import type { Call } from './call';
import { bearerIn } from './token';
import { ApiProblem, missingPermission, notThere, tooManyRequests } from './refusals';
import { Reply, type Route } from './route';

const path = '/api/v2/notifications';
const channels = `${path}/channels`;
/** Topics in one request: as many as a channel takes, and some so that the refusal can say it. */
const LONGEST_TOPIC = 1_000;

const ownerOf = ({ parts }: Call): ChannelOwner => ({
  token: hashOf(bearerIn(parts.authorization ?? '') ?? ''),
  clientId: parts.clientId,
  userId: parts.userId,
});

/** Judges topics for whoever creates a channel. Roles may change while it lives, so the judge looks each time. */
function judgeFor({ parts, org }: Call): (named: NamedTopic) => Verdict {
  const { clientId, userId, enforcesPermissions = false } = parts;
  return ({ topic, ids }) => {
    const { permissions, currentUser } = subscriptionRulesOf(topic);
    const isOwn = userId !== undefined && ids[0] === userId;
    if (currentUser === 'must' && (clientId !== undefined || userId !== undefined) && !isOwn)
      return rejected(`${topic.name}: only the user themselves may listen; client credentials have no user`, []);
    if (!enforcesPermissions || (currentUser !== undefined && isOwn)) return { state: 'Permitted' };
    const missing = permissions.filter((permission) => {
      const divisions = divisionsWith(permission, { token: '', ...of(clientId, userId) }, org);
      return divisions !== 'all' && divisions.size === 0;
    });
    return missing.length === 0
      ? { state: 'Permitted' }
      : rejected(`${topic.name}: missing permissions: ${missing.join(', ')}`, missing);
  };
}

const of = (clientId: string | undefined, userId: string | undefined) => ({
  ...(clientId === undefined ? {} : { clientId }),
  ...(userId === undefined ? {} : { userId }),
});

const rejected = (rejectionReason: string, missingPermissions: readonly string[]): Verdict => ({
  state: 'Rejected',
  rejectionReason,
  missingPermissions,
});

const shown = ({ id, expiresAt }: Channel, origin: string): JsonObject => ({
  id,
  connectUri: `${origin.replace(/^http/, 'ws')}/channels/${id}`,
  expires: new Date(expiresAt).toISOString(),
});

function create(call: Call): JsonObject {
  const service = notificationsOf(call.runtime);
  if (service.takeThrottle()) throw tooManyRequests('notification.channels', 'notifications', 15, 1);
  return shown(service.create(ownerOf(call), judgeFor(call)), call.parts.origin);
}

function list(call: Call): JsonObject {
  const which = call.query('includechannels') ?? 'token';
  if (which !== 'token' && which !== 'oauthclient')
    throw new ApiProblem(400, 'bad.request', `includechannels is '${which}'; expected token or oauthclient`);
  const owner = ownerOf(call);
  const own = notificationsOf(call.runtime)
    .ownedBy(owner)
    .filter((channel) => which === 'oauthclient' || channel.owner.token === owner.token);
  // The cloud hides the ids of channels of other tokens (documented).
  return {
    entities: own.map((channel) =>
      channel.owner.token === owner.token
        ? shown(channel, call.parts.origin)
        : { expires: new Date(channel.expiresAt).toISOString() },
    ),
  };
}

/** The channel that a part of the path names. Channels of others are not there. */
function channelOf(call: Call): Channel {
  const id = call.param('channelId');
  const channel = notificationsOf(call.runtime).channel(id);
  const { clientId, userId } = call.parts;
  const isOwn = channel?.owner.clientId === clientId && channel?.owner.userId === userId;
  if (!channel || !isOwn) throw notThere('channel', id);
  notificationsOf(call.runtime).use(channel);
  return channel;
}

const topicOf = (channelId: string, id: string): JsonObject => ({
  id,
  state: 'Permitted',
  selfUri: `${channels}/${channelId}/subscriptions`,
});

const subscriptions = (call: Call): JsonObject => {
  const { id, subscriptions: held } = channelOf(call);
  return { entities: [...held.keys()].map((topic) => topicOf(id, topic)) };
};

function subscribe(call: Call, how: 'add' | 'replace'): JsonObject {
  const channel = channelOf(call);
  const ignores = call.query('ignoreErrors') === 'true';
  const sent = call.objects({ id: required(text(LONGEST_TOPIC, 1)) }).map(({ id }) => id);
  const judged = sent.flatMap((id) => {
    const named = namedTopic(id);
    return named ? [channel.judge(named)] : [];
  });
  const missing = judged.flatMap((verdict) => (verdict.state === 'Rejected' ? [verdict] : []));
  if (missing[0] && !ignores) {
    const permissions = [...new Set(missing.flatMap(({ missingPermissions }) => missingPermissions))];
    throw permissions.length > 0
      ? missingPermission(permissions)
      : new ApiProblem(403, 'not.authorized', missing[0].rejectionReason);
  }
  const outcome = notificationsOf(call.runtime).subscribe(channel, sent, how);
  if ('kind' in outcome)
    throw new ApiProblem(
      400,
      outcome.kind === 'topic' ? 'notification.invalid.topic' : 'notification.too.many.topics',
      outcome.message,
    );
  return { entities: outcome.map((verdict): JsonObject => ({ ...topicOf(channel.id, verdict.id), ...verdict })) };
}

const expandable = [
  'description',
  'enforced',
  'schema',
  'visibility',
  'transports',
  'publicApiTemplateUriPaths',
  'requiresPermissions',
  'permissionDetails',
  'topicParameters',
] as const;

function available(call: Call): JsonObject {
  const expanded = call.expansions(...expandable);
  call.query('includePreview');
  return {
    entities: notificationTopics.map((topic): JsonObject => {
      const all = describe(topic);
      return {
        id: topic.name,
        ...Object.fromEntries(
          expandable.flatMap((field) => (expanded.has(field) ? [[field, all[field] ?? null]] : [])),
        ),
      };
    }),
  };
}

function describe(topic: Topic): Record<string, Json> {
  const { permissions, currentUser } = subscriptionRulesOf(topic);
  const why = whySilent(topic);
  const isHere = why === undefined;
  const forTriggers = topic.triggerable === 'documented' && topicByName(topic.name) !== undefined;
  return {
    description: isHere ? topic.meaning : `${topic.meaning}. The local org does not publish it: ${why}.`,
    enforced: true,
    visibility: 'Public',
    schema: topic.fields === undefined ? {} : { type: 'object', properties: namesOf(topic) },
    transports: [
      ...(isHere ? ['Websocket'] : []),
      ...(forTriggers ? ['ProcessAutomation'] : []),
      ...(isHere && currentUser !== 'must' ? ['EventBridge'] : []),
    ],
    publicApiTemplateUriPaths: [],
    requiresPermissions: permissions,
    permissionDetails:
      permissions.length === 0 && currentUser === undefined
        ? []
        : [{ type: 'Permission', permissions, allowsCurrentUser: currentUser !== undefined, enforced: true }],
    topicParameters: topic.name
      .split('.')
      .filter((part) => part === '{id}')
      .map(() => 'id'),
  };
}

const namesOf = ({ fields = {} }: Topic): JsonObject =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, {}]));

const certainty = 'documented';
const SUBSCRIPTIONS = `${channels}/:channelId/subscriptions`;

export const notificationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: channels,
    does: 'creates a channel for events',
    answers: [200],
    certainty,
    note: 'It lives for 24 hours of the org. Of more than 20 of one user and client the least recently used goes, unconnected ones first.',
    handle: create,
  },
  {
    method: 'GET',
    path: channels,
    does: 'lists the channels of the caller',
    answers: [200, 400],
    query: { includechannels: 'token: those of this token; oauthclient: those of every token of its client' },
    certainty,
    handle: list,
  },
  {
    method: 'HEAD',
    path: `${channels}/:channelId`,
    does: 'says whether a channel is there',
    answers: [200, 404],
    certainty,
    handle: (call) => {
      channelOf(call);
      return new Reply(200);
    },
  },
  {
    method: 'GET',
    path: SUBSCRIPTIONS,
    does: 'lists the topics of a channel',
    answers: [200, 404],
    certainty,
    handle: subscriptions,
  },
  {
    method: 'POST',
    path: SUBSCRIPTIONS,
    does: 'adds topics to a channel',
    answers: [200, 400, 404],
    query: { ignoreErrors: 'true: topics without permission are rejected one by one' },
    certainty,
    note: 'Which permission a topic needs is believed. Topics that the local org does not publish are refused by name.',
    handle: (call) => subscribe(call, 'add'),
  },
  {
    method: 'PUT',
    path: SUBSCRIPTIONS,
    does: 'replaces the topics of a channel',
    answers: [200, 400, 404],
    query: { ignoreErrors: 'true: topics without permission are rejected one by one' },
    certainty,
    handle: (call) => subscribe(call, 'replace'),
  },
  {
    method: 'DELETE',
    path: SUBSCRIPTIONS,
    does: 'removes every topic of a channel',
    answers: [200, 404],
    certainty,
    handle: (call) => {
      notificationsOf(call.runtime).unsubscribe(channelOf(call));
      return {};
    },
  },
  {
    method: 'GET',
    path: `${path}/availabletopics`,
    does: 'lists the topics that Flowcdk knows',
    answers: [200],
    query: { expand: expandable.join(', '), includePreview: 'has no effect: there are no topics in preview' },
    certainty: 'believed',
    note: 'The cloud has more topics. The description says of each topic that the local org does not publish.',
    handle: available,
  },
];
