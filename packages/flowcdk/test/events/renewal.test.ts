import { seconds } from '../../src/architect/types';
import { notificationsOf } from '../../src/emulator/notifications/notifications';
import {
  listen,
  type ListenerFetch,
  type ListenOptions,
  on,
  queueConversations,
  userRoutingStatus,
} from '../../src/events';
import type { LocalOrg } from '../../src/testing';
import { lineToSupport, supportOf } from './private/line';

const MINUTE = 60_000;

/** Requests that a test holds back, and refuses. */
function gate(fetch: ListenerFetch) {
  let open = (): void => undefined;
  let hold: Promise<void> | undefined;
  let refusal: number | undefined;
  const held: ListenerFetch = async (url, request) => {
    if (request.method !== 'PUT') return fetch(url, request);
    await hold;
    if (refusal === undefined) return fetch(url, request);
    const status = refusal;
    return { status, headers: { get: () => null }, text: () => Promise.resolve('{"message":"not now"}') };
  };
  return {
    fetch: held,
    close: () => void (hold = new Promise((done) => (open = done))),
    open: () => {
      hold = undefined;
      open();
    },
    refuse: (status: number | undefined) => void (refusal = status),
  };
}

/** A listener to routing statuses whose subscriptions a test holds back. */
async function listener(options: Partial<ListenOptions> = {}) {
  const org = await lineToSupport();
  const subscriptions = gate(org.forListener.fetch);
  const heard = await listen([on(userRoutingStatus, '*')], () => undefined, {
    ...org.forListener,
    renewAfter: 10 * MINUTE,
    ...options,
    fetch: subscriptions.fetch,
  });
  return { org, listener: heard, subscriptions, more: [on(queueConversations, supportOf(org))] };
}

/** The topics of every channel that has a socket. */
const heardBy = ({ runtime }: LocalOrg): readonly string[] =>
  notificationsOf(runtime).all.flatMap(({ socket, subscriptions }) => (socket ? [...subscriptions.keys()] : []));
/** Lets what waits for promises go on. */
const turn = (): Promise<void> => new Promise(setImmediate);

test('a renewal that meets a subscription comes after it', async () => {
  const { org, listener: heard, subscriptions, more } = await listener();
  subscriptions.close();
  const adding = heard.add(more);
  await org.waits(seconds(605));
  expect(heard.metrics.rotations).toBe(0);
  subscriptions.open();
  await adding;
  await turn();
  await org.waits(seconds(5));

  expect(heard.metrics.rotations).toBe(1);
  await heard.stop();
});

test('topics that are added while two channels are heard are subscribed to when add has ended', async () => {
  const { org, listener: heard, more } = await listener({ overlap: 5 * MINUTE });
  await org.waits(seconds(605));
  expect(notificationsOf(org.runtime).all).toHaveLength(2);
  await heard.add(more);

  expect(heardBy(org)).toContain(`v2.routing.queues.${supportOf(org)}.conversations`);
  await heard.stop();
});

test('topics that the org refuses are not added, and the others stay', async () => {
  const { org, listener: heard, subscriptions, more } = await listener();
  const before = heard.topics;
  subscriptions.refuse(403);
  await expect(heard.add(more)).rejects.toThrow('403: not now');
  expect(heard.topics).toEqual(before);
  subscriptions.refuse(undefined);
  await org.waits(seconds(70));
  expect(heardBy(org)).toEqual(before);

  await heard.add(more);
  expect(heard.topics).toHaveLength(before.length + 1);
  await heard.stop();
});
