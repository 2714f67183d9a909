import type { JsonObject } from '../../../../src/emulator/state/json';
import type { Person } from '../../../../src/emulator/state/tables/person';
import type { NewCallback } from '../../../../src/emulator/runtime/callbacks/new-callback';
import type { AgentBehaviour } from '../../../../src/emulator/runtime/settings';
import { MONDAY_NOON, livingOrg } from '../private/living-org';
import { pass } from '../private/calls';

const ADA = '+33142685300';

/** Takes a callback after ten seconds, calls after five, talks for half a minute and wraps up in five seconds. */
const agents: AgentBehaviour = { answersAfter: 10_000, talksFor: 30_000, wrapsUpIn: 5_000, wrapUp: 'Sorry' };

/** An org with the queue Supervisors, its member Grace, and what Ada does when she is called. */
function withQueue({
  ada,
  queue = {},
  behaviour = agents,
}: {
  readonly ada?: Pick<Person, 'calls'>;
  readonly queue?: JsonObject;
  readonly behaviour?: AgentBehaviour | 'nobody';
} = {}) {
  const org = livingOrg(behaviour === 'nobody' ? {} : { settings: { callbackAgents: behaviour } });
  const grace = org.put('user', { name: 'Grace' });
  org.put('wrapupCode', { name: 'Sorry' });
  const supervisors = org.put('queue', { name: 'Supervisors', members: [{ id: grace.id, ringNumber: 1 }], ...queue });
  if (ada) org.put('person', { id: ADA, ...ada });
  const create = (others: Partial<NewCallback> = {}) =>
    org.runtime.callbacks.create({ queueId: supervisors.id, numbers: [ADA], ...others }, {});
  const standing = (id: string) => org.org.get('callback', id);
  /** What the log says of callbacks and agents: seconds and the kind of event. */
  const story = () =>
    org.runtime.log.events
      .filter(({ type }) => /^(callback|agent|queue)\./.test(type))
      .map(({ at, type }) => `${(at - MONDAY_NOON) / 1000} ${type}`);
  return { org, grace, create, standing, story };
}

test('an agent of the queue takes the callback, calls, talks and wraps up', () => {
  const { org, create, standing, story } = withQueue();
  const { id } = create();
  pass(org, 120);

  expect(story()).toEqual([
    '0 callback.created',
    '0 queue.entered',
    '8 agent.alerted',
    '10 queue.left',
    '10 agent.answered',
    '15 callback.dialled',
    '20 callback.answered',
    '50 callback.ended',
    '50 agent.left',
    '55 agent.wrappedUp',
  ]);
  expect(standing(id)).toMatchObject({
    state: 'ended',
    outcome: 'reached',
    attempts: [{ outcome: 'answered', agentName: 'Grace', at: '2026-01-05T12:00:20.000Z' }],
    dateEnded: '2026-01-05T12:00:50.000Z',
  });
});

test('a scheduled callback waits until its time', () => {
  const { org, create, standing, story } = withQueue();
  const { id } = create({ scheduledAt: MONDAY_NOON + 3_600_000 });
  pass(org, 3_599);
  expect(standing(id)).toMatchObject({ state: 'scheduled' });
  pass(org, 2);
  expect(standing(id)).toMatchObject({ state: 'waiting' });
  pass(org, 60);
  expect(story()).toContain('3615 callback.dialled');
});

test.each([
  ['busy', { busy: true }, 15],
  ['noAnswer', {}, 75],
] as const)('who is not reached (%s) is not called again, unless queue or agent say so', (outcome, call, at) => {
  const { org, create, standing } = withQueue({ ada: { calls: [call] } });
  const { id } = create();
  pass(org, 120);
  expect(org.events('callback.notAnswered')).toMatchObject([{ outcome, at: MONDAY_NOON + at * 1000 }]);
  expect(standing(id)).toMatchObject({ state: 'ended', outcome: 'notReached', attempts: [{ outcome }] });
  expect(org.events('callback.ended')).toMatchObject([{ by: 'agent' }]);
});

test('the queue says how often and when somebody calls again', () => {
  const { org, create, standing, story } = withQueue({
    ada: { calls: [{ busy: true }, { answersAfter: 1_000 }] },
    queue: { mediaSettings: { callback: { maxRetryCount: 2, retryDelaySeconds: 120 } } },
  });
  const { id } = create();
  pass(org, 600);
  expect(org.events('callback.notAnswered')).toMatchObject([{ outcome: 'busy', nextTry: '2026-01-05T12:02:15.000Z' }]);
  expect(story()).toEqual(expect.arrayContaining(['150 callback.dialled', '151 callback.answered']));
  expect(standing(id)).toMatchObject({ outcome: 'reached', attempts: [{ outcome: 'busy' }, { outcome: 'answered' }] });
  // Each agent who had the callback has after-call work.
  expect(org.events('agent.wrappedUp')).toHaveLength(2);
});

test('the customer can hang up', () => {
  const { org, create } = withQueue({ ada: { calls: [{ answersAfter: 1_000, talksFor: 4_000 }] } });
  create();
  pass(org, 60);
  expect(org.events('callback.ended')).toMatchObject([{ outcome: 'reached', by: 'caller', at: MONDAY_NOON + 20_000 }]);
});

test('its events are of the medium CALLBACK, with a call of its own, and after-call work is only of the callback', () => {
  const { org, create } = withQueue();
  create({ userName: 'Ada', scheduledAt: MONDAY_NOON + 1_000 });
  pass(org, 120);
  const published = org.events('event.published').map(({ event, topic }) => ({
    what: topic.split('.').slice(5).join('.'),
    mediaType: event['mediaType'],
  }));
  expect(published).toEqual([
    { what: 'customer.start', mediaType: 'CALLBACK' },
    { what: 'acd.start', mediaType: 'CALLBACK' },
    { what: 'user.start', mediaType: 'CALLBACK' },
    { what: 'acd.end', mediaType: 'CALLBACK' },
    { what: 'user.start', mediaType: 'VOICE' },
    { what: 'user.end', mediaType: 'VOICE' },
    { what: 'user.end', mediaType: 'CALLBACK' },
    { what: 'customer.end', mediaType: 'CALLBACK' },
    { what: 'acw', mediaType: 'CALLBACK' },
  ]);
  expect(org.events('event.published')[0]?.event).toMatchObject({
    ani: `tel:${ADA}`,
    callbackNumbers: [ADA],
    callbackUserName: 'Ada',
    callbackScheduledTime: MONDAY_NOON + 1_000,
  });
});

describe('without a behaviour of its agents', () => {
  test('it rings at an agent who is on queue, and waits while nobody is', () => {
    const { org, grace, create, standing, story } = withQueue({ behaviour: 'nobody' });
    const { id } = create();
    pass(org, 60);
    expect(standing(id)).toMatchObject({ state: 'waiting' });
    org.runtime.acd.agents.goOnQueue(grace.id);
    pass(org, 1);
    expect(story()).toContain('60 agent.alerted');
    org.runtime.acd.answer(id);
    pass(org, 20);
    expect(standing(id)).toMatchObject({ state: 'talking' });
    org.runtime.acd.talks.hangUp(id);
    org.runtime.acd.talks.wrapUp(id, 'Sorry');
    expect(standing(id)).toMatchObject({ outcome: 'reached' });
  });

  test('who does not take it in the thirty seconds of a callback is not responding', () => {
    const { org, grace, create } = withQueue({ behaviour: 'nobody' });
    org.runtime.acd.agents.goOnQueue(grace.id);
    create();
    pass(org, 31);
    expect(org.events('agent.missed')).toMatchObject([{ at: MONDAY_NOON + 30_000 }]);
  });
});

test('an agent may have another code for a customer who was not reached', () => {
  const { org, create } = withQueue({
    ada: { calls: [{}, { answersAfter: 1_000 }] },
    behaviour: { ...agents, tries: 2, triesAgainAfter: 60_000, wrapUpNotReached: 'Not there' },
  });
  org.put('wrapupCode', { name: 'Not there' });
  create();
  pass(org, 300);
  expect(org.events('agent.wrappedUp').map(({ wrapUpCode }) => wrapUpCode)).toEqual(['Not there', 'Sorry']);
});

describe('a queue that wants the customer first', () => {
  const queue = { mediaSettings: { callback: { mode: 'CustomerFirst', maxRetryCount: 1, retryDelaySeconds: 60 } } };

  test('calls the customer, who waits for an agent', () => {
    const { org, create, standing, story } = withQueue({ queue });
    const { id } = create();
    pass(org, 120);
    expect(story()).toEqual([
      '0 callback.created',
      '0 callback.dialled',
      '5 callback.answered',
      '5 queue.entered',
      '13 agent.alerted',
      '15 queue.left',
      '15 agent.answered',
      '45 callback.ended',
      '45 agent.left',
      '50 agent.wrappedUp',
    ]);
    expect(standing(id)).toMatchObject({ outcome: 'reached', attempts: [{ outcome: 'answered' }] });
  });

  test('is told where the callback stands', () => {
    const { org, create, standing } = withQueue({ queue });
    const { id } = create();
    const states = [1, 5, 10].map((seconds) => {
      pass(org, seconds);
      return standing(id)?.state;
    });
    // After 1, 6 and 16 seconds.
    expect(states).toEqual(['dialing', 'waiting', 'talking']);
  });

  test('calls again as often as it says, and no agent hears of it', () => {
    const { org, create, standing } = withQueue({ queue, ada: { calls: [{ busy: true }] } });
    const { id } = create();
    pass(org, 300);
    expect(org.events('callback.dialled').map(({ at }) => (at - MONDAY_NOON) / 1000)).toEqual([0, 60]);
    expect(org.events('agent.alerted')).toEqual([]);
    expect(standing(id)).toMatchObject({ outcome: 'notReached' });
    expect(org.events('callback.ended')).toMatchObject([{ by: 'system' }]);
  });

  test('a customer who has waited long enough hangs up', () => {
    const { org, create, standing, story } = withQueue({
      queue,
      behaviour: 'nobody',
      ada: { calls: [{ answersAfter: 1_000, talksFor: 20_000 }] },
    });
    const { id } = create();
    pass(org, 60);
    expect(story()).toEqual(expect.arrayContaining(['21 callback.ended', '21 queue.left']));
    expect(standing(id)).toMatchObject({ outcome: 'notReached' });
  });
});

describe('an agent who transfers a callback', () => {
  const staff = () => {
    const there = withQueue({ behaviour: 'nobody' });
    const { org, grace } = there;
    const other = org.put('user', { name: 'Joan' });
    const second = org.put('queue', { name: 'Experts', members: [{ id: other.id, ringNumber: 1 }] });
    for (const { id } of [grace, other]) org.runtime.acd.agents.goOnQueue(id);
    const { id } = there.create();
    pass(org, 1);
    org.runtime.acd.answer(id);
    return { ...there, id, other, second };
  };

  test('before they call lets the next agent call', () => {
    const { org, id, second, standing } = staff();
    org.runtime.acd.talks.transfer(id, { queueId: second.id });
    pass(org, 1);
    org.runtime.acd.answer(id);
    pass(org, 30);
    expect(org.events('callback.dialled')).toMatchObject([{ agent: 'Joan' }]);
    expect(standing(id)).toMatchObject({ state: 'talking' });
  });

  test('with the customer on the line lets the next one talk at once', () => {
    const { org, id, other, standing } = staff();
    pass(org, 20);
    org.runtime.acd.talks.transfer(id, { userId: other.id });
    pass(org, 6);
    expect(org.events('agent.answered').map(({ agent }) => agent)).toEqual(['Grace', 'Joan']);
    expect(org.events('callback.dialled')).toHaveLength(1);
    org.runtime.acd.talks.hangUp(id);
    expect(standing(id)).toMatchObject({ outcome: 'reached' });
  });
});

describe('changes', () => {
  test('a scheduled callback can be moved, and an agent of its own can be named', () => {
    const { org, grace, create, story } = withQueue();
    const { id } = create({ scheduledAt: MONDAY_NOON + 3_600_000 });
    expect(
      org.runtime.callbacks.reschedule(id, { scheduledAt: MONDAY_NOON + 60_000, agentId: grace.id }),
    ).toBeDefined();
    pass(org, 120);
    expect(story()).toContain('75 callback.dialled');
  });

  test('a scheduled callback can go to another queue, and the log says what it is now', () => {
    const { org, create, standing } = withQueue({ behaviour: 'nobody' });
    const experts = org.put('queue', { name: 'Experts' });
    const { id } = create({ scheduledAt: MONDAY_NOON + 60_000 });
    org.runtime.callbacks.reschedule(id, { queueId: experts.id });
    org.runtime.callbacks.reschedule(id, { numbers: ['+4930123456'] });
    const scheduledTime = '2026-01-05T12:01:00.000Z';
    expect(org.events('callback.rescheduled')).toMatchObject([
      { queue: 'Experts', phoneNumber: ADA, scheduledTime },
      { queue: 'Experts', phoneNumber: '+4930123456', scheduledTime },
    ]);
    expect(standing(id)).toMatchObject({ queueId: experts.id });
    pass(org, 60);
    expect(org.events('queue.entered')).toMatchObject([{ queue: 'Experts' }]);
  });

  test('one without a time has none afterwards', () => {
    const { org, create } = withQueue({ behaviour: 'nobody' });
    const { id } = create();
    org.runtime.callbacks.reschedule(id, { numbers: [ADA] });
    expect(org.events('callback.rescheduled')).toHaveLength(1);
    expect(org.events('callback.rescheduled')[0]).not.toHaveProperty('scheduledTime');
  });

  test('one that an agent has cannot be moved', () => {
    const { org, create } = withQueue();
    const { id } = create();
    pass(org, 30);
    expect(org.runtime.callbacks.reschedule(id, { scheduledAt: MONDAY_NOON + 60_000 })).toBeUndefined();
  });

  test.each([
    ['scheduled', 0],
    ['waiting', 3_605],
    ['dialing', 3_612],
  ])('one that is %s can be cancelled, and nothing happens then', (_, seconds) => {
    const { org, create, standing } = withQueue();
    const { id } = create({ scheduledAt: MONDAY_NOON + 3_600_000 });
    pass(org, seconds);
    expect(org.runtime.callbacks.cancel(id)).toBe(true);
    pass(org, 7_200);
    expect(standing(id)).toMatchObject({ state: 'ended', outcome: 'cancelled' });
    expect(org.events('callback.answered')).toEqual([]);
    expect(org.runtime.callbacks.cancel(id)).toBe(false);
  });
});

test('a new callback stands in the log and in the org, as far as it is known', () => {
  const { org, create, standing } = withQueue();
  const { id: plain } = create();
  const { id: whole } = create({ userName: 'Ada', scheduledAt: MONDAY_NOON + 60_000, data: { way: 'sales' } });
  const [first, second] = org.events('callback.created');
  expect(first).toMatchObject({ queue: 'Supervisors', phoneNumber: ADA, callback: plain });
  expect(first).not.toHaveProperty('scheduledTime');
  expect(second).toMatchObject({ callback: whole, scheduledTime: '2026-01-05T12:01:00.000Z' });
  for (const field of ['callbackUserName', 'callbackScheduledTime', 'data', 'script', 'origin'])
    expect(standing(plain)).not.toHaveProperty(field);
  expect(standing(whole)).toMatchObject({
    callbackUserName: 'Ada',
    callbackScheduledTime: '2026-01-05T12:01:00.000Z',
    data: { way: 'sales' },
  });
  const conversation = org.runtime.conversations.get(whole);
  expect(conversation?.divisionId).toBe(org.org.all('division')[0]?.id);
  expect(conversation?.customer).toMatchObject({
    address: `tel:${ADA}`,
    name: 'Ada',
    divisionId: org.org.all('division')[0]?.id,
  });
});

test('it asks its queue for what it wants of the agent', () => {
  const { org, grace, create } = withQueue({ behaviour: 'nobody' });
  const routingIn = (id: string): unknown =>
    org.runtime.conversations.get(id)?.participants.find(({ purpose }) => purpose === 'acd')?.routing;
  const { id: plain } = create();
  const skilled = create({ routing: { priority: 5, skillIds: ['billing'], languageId: 'fr' } });
  pass(org, 1);
  expect(routingIn(plain)).toMatchObject({ priority: 0, skills: [] });
  expect(routingIn(skilled.id)).toMatchObject({ priority: 5, skills: [{ id: 'billing' }], language: { id: 'fr' } });
  // Two agents are free; the one that the callback names takes it.
  const other = org.put('user', { name: 'Joan' });
  const both = org.put('queue', { name: 'Both', members: [other, grace].map(({ id }) => ({ id, ringNumber: 1 })) });
  for (const { id } of [other, grace]) org.runtime.acd.agents.set(id, 'IDLE');
  org.runtime.callbacks.cancel(plain);
  org.runtime.callbacks.cancel(skilled.id);
  const alertedBy = (routing: NewCallback['routing'] & object): unknown => {
    const { id } = create({ queueId: both.id, routing });
    pass(org, 0);
    const agent = org.events('agent.alerted').at(-1)?.agent;
    org.runtime.callbacks.cancel(id);
    for (const user of [other, grace]) org.runtime.acd.agents.set(user.id, 'IDLE');
    return agent;
  };
  expect(alertedBy({})).toBe('Joan');
  expect(alertedBy({ directAgentId: grace.id })).toBe('Grace');
  expect(alertedBy({ preferredAgents: [{ userId: grace.id, score: 50 }] })).toBe('Grace');
});

test('its script is shown to the agent at whom it rings', () => {
  const { org, create } = withQueue();
  create({ script: { script: 'Callbacks', inputs: { name: 'Ada' } } });
  pass(org, 20);
  expect(org.events('agent.screenPop')).toMatchObject([
    { agent: 'Grace', script: 'Callbacks', inputs: { name: 'Ada' } },
  ]);
  const without = withQueue();
  without.create();
  pass(without.org, 20);
  expect(without.org.events('agent.screenPop')).toEqual([]);
});

describe('a callback that comes from a call', () => {
  const from = (ended: boolean) => ({
    ended,
    customer: { id: 'caller' },
    conversation: { id: 'call', data: { of: (id: string) => [['who', id]] as const } },
  });

  test('waits for the end of the call, as do others of the same call', () => {
    const { org, create, standing, story } = withQueue({ behaviour: 'nobody' });
    const [first, second, third] = [
      create({ after: from(false) }),
      create({ after: from(false) }),
      create({ after: from(false) }),
    ];
    org.runtime.callbacks.cancel(second.id);
    pass(org, 600);
    expect(story()).not.toContain('0 queue.entered');
    expect(standing(first.id)).toMatchObject({ state: 'scheduled', data: { who: 'caller' } });
    org.runtime.callbacks.afterCall('another call');
    org.runtime.callbacks.afterCall('call');
    pass(org, 0);
    expect([first, second, third].map(({ id }) => standing(id)?.state)).toEqual(['waiting', 'ended', 'waiting']);
    // The call ends once.
    org.runtime.callbacks.afterCall('call');
    pass(org, 0);
    expect(org.events('queue.entered')).toHaveLength(2);
  });

  test('begins at once where the call is over', () => {
    const { org, create, standing } = withQueue({ behaviour: 'nobody' });
    const { id } = create({ after: from(true) });
    pass(org, 0);
    expect(standing(id)).toMatchObject({ state: 'waiting' });
  });
});

test('where nobody says when, the customer is called again after five minutes', () => {
  const { org, create, standing } = withQueue({
    ada: { calls: [{ busy: true }, { answersAfter: 1_000 }] },
    behaviour: { ...agents, tries: 2 },
  });
  const { id } = create();
  pass(org, 600);
  expect(org.events('callback.notAnswered')).toMatchObject([
    { agent: 'Grace', phoneNumber: ADA, nextTry: '2026-01-05T12:05:15.000Z' },
  ]);
  expect(org.events('callback.dialled').map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(standing(id)?.attempts).toMatchObject([
    { outcome: 'busy', agentName: 'Grace', agentId: expect.any(String) as string },
    { outcome: 'answered' },
  ]);
});

test('a customer who waits for an agent when the org cancels was not lost, but cancelled', () => {
  const { org, create, standing } = withQueue({
    queue: { mediaSettings: { callback: { mode: 'CustomerFirst' } } },
    behaviour: 'nobody',
  });
  const { id } = create();
  pass(org, 30);
  expect(standing(id)?.attempts).toEqual([{ at: '2026-01-05T12:00:05.000Z', outcome: 'answered' }]);
  org.runtime.callbacks.cancel(id);
  expect(standing(id)).toMatchObject({ state: 'ended', outcome: 'cancelled' });
});

test('what is no callback of the org ends without a trace, and a callback ends once', () => {
  const { org, create } = withQueue();
  org.runtime.callbacks.end('nobody', 'system');
  expect(org.events('callback.ended')).toEqual([]);
  const { id } = create();
  for (let times = 0; times < 2; times += 1) org.runtime.callbacks.end(id, 'system');
  expect(org.events('callback.ended')).toHaveLength(1);
});

test('no data of a call are no participant data', () => {
  const { org, create } = withQueue({ behaviour: 'nobody' });
  create({ data: {} });
  expect(org.events('attributes.written')).toEqual([]);
});
