import { conversationRoutes } from '../../../src/emulator/api/conversations';
import { asker } from '../runtime/private/ask';
import { callTo, pass } from '../runtime/private/calls';
import { livingOrg } from '../runtime/private/living-org';

/** A call that was answered and wrapped up, and one who can be asked about it. */
function finishedCall() {
  const org = livingOrg({
    settings: {
      agents: { answersAfter: 10_000, talksFor: 30_000, wrapsUpIn: 5_000, wrapUp: 'Resolved', notes: 'fine' },
    },
  });
  const user = org.put('user', { name: 'Ada' });
  const code = org.put('wrapupCode', { name: 'Resolved' });
  const queue = org.put('queue', { name: 'Support', members: [{ id: user.id, ringNumber: 1 }] });
  const placed = callTo(org, {
    actions: [
      '- setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: reason }, value: { lit: orders } } }] }',
      '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, priority: { lit: 3 } }',
    ],
  });
  const ask = asker(conversationRoutes, org.org, org.runtime);
  return { org, placed, ask, user, code, queue, id: placed.conversation.id };
}

test('a conversation shows who took part, what is known of them, and how it ended', () => {
  const { org, ask, id, user, code, queue } = finishedCall();
  org.clock.runNow();
  expect(ask(`GET /api/v2/conversations/${id}`)).toMatchObject({
    status: 200,
    body: {
      id,
      startTime: '2026-01-05T12:00:00.000Z',
      endTime: '2026-01-05T12:00:40.000Z',
      address: 'tel:+33142685300',
      participants: [
        {
          purpose: 'customer',
          attributes: { reason: 'orders' },
          ani: 'tel:+33142685300',
          dnis: 'tel:+33199000001',
          calls: [{ state: 'disconnected', direction: 'inbound', disconnectType: 'peer', provider: 'Edge' }],
        },
        { purpose: 'ivr', name: 'line', calls: [{ disconnectType: 'transfer' }] },
        { purpose: 'acd', queueId: queue.id, queueName: 'Support', conversationRoutingData: { priority: 3 } },
        {
          purpose: 'agent',
          userId: user.id,
          wrapupRequired: true,
          wrapupPrompt: 'timeout',
          wrapup: { code: code.id, name: 'Resolved', durationSeconds: 5, endTime: '2026-01-05T12:00:45.000Z' },
          startAcwTime: '2026-01-05T12:00:40.000Z',
          endAcwTime: '2026-01-05T12:00:45.000Z',
          calls: [{ disconnectType: 'client', afterCallWork: { state: 'complete' } }],
        },
      ],
    },
  });
});

test('a call shows the same, flat', () => {
  const { org, ask, id, user } = finishedCall();
  org.clock.runNow();
  expect(ask(`GET /api/v2/conversations/calls/${id}`)).toMatchObject({
    body: {
      participants: [
        { purpose: 'customer', state: 'disconnected', disconnectType: 'peer', attributes: { reason: 'orders' } },
        {},
        {},
        { user: { id: user.id }, queue: { id: expect.any(String) }, state: 'disconnected', held: false },
      ],
    },
  });
});

test('states follow the call', () => {
  const { org, ask, id } = finishedCall();
  const agent = (): unknown =>
    (ask(`GET /api/v2/conversations/calls/${id}`).body as { participants: readonly { state: string }[] })
      .participants[3]?.state;
  pass(org, 9);
  expect(agent()).toBe('alerting');
  pass(org, 2);
  expect(agent()).toBe('connected');
});

test('after-call work has an end when it is over, and not before', () => {
  const { org, ask, id } = finishedCall();
  const agent = () =>
    (ask(`GET /api/v2/conversations/${id}`).body as { participants: readonly Readonly<Record<string, unknown>>[] })
      .participants[3];
  pass(org, 42);
  expect(agent()).toMatchObject({
    startAcwTime: '2026-01-05T12:00:40.000Z',
    calls: [{ afterCallWork: { state: 'pending' } }],
  });
  expect(agent()).not.toHaveProperty('endAcwTime');
  expect(agent()).not.toHaveProperty('wrapup');
  pass(org, 4);
  expect(agent()).toMatchObject({
    endAcwTime: '2026-01-05T12:00:45.000Z',
    calls: [{ afterCallWork: { state: 'complete' } }],
  });
});

describe('participant data through the API', () => {
  const patched = (kind: '' | 'calls/', body: Parameters<ReturnType<typeof asker>>[1]) => {
    const { ask, id, placed } = finishedCall();
    const answer = ask(
      `PATCH /api/v2/conversations/${kind}${id}/participants/${placed.leg.customer.id}/attributes`,
      body,
    );
    return { answer, visible: Object.fromEntries(placed.conversation.data.of(placed.leg.customer.id)) };
  };

  test.each<['' | 'calls/', number, unknown]>([
    ['', 202, undefined],
    ['calls/', 200, { attributes: { reason: 'orders', status: 'SUCCESS' } }],
  ])('/conversations/%s…/attributes changes what is named and nothing else', (kind, status, body) => {
    const { answer, visible } = patched(kind, { attributes: { status: 'SUCCESS' } });
    expect(answer).toEqual({ status, body });
    expect(visible).toEqual({ reason: 'orders', status: 'SUCCESS' });
  });

  test.each<[what: string, body: Parameters<ReturnType<typeof asker>>[1], says: RegExp]>([
    ['a number', { attributes: { status: 1 } }, /attributes\.status is 1; expected a text/],
    ['no attributes', {}, /attributes is missing/],
    ['no object', 'x', /must be a JSON object/],
    [
      'more than a conversation holds',
      { attributes: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`a${i}`, 'x'.repeat(30_000)])) },
      /the participant data of the conversation would have 1200\d{3} characters, at most 1048576 are allowed/,
    ],
  ])('%s is refused', (_, body, says) => {
    const { answer, visible } = patched('', body);
    expect(answer).toEqual({ status: 400, body: expect.stringMatching(says) });
    expect(visible).toEqual({ reason: 'orders' });
  });
});

test('a wrap-up can be asked for alone', () => {
  const { org, ask, placed, id, code } = finishedCall();
  org.clock.runNow();
  const of = (at: number): string =>
    `GET /api/v2/conversations/${id}/participants/${placed.conversation.participants[at]?.id}/wrapup`;
  expect(ask(of(3)).body).toMatchObject({ code: code.id, notes: 'fine', durationSeconds: 5, provisional: false });
  expect(ask(of(0)).body).toEqual({});
});

test('a conversation can be tagged, and shows the tag', () => {
  const { ask, id } = finishedCall();
  expect(ask(`PUT /api/v2/conversations/${id}/tags`, { externalTag: 'case 7' })).toEqual({
    status: 200,
    body: { externalTag: 'case 7' },
  });
  expect(ask(`GET /api/v2/conversations/${id}`).body).toMatchObject({ externalTag: 'case 7' });
});

test('disconnecting ends the call for everybody, and after-call work with the code of the system', () => {
  const { org, ask, id, placed } = finishedCall();
  pass(org, 20);
  expect(ask(`POST /api/v2/conversations/${id}/disconnect`)).toEqual({ status: 202, body: {} });
  expect(placed.conversation.customer.disconnectType).toBe('SYSTEM');
  expect(placed.conversation.participants[3]?.wrapup).toMatchObject({ code: 'ININ-WRAP-UP-TIMEOUT' });
});

test('clients have no conversations of their own', () => {
  const { ask } = finishedCall();
  expect(ask('GET /api/v2/conversations').body).toMatchObject({ entities: [] });
});

test.each([
  'GET /api/v2/conversations/nobody',
  'GET /api/v2/conversations/calls/nobody',
  'PATCH /api/v2/conversations/nobody/participants/x/attributes',
  'POST /api/v2/conversations/nobody/disconnect',
])('%s: there is no such conversation', (request) => {
  const { ask } = finishedCall();
  expect(ask(request, { attributes: {} })).toEqual({ status: 404, body: 'There is no conversation nobody.' });
});

test('an org that runs nothing says so', () => {
  const { org } = livingOrg();
  expect(asker(conversationRoutes, org)('GET /api/v2/conversations/x')).toMatchObject({ status: 501 });
});
