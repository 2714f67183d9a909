import type { Change } from '../../../src/emulator/state/org';
import { localOrg, type LocalOrg, messageOf } from '../private/local-org';

const callbacks = '/api/v2/conversations/callbacks';
const queues = '/api/v2/routing/queues';
const ADA = '+33142685300';

/** An org with the queue Support and its agent Grace, who is on queue. */
async function withQueue(options: Parameters<typeof localOrg>[0] = {}) {
  const org = localOrg(options);
  const grace = await org.create('/api/v2/users', { name: 'Grace', email: 'grace@example.org' });
  const queueId = await org.create(queues, { name: 'Support' });
  await org.post(`${queues}/${queueId}/members`, [{ id: grace }]);
  const create = async (body: object = {}) => {
    const answer = await org.post(callbacks, { callbackNumbers: [ADA], queueId, ...body });
    return { ...answer, id: idIn(answer.body) };
  };
  return { org, grace, queueId, create };
}

const idIn = (body: unknown): string =>
  (body as { readonly conversation?: { readonly id: string } }).conversation?.id ?? '';

const purposes = async (org: LocalOrg, id: string) =>
  (
    (await org.get(`/api/v2/conversations/${id}`)).body as {
      readonly participants: readonly Record<string, unknown>[];
    }
  ).participants;

test('a callback is a conversation with identifiers', async () => {
  const { org, create } = await withQueue();
  const { status, body, id } = await create({ callbackUserName: 'Ada', data: { reason: 'invoice' } });

  expect({ status, body }).toMatchObject({
    status: 200,
    body: { conversation: { id }, callbackIdentifiers: [{ type: 'ACD', id: expect.any(String) as string }] },
  });
  expect((await org.get(`${callbacks}/${id}`)).body).toMatchObject({
    id,
    participants: [
      { purpose: 'customer', callbackNumbers: [ADA], callbackUserName: 'Ada', attributes: { reason: 'invoice' } },
    ],
  });
});

test('until its time it is scheduled; then it waits in the queue', async () => {
  const { org, create } = await withQueue();
  const { id } = await create({ callbackScheduledTime: '2026-11-21T09:00:00.000Z' });

  expect(await purposes(org, id)).toMatchObject([
    { purpose: 'customer', callbacks: [{ state: 'scheduled', callbackScheduledTime: '2026-11-21T09:00:00.000Z' }] },
  ]);
  await org.wait(3_600_000);
  expect(await purposes(org, id)).toMatchObject([{ callbacks: [{ state: 'connected' }] }, { purpose: 'acd' }]);
});

test('an agent takes it, and the call to the customer stands beside it', async () => {
  const { org, grace, create } = await withQueue();
  await org.put(`/flowcdk/agents/${grace}`, { onQueue: true });
  const { id } = await create();
  await org.wait(1_000);
  await org.post(`/flowcdk/calls/${id}/agent/answer`);
  await org.wait(12_000);

  expect(await purposes(org, id)).toMatchObject([
    { purpose: 'customer', calls: [{ state: 'connected', direction: 'outbound' }] },
    { purpose: 'acd', callbacks: [{ state: 'disconnected' }] },
    { purpose: 'agent', userId: grace, callbacks: [{ state: 'connected' }], calls: [{ state: 'connected' }] },
  ]);
  expect((await org.get('/flowcdk/callbacks')).body).toMatchObject({
    entities: [{ id, state: 'talking', attempts: [{ outcome: 'answered', agentName: 'Grace' }] }],
  });
});

describe('what is refused', () => {
  test.each([
    ['without numbers', { callbackNumbers: [] }, 'callback.error.missing.callback.numbers'],
    ['with an empty number', { callbackNumbers: [''] }, 'callback.error.missing.callback.numbers'],
    ['without a queue', { queueId: '' }, 'callback.error.missing.queue.id'],
    ['for a queue that is not there', { queueId: 'none' }, 'invalid.value'],
    ['at no time', { callbackScheduledTime: 'tomorrow' }, 'invalid.value'],
    ['at a date without a time', { callbackScheduledTime: '2026-11-22' }, 'invalid.value'],
    ['to what is no number', { callbackNumbers: ['Ada'], validateCallbackNumbers: true }, 'invalid.value'],
  ])('one %s', async (_, body, code) => {
    const { org, create } = await withQueue();

    expect(await create(body)).toMatchObject({ status: 400, body: { code } });
    expect(org.org.all('callback')).toEqual([]);
  });
});

test('routing data say priority, skills and an agent of its own', async () => {
  const { org, grace, queueId, create } = await withQueue();
  const { id } = await create({
    queueId: undefined,
    routingData: {
      queueId,
      priority: 5,
      scoredAgents: [{ agent: { id: grace }, score: 100 }],
      routingFlags: ['AGENT_OWNED_CALLBACK'],
    },
  });
  expect(org.org.get('callback', id)).toMatchObject({ queueId, routing: { priority: 5, directAgentId: grace } });
});

describe('changing', () => {
  test('moves a scheduled callback', async () => {
    const { org, grace, create } = await withQueue();
    const { id } = await create({ callbackScheduledTime: '2026-11-21T09:00:00.000Z' });
    const moved = { conversationId: id, agentId: grace, callbackScheduledTime: '2026-11-21T10:00:00.000Z' };
    expect(await org.patch(callbacks, moved)).toMatchObject({ status: 200, body: { conversation: { id } } });
    await org.wait(3_600_000);
    expect(org.org.get('callback', id)).toMatchObject({ state: 'scheduled' });
    await org.wait(3_600_000);
    expect(org.org.get('callback', id)).toMatchObject({ state: 'waiting', routing: { directAgentId: grace } });
  });

  test('is too late for one that waits already', async () => {
    const { org, create } = await withQueue();
    const { id } = await create();
    await org.wait(1_000);
    const answer = await org.patch(callbacks, {
      conversationId: id,
      callbackScheduledTime: '2026-11-22T10:00:00.000Z',
    });
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toContain('is not scheduled any more');
  });

  test('the state disconnected cancels it', async () => {
    const { org, create } = await withQueue();
    const { id } = await create();
    await org.patch(`${callbacks}/${id}`, { state: 'disconnected' });
    expect(org.org.get('callback', id)).toMatchObject({ state: 'ended', outcome: 'cancelled' });
    await org.patch(`${callbacks}/${id}`, { state: 'disconnected' });
  });
});

test('several callbacks are changed at once; those that cannot be are told', async () => {
  const { org, create } = await withQueue();
  const { id } = await create({ callbackScheduledTime: '2026-11-21T09:00:00.000Z' });
  const { body } = await org.post(`${callbacks}/bulk/update`, {
    patchCallbackRequests: [
      { conversationId: 'none', callbackScheduledTime: '2026-11-21T10:00:00.000Z' },
      { conversationId: id, callbackScheduledTime: '2026-11-21T10:00:00.000Z' },
    ],
  });
  expect(body).toMatchObject({
    results: [{ error: { code: 'not.found' } }, { conversation: { id } }],
    errorCount: 1,
    errorIndexes: [0],
  });
  expect(org.org.get('callback', id)).toMatchObject({ callbackScheduledTime: '2026-11-21T10:00:00.000Z' });
});

test('a user sees the callback that they have', async () => {
  const { org, grace, create } = await withQueue();
  await org.put(`/flowcdk/agents/${grace}`, { onQueue: true });
  const { id } = await create();
  await org.wait(1_000);
  await org.post(`/flowcdk/calls/${id}/agent/answer`);
  const { access_token: token } = (await org.post('/flowcdk/tokens', { userId: grace })).body as Record<string, string>;
  const seen = await org.send('GET', callbacks, undefined, { authorization: `Bearer ${token}` });

  expect(seen.body).toMatchObject({ entities: [{ id }], total: 1 });
  expect((await org.get(callbacks)).body).toMatchObject({ total: 0 });
});

describe('after a restart', () => {
  /** An org, what it kept, and an org that goes on from there. */
  async function restarted(before: (org: Awaited<ReturnType<typeof withQueue>>) => Promise<unknown>) {
    const happened: Change[] = [];
    const there = await withQueue({ keep: (changes) => happened.push(...changes) });
    happened.unshift(...there.org.org.contents());
    await before(there);
    const org = localOrg({ happened });
    return { ...there, org, id: there.org.org.all('callback')[0]?.id ?? '' };
  }

  test('a scheduled callback is called at its time', async () => {
    const { org, id } = await restarted(({ create }) => create({ callbackScheduledTime: '2026-11-21T09:00:00.000Z' }));
    expect((await org.get(`${callbacks}/${id}`)).status).toBe(200);
    await org.wait(3_600_001);
    expect(org.org.get('callback', id)).toMatchObject({ state: 'waiting' });
  });

  test('one that an agent had waits in the queue again', async () => {
    const { org, id } = await restarted(async ({ org: first, grace, create }) => {
      await first.put(`/flowcdk/agents/${grace}`, { onQueue: true });
      const { id: created } = await create();
      await first.wait(1_000);
      await first.post(`/flowcdk/calls/${created}/agent/answer`);
    });
    expect(org.org.get('callback', id)).toMatchObject({ state: 'dialing' });
    expect(org.runtime.conversations.has(id)).toBe(true);
    await org.wait(1_000);
    expect(org.org.get('callback', id)).toMatchObject({ state: 'waiting' });
  });

  test('a message on its way arrives', async () => {
    const { org } = await restarted(({ org: first }) =>
      first.post('/api/v2/conversations/messages/agentless', {
        fromAddress: '+15550100',
        toAddress: ADA,
        toAddressMessengerType: 'sms',
        textBody: 'Hello',
      }),
    );
    expect(org.org.all('sentMessage')).toMatchObject([{ status: 'queued' }]);
    expect(org.runtime.log.newest).toBe(0);
    await org.wait(5_000);
    expect(org.org.all('sentMessage')).toMatchObject([{ status: 'delivery-success' }]);
  });
});

test('a reset forgets callbacks, messages and people, and a snapshot has them', async () => {
  const { org, create } = await withQueue();
  await create();
  await org.put(`/flowcdk/people/${encodeURIComponent(ADA)}`, { optedOut: true });
  const { contents } = (await org.get('/flowcdk/snapshot')).body as { readonly contents: Record<string, unknown> };
  expect(contents).toMatchObject({ callback: [{ callbackNumbers: [ADA] }], person: [{ id: ADA, optedOut: true }] });
  await org.post('/flowcdk/reset');
  expect(org.org.counts()).toMatchObject({ callback: 0, person: 0, queue: 1 });
  await org.wait(60_000);
  expect(org.org.counts()).toMatchObject({ callback: 0 });
});
