import { minutes, seconds } from 'flowcdk';
import type { LocalOrg, LocalOrgOptions } from 'flowcdk/testing';
import { notificationsOf } from '../../flowcdk/src/emulator/notifications/notifications';
import { patientCall } from '../../../test/private/calls';
import { takeFeed } from '../src';
import { hear, type Hearing, sendByEventBridge } from './private/listening-office';
import { shippedOrg } from './private/shipped-org';
import { Scene } from './private/scene';

// The whole way by each of the three feeds: a caller, an agent, the end of the call, the record. The trigger's workflow
// posts, a listener hears the notification service, a rule of EventBridge sends.

const CODE = 'Order taken or changed';
const scene = Scene.forTests();
let url = '';
beforeAll(async () => (url = await scene.office.server.listen({ host: '127.0.0.1', port: 0 })));

/** The trigger does not fire. */
const noTrigger: LocalOrgOptions = { settings: { deliveryFaults: { dropped: 1 } } };

/** A call that an agent takes and wraps up. Ten minutes have passed. */
async function finishedCall(org: LocalOrg): Promise<string> {
  const { conversationId } = await patientCall(org);
  const talk = { answersAfter: 20_000, talksFor: 60_000, wrapsUpIn: 10_000, wrapUp: CODE };
  org.runtime.acd.behaviours.set(conversationId, talk);
  await org.waits(minutes(10));
  return conversationId;
}

const feedsOf = async (): Promise<readonly string[]> => {
  const rows = await scene.office.db.selectFrom('result').select(['feed', 'party']).execute();
  return rows.map(({ feed, party }) => `${party} by ${feed}`).sort();
};

test.each([
  ['the listener alone', false, true, false],
  ['EventBridge alone', false, false, true],
  ['trigger and listener', true, true, false],
  ['trigger and EventBridge', true, false, true],
  ['all three', true, true, true],
])('%s: a call is one record', async (_, byTrigger, byListener, byBridge) => {
  const org = await shippedOrg(scene, url, byTrigger ? {} : noTrigger);
  let hearing: Hearing | undefined;
  if (byListener) hearing = await hear(scene, org);
  if (byBridge) await sendByEventBridge(scene, org, url);
  const conversationId = await finishedCall(org);
  await hearing?.stop();
  await scene.work();

  expect(await scene.records()).toMatchObject([
    {
      interactionId: conversationId,
      channel: 'VOICE',
      bankUserName: 'Agent 1',
      purpose: CODE,
      // Only the workflow of the trigger knows what the call was about, whichever feed is first.
      title: byTrigger ? 'order' : 'Call center communication',
    },
  ]);
  expect(await feedsOf()).toHaveLength(2);
  expect([hearing?.problems ?? [], org.bus.deadLetters]).toEqual([[], []]);
});

/** The trigger does not fire, and analytics show conversations after three minutes. */
const lateAnalytics: LocalOrgOptions = { settings: { deliveryFaults: { dropped: 1 }, analyticsDelay: minutes(3) } };
const bothEnds = ['agent by notifications', 'customer by notifications'];

test('what happens while the listener is away comes when it is back', async () => {
  const org = await shippedOrg(scene, url, lateAnalytics);
  await (await hear(scene, org, { keepsPosition: true })).stop();
  await finishedCall(org);
  expect(await feedsOf()).toEqual([]);
  const hearing = await hear(scene, org, { keepsPosition: true });
  await org.waits(minutes(10));
  await hearing.stop();

  expect(await feedsOf()).toEqual(bothEnds);
});

test('a call that a cut socket did not see is found, though analytics are late', async () => {
  const org = await shippedOrg(scene, url, lateAnalytics);
  const hearing = await hear(scene, org);
  org.clock.after(1_000, () => org.strikeSockets('mute'));
  await finishedCall(org);
  await hearing.stop();

  expect(await feedsOf()).toEqual(bothEnds);
});

test('an event that the database did not take comes again to the next reader', async () => {
  const org = await shippedOrg(scene, url, noTrigger);
  let tries = 0;
  const { inbox } = scene.office;
  const accept = jest.spyOn(inbox, 'accept').mockImplementation(() => {
    tries += 1;
    return Promise.reject(new Error('no database'));
  });
  const hearing = await hear(scene, org);
  await finishedCall(org);
  expect(tries).toBe(1);
  await expect(hearing.taking).rejects.toThrow('no database');
  accept.mockRestore();
  const taking = takeFeed(hearing.feed, inbox, 'agent');
  await hearing.feed.close();

  expect(await taking).toMatchObject({ accepted: 2 });
});

test('a feed that is closed while its reader is gone ends after ten seconds, and its event comes at the next start', async () => {
  const org = await shippedOrg(scene, url, noTrigger);
  const accept = jest.spyOn(scene.office.inbox, 'accept').mockRejectedValue(new Error('no database'));
  const hearing = await hear(scene, org, { keepsPosition: true });
  await finishedCall(org);
  await expect(hearing.taking).rejects.toThrow('no database');
  const closing = hearing.feed.close();
  await org.waits(seconds(10));
  await closing;
  accept.mockRestore();

  const next = await hear(scene, org, { keepsPosition: true });
  await org.waits(minutes(1));
  await next.stop();
  expect(await feedsOf()).toEqual(bothEnds);
});

test('a conversation that is over is listened to no longer', async () => {
  const org = await shippedOrg(scene, url, noTrigger);
  let requests = 0;
  const { fetch: ask } = org.forListener;
  const hearing = await hear(scene, org, {
    fetch: (address, request) => {
      requests += 1;
      return ask(address, request);
    },
  });
  const before = requests;
  const topics = () =>
    notificationsOf(org.runtime).all.flatMap(({ subscriptions }) =>
      [...subscriptions.keys()].filter((topic) => topic.startsWith('v2.detail.')),
    );
  let most = 0;
  org.clock.after(150_000, () => (most = topics().length));
  await finishedCall(org);
  await org.waits(minutes(10));
  await hearing.stop();

  expect([most, topics()]).toEqual([2, []]);
  // docs/back-office.md says so: two subscriptions, and two questions for each of the two topics.
  const lists = 4;
  expect(requests - before - lists).toBe(6);
});
