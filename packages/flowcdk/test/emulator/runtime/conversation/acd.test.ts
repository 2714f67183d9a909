import { CannotSteer } from '../../../../src/emulator/runtime/conversation/cannot-steer';
import type { AgentBehaviour } from '../../../../src/emulator/runtime/settings';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { call, callFlowOf, callTo, inQueueFlowOf, LINE, pass } from '../private/calls';
import { livingOrg, MONDAY_NOON } from '../private/living-org';
import { inQueueMessageFlowOf, textingOrg, toSupport } from '../private/texting';

interface Centre {
  readonly members?: readonly string[];
  readonly queue?: JsonObject;
  readonly agents?: AgentBehaviour;
}

/** An org whose number leads into the queue Support, and what its log says of queues and agents. */
function centre({ members = [], queue = {}, agents }: Centre = {}) {
  const org = livingOrg(agents ? { settings: { agents } } : {});
  const users = members.map((name) => org.put('user', { name }));
  const support = org.put('queue', {
    name: 'Support',
    members: users.map(({ id }) => ({ id, ringNumber: 1 })),
    ...queue,
  });
  org.number(LINE, org.publish(callFlowOf({ actions: [toSupport] })));
  const story = (kinds = /^(agent|queue)\./): readonly string[] =>
    org.runtime.log.events
      .filter(({ type }) => kinds.test(type))
      .map(({ at, type }) => `${(at - MONDAY_NOON) / 1000} ${type}`);
  const id = (name: string): string => users.find((user) => user.name === name)?.id ?? '';
  return { ...org, org: org.org, living: org, support, story, id, acd: org.runtime.acd };
}

const acdOf = (placed: ReturnType<typeof call>) =>
  placed.conversation.participants.find(({ purpose }) => purpose === 'acd');

describe('the wait of a queue', () => {
  test('is the mean of its answered calls, once there is one', () => {
    const { living, support, acd } = centre();
    expect(acd.estimatedWait(support.id)).toBeUndefined();
    for (const seconds of [10, 25]) {
      const { conversation } = call(living);
      pass(living, seconds);
      acd.answer(conversation.id);
      acd.talks.hangUp(conversation.id);
    }
    expect(acd.estimatedWait(support.id)).toBe(17_500);
    expect(acd.estimatedWait('another')).toBeUndefined();
  });

  test('counts the last ten of them', () => {
    const { living, support, acd } = centre();
    for (const seconds of [100, ...Array.from({ length: 10 }, () => 1)]) {
      const { conversation } = call(living);
      pass(living, seconds);
      acd.answer(conversation.id);
      acd.talks.hangUp(conversation.id);
    }
    expect(acd.estimatedWait(support.id)).toBe(1_000);
  });

  test('does not count callers who hang up', () => {
    const { living, support, acd } = centre();
    const placed = call(living);
    pass(living, 10);
    placed.hangUp();
    expect(acd.estimatedWait(support.id)).toBeUndefined();
  });
});

test('calls wait in their own queue', () => {
  const { living, support, acd, put } = centre();
  const other = put('queue', { name: 'Other' });
  call(living);
  call(living);
  callTo(
    living,
    { name: 'other', actions: ['- transferToAcd: { name: Go, targetQueue: { lit: { name: Other } } }'] },
    '+33199000002',
  );
  expect([support.id, other.id, 'x'].map((id) => acd.waitingIn(id))).toEqual([2, 1, 0]);
  expect(living.events('queue.entered').map(({ queue, position }) => [queue, position])).toEqual([
    ['Support', 1],
    ['Support', 2],
    ['Other', 1],
  ]);
});

describe('a call leaves its queue', () => {
  test('for an agent', () => {
    const { living, acd, story } = centre();
    const placed = call(living);
    pass(living, 10);
    acd.answer(placed.conversation.id);
    expect(acdOf(placed)).toMatchObject({
      acdOutcome: 'ANSWERED',
      disconnectType: 'TRANSFER',
      endedAt: MONDAY_NOON + 10_000,
    });
    expect(living.events('queue.left')).toMatchObject([{ queue: 'Support', outcome: 'ANSWERED', waited: 10_000 }]);
    // Without an in-queue flow it hears music until then.
    expect(living.events('audio.ended')).toMatchObject([{ text: '(hold music)', heard: 10_000 }]);
    expect(acd.change(placed.conversation.id, { priority: 1 })).toBe(false);
    expect(placed.leg.inQueue.size).toBe(0);
    expect(story()).toEqual(['0 queue.entered', '10 agent.alerted', '10 queue.left', '10 agent.answered']);
  });

  test('when the caller hangs up, also while it rings', () => {
    const { living, acd, id } = centre({ members: ['Ada'] });
    acd.agents.goOnQueue(id('Ada'));
    const placed = call(living);
    pass(living, 3);
    placed.hangUp();
    expect(acdOf(placed)).toMatchObject({ acdOutcome: 'ABANDON', disconnectType: 'PEER' });
    expect(living.events('agent.left')).toMatchObject([{ agent: 'Ada', reason: 'PEER' }]);
    expect(acd.agents.state(id('Ada'))).toBe('IDLE');
    pass(living, 60);
    expect(living.events('agent.missed')).toEqual([]);
    expect(() => acd.answer(placed.conversation.id)).toThrow(new CannotSteer('this call waits in no queue'));
  });

  test('when the org ends it', () => {
    const { living, runtime } = centre();
    const placed = call(living);
    pass(living, 3);
    runtime.calls.end(placed.leg, 'system');
    expect(acdOf(placed)).toMatchObject({ acdOutcome: 'FLOW_OUT', disconnectType: 'CLIENT' });
  });

  test('for a flow', () => {
    const { living, acd } = centre();
    const placed = call(living);
    acd.flowOut(placed.leg);
    expect(acdOf(placed)).toMatchObject({ acdOutcome: 'FLOW_OUT', disconnectType: 'TRANSFER' });
    expect(placed.leg.holder).toBeUndefined();
    // What waits nowhere is left alone.
    acd.flowOut(placed.leg);
    expect(living.events('queue.left')).toHaveLength(1);
  });
});

describe('how long a call rings at an agent', () => {
  test.each([
    ['as long as the queue says', { mediaSettings: { call: { alertingTimeoutSeconds: 12 } } }, 12],
    ['eight seconds without that', {}, 8],
  ])('%s', (_, queue, seconds) => {
    const { living, acd, id, story } = centre({ members: ['Ada'], queue });
    acd.agents.goOnQueue(id('Ada'));
    call(living);
    pass(living, 60);
    expect(story(/^agent\.missed/)).toEqual([`${seconds} agent.missed`]);
  });
});

describe('how long a message rings at an agent', () => {
  test.each([
    ['as long as the queue says', { mediaSettings: { message: { alertingTimeoutSeconds: 12 } } }, 12],
    ['thirty seconds without that', {}, 30],
  ])('%s', (_, queue, seconds) => {
    const org = textingOrg([toSupport], { queue });
    org.runtime.acd.agents.goOnQueue(org.grace.id);
    org.write('Hello');
    pass(org, 60);
    expect(org.events('agent.missed').map(({ at }) => at - MONDAY_NOON)).toEqual([seconds * 1000]);
  });
});

describe('a message that waits', () => {
  const DAYS = 24 * 3_600;

  test('is over after three days', () => {
    const org = textingOrg([toSupport]);
    const conversation = org.write('Hello');
    pass(org, 3 * DAYS - 1);
    expect(conversation.endedAt).toBeUndefined();
    pass(org, 1);
    expect(conversation.endedAt).toBe(MONDAY_NOON + 3 * DAYS * 1000);
    expect(org.events('conversation.ended')).toMatchObject([{ by: 'system' }]);
  });

  test('is over no more when an agent has it', () => {
    const org = textingOrg([toSupport]);
    const conversation = org.write('Hello');
    org.runtime.acd.agents.goOnQueue(org.grace.id);
    pass(org, 1);
    org.runtime.acd.answer(conversation.id);
    pass(org, 4 * DAYS);
    expect(conversation.endedAt).toBeUndefined();
  });
});

describe("in-queue flows that hand over to each other's queues", () => {
  const go = (queue: string): string => `- transferToAcd: { name: Go, targetQueue: { lit: { name: ${queue} } } }`;

  test('are ten at most for a message, which waits on without one', () => {
    const org = textingOrg([toSupport]);
    const other = org.put('queue', { name: 'Other' });
    const stay = '- wait: { name: Wait, duration: { lit: { minutes: 1 } } }';
    const [first, second] = ['Other', 'Support'].map((queue) =>
      org.publish(inQueueMessageFlowOf([go(queue)], [stay], { name: `To ${queue}` })),
    );
    org.org.put('queue', { ...org.support, messageInQueueFlow: { id: first?.id ?? '' } });
    org.org.put('queue', { ...other, messageInQueueFlow: { id: second?.id ?? '' } });
    const conversation = org.write('Hello');
    pass(org, 60);
    expect(org.events('flow.started').filter(({ kind }) => kind === 'inqueueShortMessage')).toHaveLength(10);
    const limit = { limit: 'message.inQueueFlows.max', value: 10, what: 'To Other' };
    expect(org.events('limit.reached')).toMatchObject([limit]);
    expect(org.runtime.acd.waitingIn(org.support.id)).toBe(1);
    expect(conversation.endedAt).toBeUndefined();
  });

  test('may be more for a call', () => {
    const { living, org, support, put } = centre();
    const other = put('queue', { name: 'Other' });
    const pause = '- playAudio: { name: Say, audio: { exp: ToAudioBlank(1000) } }';
    const [first, second] = ['Other', 'Support'].map((queue) =>
      living.publish(inQueueFlowOf(`To ${queue}`, [pause, go(queue)])),
    );
    org.put('queue', { ...support, queueFlow: { id: first?.id ?? '' } });
    org.put('queue', { ...other, queueFlow: { id: second?.id ?? '' } });
    call(living);
    pass(living, 30);
    expect(living.events('flow.started').length).toBeGreaterThan(20);
    expect(living.events('limit.reached')).toEqual([]);
  });
});

describe('agents with a behaviour', () => {
  const agents: AgentBehaviour = { answersAfter: 20_000, talksFor: 10_000, wrapsUpIn: 0 };

  test.each<[what: string, more: Partial<AgentBehaviour>, story: readonly string[]]>([
    ['answer when they should; it rings two seconds before', {}, ['18 agent.alerted', '20 agent.answered']],
    ['let it ring as long as they do', { rings: 5_000 }, ['15 agent.alerted', '20 agent.answered']],
    ['answer at once', { answersAfter: 0 }, ['0 agent.alerted', '0 agent.answered']],
    ['answer soon', { answersAfter: 1_000 }, ['0 agent.alerted', '1 agent.answered']],
    [
      'do not answer the first time',
      { unanswered: 1 },
      ['18 agent.alerted', '26 agent.missed', '26 agent.alerted', '28 agent.answered'],
    ],
    [
      'do not answer the first two times',
      { unanswered: 2, answersAfter: 4_000 },
      [
        '2 agent.alerted',
        '10 agent.missed',
        '10 agent.alerted',
        '18 agent.missed',
        '18 agent.alerted',
        '20 agent.answered',
      ],
    ],
    ['ring no longer than the queue lets it', { rings: 30_000 }, ['0 agent.alerted', '8 agent.answered']],
  ])('%s', (_, more, expected) => {
    const { living, story } = centre({ agents: { ...agents, ...more } });
    call(living);
    pass(living, 29);
    expect(story(/^agent\.(alerted|answered|missed)/)).toEqual(expected);
  });

  test('are free members of the queue, else nobody; a queue without members has anybody', () => {
    const { living, acd, id } = centre({ members: ['Ada', 'Ben'], agents });
    acd.agents.set(id('Ada'), 'INTERACTING');
    call(living);
    pass(living, 19);
    expect(living.events('agent.alerted')).toMatchObject([{ agent: 'Ben' }]);
    call(living);
    pass(living, 60);
    expect(living.events('agent.answered')).toHaveLength(1);
    // Ben talks from second 20 to 30 and has five minutes of after-call work. Then he takes the other call.
    pass(living, 300);
    expect(living.events('agent.answered').map(({ agent }) => agent)).toEqual(['Ben', 'Ben']);
  });

  test('may be one by name of their id, who is no member', () => {
    const { living, put, acd } = centre({ members: ['Ada'] });
    const other = put('user', { name: 'Joan' });
    const { conversation } = call(living);
    acd.behaviours.set(conversation.id, { ...agents, answersAfter: 1_000, agentId: other.id });
    pass(living, 2);
    expect(living.events('agent.answered')).toMatchObject([{ agent: 'Joan' }]);
  });

  test('can be given to a call that waits, that rings, and that is talked on', () => {
    const { living, acd, id, story } = centre({ members: ['Ada'] });
    const waiting = call(living).conversation.id;
    pass(living, 5);
    acd.behaviours.set(waiting, { ...agents, answersAfter: 9_000 });
    pass(living, 5);
    expect(story(/^agent\./)).toEqual(['7 agent.alerted', '9 agent.answered']);
    acd.behaviours.set(waiting, { ...agents, talksFor: 3_000 });
    pass(living, 3);
    expect(story(/^agent\.left/)).toEqual(['12 agent.left']);
    pass(living, 400);
    acd.agents.set(id('Ada'), 'IDLE');
    const ringing = call(living).conversation.id;
    pass(living, 1);
    const from = living.seconds() - 1;
    acd.behaviours.set(ringing, { ...agents, answersAfter: 4_000 });
    pass(living, 5);
    expect(story(/^agent\.answered/).at(-1)).toBe(`${from + 4} agent.answered`);
  });

  test('are not alerted before their time where another agent is free', () => {
    const { living, acd, id, story } = centre({ members: ['Ada', 'Ben'], agents });
    call(living);
    pass(living, 5);
    acd.agents.goOnQueue(id('Ada'));
    pass(living, 15);
    expect(story(/^agent\.alerted/)).toEqual(['18 agent.alerted']);
  });

  test('are not alerted at the time of a behaviour that another one has replaced', () => {
    const { living, acd, story } = centre({ agents });
    const { id } = call(living).conversation;
    for (const answersAfter of [30_000, 60_000]) acd.behaviours.set(id, { ...agents, answersAfter });
    pass(living, 61);
    expect(story(/^agent\.(alerted|answered)/)).toEqual(['58 agent.alerted', '60 agent.answered']);
  });

  test('are forgotten with the call', () => {
    const { living, acd } = centre();
    const { conversation } = call(living);
    acd.behaviours.set(conversation.id, agents);
    acd.forget(conversation.id);
    expect(acd.behaviours.has(conversation.id)).toBe(false);
  });
});

test('a behaviour that comes with the answer is that of the agent', () => {
  const { living, acd, story } = centre();
  const { conversation } = call(living);
  pass(living, 1);
  acd.answer(conversation.id, { answersAfter: 0, talksFor: 5_000, wrapsUpIn: 0 });
  pass(living, 30);
  expect(story(/^agent\.left/)).toEqual(['6 agent.left']);
});

test('a behaviour that comes with the answer is also that of a user to whom a call was transferred', () => {
  const { living, acd, put, story } = centre();
  const ben = put('user', { name: 'Ben' });
  const { id } = call(living).conversation;
  pass(living, 1);
  acd.answer(id);
  acd.talks.transfer(id, { userId: ben.id });
  pass(living, 1);
  acd.answer(id, { answersAfter: 0, talksFor: 5_000, wrapsUpIn: 0 });
  pass(living, 30);
  expect(story(/^agent\.left/).at(-1)).toBe('7 agent.left');
});

test('an agent who declines has missed the call, and the log tells that they declined', () => {
  const { living, acd, id } = centre({ members: ['Ada'] });
  acd.agents.goOnQueue(id('Ada'));
  const { conversation } = call(living);
  pass(living, 1);
  acd.decline(conversation.id);
  expect(living.events('agent.missed')).toMatchObject([{ agent: 'Ada', declined: true }]);
});

test('where no agent of the queue is free, nobody can answer', () => {
  const { living, acd, id } = centre({ members: ['Ada'] });
  acd.agents.set(id('Ada'), 'INTERACTING');
  const { conversation } = call(living);
  expect(() => acd.answer(conversation.id)).toThrow(new CannotSteer('no agent of the queue is free'));
});

test('where no agent of the queue has the skills, nobody can answer', () => {
  const { living, acd } = centre({ members: ['Ada'] });
  const { conversation } = call(living);
  acd.setSkills(conversation.id, ['billing']);
  expect(() => acd.answer(conversation.id)).toThrow(new CannotSteer('no agent of the queue is free'));
});

test('an in-queue flow that breaks and hands over to a queue takes the call out of the old one first', () => {
  const { living, org, support, acd, put } = centre();
  put('queue', { name: 'Other' });
  const breaks = inQueueFlowOf('breaks', ['- decision: { name: Break, condition: { exp: ToInt("x") == 1 } }']);
  const flow = living.publish(
    breaks.replace('{ disconnect: { none: true } }', '{ queue: { targetQueue: { lit: { name: Other } } } }'),
  );
  org.put('queue', { ...support, queueFlow: { id: flow.id } });
  call(living);
  pass(living, 1);
  expect(living.events('queue.left')).toMatchObject([{ queue: 'Support', outcome: 'FLOW_OUT' }]);
  expect(living.events('queue.entered').map(({ queue }) => queue)).toEqual(['Support', 'Other']);
  expect(acd.waitingIn(support.id)).toBe(0);
});

test('a call that is for one agent first goes elsewhere where they do not answer', () => {
  const { living, acd, id, support, story } = centre({ members: ['Ada'] });
  acd.agents.goOnQueue(id('Ada'));
  const placed = call(living);
  acd.flowOut(placed.leg);
  let missed = 0;
  acd.enter(placed.leg, { queueId: support.id, queueName: 'Support', priority: 0 }, () => (missed += 1));
  pass(living, 60);
  expect(missed).toBe(1);
  expect(story(/^(agent\.missed|queue\.left)/)).toEqual(['0 queue.left', '8 agent.missed', '8 queue.left']);
  expect(acd.waitingIn(support.id)).toBe(0);
});

test('what a waiting call asks for can be changed', () => {
  const { living, acd } = centre();
  const placed = call(living);
  const { id } = placed.conversation;
  expect(acd.setPriority(id, 7)).toBe(true);
  expect(acd.setSkills(id, ['billing'])).toBe(true);
  expect(acdOf(placed)?.routing).toMatchObject({ priority: 7, skills: [{ id: 'billing' }] });
  expect(acdOf(placed)?.routing).not.toHaveProperty('language');
  expect(acd.setSkills(id, [], 'fr')).toBe(true);
  expect(acdOf(placed)?.routing).toMatchObject({ skills: [], language: { id: 'fr' } });
  expect(acd.setPriority('nobody', 1)).toBe(false);
});

test('a call that needs less than before finds an agent', () => {
  const { living, acd, id, story } = centre({ members: ['Ada'] });
  acd.agents.goOnQueue(id('Ada'));
  living.put('skill', { name: 'Billing' });
  callTo(
    living,
    {
      name: 'skilled',
      actions: [
        '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, acdSkills: [{ acdSkill: { lit: { name: Billing } } }] }',
      ],
    },
    '+33199000002',
  );
  pass(living, 5);
  expect(story(/^agent\.alerted/)).toEqual([]);
  acd.setSkills(living.events('queue.entered')[0]?.conversationId ?? '', []);
  pass(living, 0);
  expect(story(/^agent\.alerted/)).toEqual(['5 agent.alerted']);
});
