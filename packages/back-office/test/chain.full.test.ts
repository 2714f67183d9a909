import { randomUUID } from 'node:crypto';
import { hours, seconds } from 'flowcdk';
import type { LocalOrg, TestCall } from 'flowcdk/testing';
import { patientCall } from '../../../test/private/calls';
import type { BackOfficeSettings } from '../src';
import { reconcile } from '../src/reconciliation/reconcile';
import { shippedOrg } from './private/shipped-org';
import { COMPANY_HISTORY, ids, Scene } from './private/scene';

// The whole way: a caller, an agent, the trigger, the workflow, the data action over HTTP, the record. The back office asks
// the API of the org for names and finished conversations, and has its time from the org.

const CODE = 'Order taken or changed';

/** A back office that listens, for the tests of a block. */
function listening(settings: Partial<BackOfficeSettings> = {}) {
  const scene = Scene.forTests(settings);
  let url = '';
  beforeAll(async () => (url = await scene.office.server.listen({ host: '127.0.0.1', port: 0 })));
  return { scene, org: (options = {}) => shippedOrg(scene, url, options) };
}

/** A call that an agent takes and wraps up. What comes after it has happened, too: a day has passed. */
async function finishedCall(org: LocalOrg): Promise<TestCall> {
  const call = await patientCall(org);
  await call.end({ agentAnswersAfter: seconds(20), wrapUp: CODE });
  return call;
}

/** The first agent transfers the call to another queue, and both do their after-call work. */
async function transferredCall(org: LocalOrg): Promise<TestCall> {
  const call = await patientCall(org);
  const [ada, grace] = org.runtime.org.all('user');
  const queue = org.runtime.org.all('queue').at(-1);
  const talk = { answersAfter: 5_000, talksFor: 15_000, wrapsUpIn: 10_000, wrapUp: CODE };
  org.runtime.acd.behaviours.set(call.conversationId, {
    ...talk,
    agentId: ada?.id,
    transfer: { to: { queueId: queue?.id ?? '' }, then: { ...talk, agentId: grace?.id } },
  });
  await call.end();
  return call;
}

const twoAgents = `users: [{ name: Ada, email: ada@local.example }, { name: Grace, email: grace@local.example }]`;

describe('a record for each agent, late pairings correct it', () => {
  const { scene, org: withOrg } = listening();

  test('a call that was paired while it went on reads with the names of agent, wrap-up and customer', async () => {
    const org = await withOrg();
    const call = await patientCall(org);
    await scene.pair(ids.customer, call.conversationId);
    await call.end({ agentAnswersAfter: seconds(20), wrapUp: CODE });
    await scene.work();

    expect(await scene.records()).toMatchObject([
      {
        interactionId: call.conversationId,
        direction: 'INBOUND',
        channel: 'VOICE',
        customerId: ids.customer,
        customerHandle: '+33142685300',
        bankUserName: 'Agent 1',
        purpose: CODE,
        title: 'order',
        changedAt: null,
      },
    ]);
  });

  test.each(['duplicated', 'delayed'] as const)('an event that is %s makes one record', async (what) => {
    await finishedCall(await withOrg({ settings: { deliveryFaults: { [what]: 1 } } }));
    await scene.work();

    expect(await scene.records()).toHaveLength(1);
  });

  test('an event that is dropped is found by the reconciliation: the same record, without the subject', async () => {
    const org = await withOrg({ settings: { deliveryFaults: { dropped: 1 }, analyticsDelay: hours(30) } });
    const call = await finishedCall(org);
    await scene.work();
    expect(await scene.records()).toEqual([]);
    const span = { from: new Date('2026-01-05T00:00:00Z'), to: new Date('2026-01-06T00:00:00Z'), repair: true };
    const { db, inbox, gateway } = scene.office;
    // A day has passed, and analytics take longer.
    const early = await reconcile({ db, inbox, gateway, recordPer: 'agent' }, span);
    await org.waits(hours(6));
    const repaired = await reconcile({ db, inbox, gateway, recordPer: 'agent' }, span);
    const again = await reconcile({ db, inbox, gateway, recordPer: 'agent' }, span);
    await scene.work();

    expect(early).toMatchObject({ conversations: 0, repaired: 0 });
    expect(repaired).toMatchObject({ conversations: 1, expected: 1, repaired: 1 });
    expect(again).toMatchObject({ missing: [], repaired: 0 });
    expect(await scene.records()).toMatchObject([
      {
        interactionId: call.conversationId,
        direction: 'INBOUND',
        channel: 'VOICE',
        customerHandle: '+33142685300',
        bankUserName: 'Agent 1',
        purpose: CODE,
        title: 'Call center communication',
      },
    ]);
  });

  test('what came is known to the reconciliation, under the same key', async () => {
    await finishedCall(await withOrg());
    const span = { from: new Date('2026-01-05T00:00:00Z'), to: new Date('2026-01-06T00:00:00Z'), repair: false };
    const { db, inbox, gateway } = scene.office;

    expect(await reconcile({ db, inbox, gateway, recordPer: 'agent' }, span)).toMatchObject({
      expected: 1,
      missing: [],
    });
  });

  test('a call that is paired after its record was written: the record is corrected', async () => {
    const call = await finishedCall(await withOrg());
    await scene.work();
    expect(await scene.records()).toMatchObject([{ customerId: null, changedAt: null }]);
    await scene.pair(ids.customer, call.conversationId);
    await scene.work();

    expect(await scene.records()).toMatchObject([
      { customerId: ids.customer, changedAt: expect.any(String) as string },
    ]);
  });

  test('a transferred call has a record for each of its two agents', async () => {
    const call = await transferredCall(await withOrg({ has: twoAgents }));
    await scene.work();

    const records = await scene.records();
    expect(records.map(({ bankUserName }) => bankUserName).sort()).toEqual(['Ada', 'Grace']);
    expect(records.filter(({ interactionId }) => interactionId !== call.conversationId)).toEqual([]);
  });

  test.each<[string, Response, number]>([
    ['is down', new Response(null, { status: 503 }), 5],
    ['wants to be left alone', new Response(null, { status: 429, headers: { 'retry-after': '90' } }), 90],
  ])('a gateway that %s is asked again in time', async (_, answer, wait) => {
    const org = await withOrg();
    await finishedCall(org);
    scene.genesys.next.push(answer);
    await scene.work();
    await org.waits(seconds(wait - 1));
    await scene.work();
    expect(await scene.records()).toEqual([]);
    await org.waits(seconds(1));
    await scene.work();

    expect(await scene.records()).toMatchObject([{ bankUserName: 'Agent 1', purpose: CODE }]);
  });

  test('an agent and a code that were deleted leave remarks, and the record is written', async () => {
    const org = await withOrg();
    await finishedCall(org);
    const [user] = org.runtime.org.all('user');
    const code = org.runtime.org.all('wrapupCode').find(({ name }) => name === CODE);
    await org.fetch(`/api/v2/users/${user?.id}`, { method: 'DELETE' });
    await org.fetch(`/api/v2/routing/wrapupcodes/${code?.id}`, { method: 'DELETE' });
    await scene.work();

    expect(await scene.records()).toMatchObject([{ bankUserName: null, purpose: null }]);
    expect(await scene.office.db.selectFrom('work').select('remarks').execute()).toEqual([
      { remarks: `unknown user ${user?.id}; unknown wrap-up code ${code?.id}` },
    ]);
  });

  test('a direction that the platform does not know is parked, and not tried for ever', async () => {
    const org = await withOrg();
    await org.launch('report-finished-call', {
      conversationId: randomUUID(),
      participantId: 'p',
      sessionId: 's',
      eventTime: org.clock.now(),
      direction: 'UNKNOWN',
      mediaType: 'VOICE',
      userId: 'u',
    });
    await scene.work();

    expect((await scene.ask('reader', 'GET', '/parked')).body).toMatchObject({
      entities: [{ reason: 'direction "unknown" is unknown: inbound and outbound are allowed' }],
    });
    expect(await scene.office.worker.work()).toBe(0);
  });
});

describe('a record for the conversation, late pairings are ignored', () => {
  const { scene, org: withOrg } = listening({ recordPer: 'conversation', latePairing: 'ignore' });

  test('a transferred call has one record, of its last agent', async () => {
    await transferredCall(await withOrg({ has: twoAgents }));
    await scene.work();

    expect(await scene.records()).toMatchObject([{ bankUserName: 'Grace' }]);
  });

  test('a call that is paired after its record was written keeps its record', async () => {
    const call = await finishedCall(await withOrg());
    await scene.work();
    await scene.pair(ids.customer, call.conversationId);
    await scene.work();

    expect(await scene.records()).toMatchObject([{ customerId: null, changedAt: null }]);
  });

  test('a result that comes late, behind the pairing, has its customer', async () => {
    const org = await withOrg({ settings: { deliveryFaults: { delayed: 1 } } });
    const call = await patientCall(org);
    await scene.pair(ids.customer, call.conversationId);
    await call.end({ agentAnswersAfter: seconds(20), wrapUp: CODE });
    await scene.work();

    expect(await scene.records()).toMatchObject([{ customerId: ids.customer, changedAt: null }]);
  });
});

describe('the communication history of the company', () => {
  const { scene, org: withOrg } = listening({ history: COMPANY_HISTORY });

  test('is down for ten minutes, and gets one record when it is back', async () => {
    const org = await withOrg();
    await finishedCall(org);
    scene.history.isDown = true;
    for (let minute = 0; minute < 10; minute++) {
      await scene.work();
      await org.waits(seconds(60));
    }
    expect(scene.history.records.size).toBe(0);
    scene.history.isDown = false;
    await org.waits(seconds(600));
    await scene.work();

    expect([...scene.history.posts.values()]).toEqual([1]);
  });
});
