import { WebSocket } from 'ws';
import { type OrgOverHttp, orgOverHttp } from '../private/org-over-http';

/*
 * A listener as the five steps of the vendor's page "Use the notification service" describe it, with nothing of Flowcdk: it
 * gets a token with client credentials, creates a channel, connects a WebSocket to `connectUri`, subscribes to topics with
 * their ids, and reads frames. `channel.metadata` is the heartbeat, and the answer to `{"message":"ping"}`. What the page
 * says about channels is what the listener relies on: HEAD finds a channel that lives, GET lists subscriptions, PUT replaces
 * them, DELETE removes them.
 */

/** The address of the API, of the login, and an OAuth client. */
interface Region {
  readonly api: string;
  readonly login: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

interface Frame {
  readonly topicName: string;
  readonly version: string;
  readonly eventBody: Readonly<Record<string, unknown>>;
  readonly metadata: { readonly CorrelationId?: string };
}

async function logIn({ login, clientId, clientSecret }: Region): Promise<string> {
  const answer = await fetch(`${login}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token, token_type: type } = (await answer.json()) as Record<string, string>;
  return `${type} ${token}`;
}

/** The steps of the page, one after another. */
async function notificationListener(region: Region, topics: readonly string[]) {
  const authorization = await logIn(region);
  const request = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${region.api}/api/v2/notifications/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  };
  const channel = (await request('POST', 'channels')).body as { id: string; connectUri: string; expires: string };
  const socket = new WebSocket(channel.connectUri);
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed));
  const frames: Frame[] = [];
  const readers: (() => void)[] = [];
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString('utf8')) as Frame);
    for (const look of readers) look();
  });
  const subscriptions = `channels/${channel.id}/subscriptions`;
  const subscribed = await request(
    'POST',
    subscriptions,
    topics.map((id) => ({ id })),
  );
  return {
    channel,
    socket,
    request,
    subscriptions,
    subscribed,
    /** The next frame that has come, or comes. */
    frame: (isWanted: (frame: Frame) => boolean) =>
      new Promise<Frame>((done) => {
        const look = (): void => {
          const frame = frames.find(isWanted);
          if (frame) done(frame);
        };
        readers.push(look);
        look();
      }),
  };
}

const idsIn = ({ body }: { readonly body: Record<string, unknown> }): readonly string[] =>
  (body['entities'] as readonly { readonly id: string }[]).map(({ id }) => id);

let org: OrgOverHttp;
let region: Region;
beforeAll(async () => {
  org = await orgOverHttp();
  const { clientId, secret } = await org.client();
  region = { api: org.url, login: org.url, clientId, clientSecret: secret };
});
afterAll(() => org.stop());

test('a listener of the vendor’s documentation hears the presence of a user, a call and its end', async () => {
  const queue = `v2.routing.queues.${org.queueId}.conversations`;
  const listener = await notificationListener(region, [`v2.users.${org.userId}.presence`, queue]);
  expect(listener.subscribed.status).toBe(200);
  expect(Date.parse(listener.channel.expires) - Date.now()).toBeGreaterThan(23 * 3_600_000);

  const presenceDefinition = { systemPresence: 'On Queue' };
  await org.send('PATCH', `/api/v2/users/${org.userId}/presences/purecloud`, { presenceDefinition });
  const presence = await listener.frame(({ topicName }) => topicName.endsWith('.presence'));
  expect(presence).toMatchObject({
    topicName: `v2.users.${org.userId}.presence`,
    version: '2',
    eventBody: { source: 'PURECLOUD', presenceDefinition: { systemPresence: 'On Queue' }, primary: true },
    metadata: { CorrelationId: expect.any(String) as string },
  });

  const id = await org.call();
  const isOfCall = ({ topicName, eventBody }: Frame): boolean => topicName === queue && eventBody['id'] === id;
  await listener.frame(isOfCall);
  const acw = `v2.detail.events.conversation.${id}.acw`;
  await listener.request('POST', listener.subscriptions, [{ id: acw }]);
  const end = await listener.frame(({ topicName }) => topicName === acw);
  expect(end.eventBody).toMatchObject({ conversationId: id, mediaType: 'VOICE', userId: org.userId });
  listener.socket.close();
});

test('the socket answers a ping on channel.metadata', async () => {
  const listener = await notificationListener(region, []);
  listener.socket.send(JSON.stringify({ message: 'ping' }));

  expect(await listener.frame(({ topicName }) => topicName === 'channel.metadata')).toMatchObject({
    eventBody: { message: 'pong' },
  });
  listener.socket.close();
});

test('subscriptions are listed, replaced and removed, and a channel can be asked whether it lives', async () => {
  const [a, b] = ['a', 'b'].map((id) => `v2.users.${id}.presence`) as [string, string];
  const { request, subscriptions, channel, socket } = await notificationListener(region, [a]);
  expect(idsIn(await request('GET', subscriptions))).toEqual([a]);
  await request('PUT', subscriptions, [{ id: b }]);
  expect(idsIn(await request('GET', subscriptions))).toEqual([b]);
  await request('DELETE', subscriptions);
  expect(idsIn(await request('GET', subscriptions))).toEqual([]);
  expect([
    (await request('HEAD', `channels/${channel.id}`)).status,
    (await request('HEAD', 'channels/nobody')).status,
  ]).toEqual([200, 404]);
  socket.close();
});

test('client credentials cannot hear what only users may hear', async () => {
  const topic = `v2.users.${org.userId}.conversationsummary`;
  const { subscribed, request, subscriptions, socket } = await notificationListener(region, [topic]);
  expect(subscribed).toMatchObject({ status: 403 });
  const ignored = await request('PUT', `${subscriptions}?ignoreErrors=true`, [{ id: topic }]);
  expect(ignored).toMatchObject({ status: 200, body: { entities: [{ id: topic, state: 'Rejected' }] } });
  socket.close();
});
