import type { Type } from '../../../../src/architect/types';
import { topicOfEvent } from '../../../../src/process-automation/topic-table';
import { DetailEvents } from '../../../../src/emulator/runtime/conversation/detail-events';
import type { Participant } from '../../../../src/emulator/runtime/conversation/participant';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { livingOrg } from '../private/living-org';
import { CALLER, callTo, eventOn, LINE, pass } from '../private/calls';

/** A call that has everything events can tell: flow, outcome, attributes, queue, an agent who transfers, voicemail. */
function richCall() {
  const org = livingOrg({
    settings: { agents: { answersAfter: 10_000, talksFor: 30_000, wrapsUpIn: 5_000, wrapUp: 'Resolved' } },
  });
  const [home] = org.org.all('division');
  const division = { id: home?.id };
  const skill = org.put('skill', { name: 'Billing' });
  const user = org.put('user', { name: 'Ada', division, skills: [{ id: skill.id, proficiency: 5 }] });
  org.put('wrapupCode', { name: 'Resolved' });
  org.put('outcome', { name: 'Helped', division });
  org.put('queue', { name: 'Support', division, members: [{ id: user.id, ringNumber: 1 }] });
  const placed = callTo(org, {
    actions: [
      '- initializeFlowOutcome: { name: Begin, flowOutcome: { name: Helped } }',
      '- setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: reason }, value: { lit: orders } } }] }',
      '- setWrapupCode: { name: Code, wrapupCode: { lit: { name: Resolved } } }',
      '- setFlowOutcome: { name: Done, flowOutcome: { name: Helped }, flowOutcomeValue: { lit: SUCCESS } }',
      '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, priority: { lit: 3 }, acdSkills: [{ acdSkill: { lit: { name: Billing } } }] }',
    ],
  });
  return { org, placed, user, home };
}

const jsTypes: Readonly<Record<string, string>> = { string: 'string', integer: 'number', boolean: 'boolean' };

/** Whether a value is what the topic says of its field. */
function fits(value: unknown, { kind, collection, values }: Type<unknown>): boolean {
  if (collection) return Array.isArray(value);
  if (values) return (values as readonly unknown[]).includes(value);
  return jsTypes[kind] === undefined || typeof value === jsTypes[kind];
}

test('every event has the fields of its topic and no others, with values of their types', () => {
  const { org } = richCall();
  org.clock.runNow();
  const published = org.events('event.published');
  expect(published.length).toBeGreaterThan(10);
  const wrong = published.flatMap(({ topic, event }) => {
    const fields = topicOfEvent(topic)?.fields ?? {};
    const unknown = Object.entries(event).filter(([name, value]) => {
      const field = fields[name];
      return !field || !fits(value, field);
    });
    const missing = Object.entries(fields).filter(([name, field]) => field.optional !== true && !(name in event));
    return [...unknown, ...missing].map(([name]) => `${topic.split('.').slice(5).join('.')}: ${name}`);
  });
  // A list of the ids the conversation has in the directory of contacts: calls of a local org have none.
  expect(wrong.filter((problem) => !problem.includes('conversationExternal'))).toEqual([]);
});

test('in an org without users, agents have an id in events all the same: triggers count on it', () => {
  const org = livingOrg({ settings: { agents: { answersAfter: 1_000, talksFor: 1_000, wrapsUpIn: 1_000 } } });
  const [home] = org.org.all('division');
  org.put('queue', { name: 'Support', division: { id: home?.id }, members: [] });
  callTo(org, { actions: ['- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }'] });
  org.clock.runNow();

  const [acw] = org.events('event.published').filter(({ topic }) => topic.endsWith('.acw'));
  expect(acw?.event['userId']).toMatch(/^[0-9a-f-]{36}$/);
});

test('every event of a call tells whose it is and where it came from', () => {
  const { org, placed } = richCall();
  org.clock.runNow();
  for (const { topic, event } of org.events('event.published')) {
    expect(event).toMatchObject({ conversationId: placed.conversation.id, eventTime: expect.any(Number) });
    if (topic.endsWith('.attributes')) continue;
    expect(event).toMatchObject({
      mediaType: 'VOICE',
      provider: 'Edge',
      direction: 'INBOUND',
      ani: `tel:${CALLER}`,
      dnis: `tel:${LINE}`,
    });
    expect(placed.conversation.participants.map(({ id }) => id)).toContain(event['participantId']);
  }
});

test('divisions are those of the number, the flow, the queue and the user', () => {
  const { org, home } = richCall();
  org.clock.runNow();
  for (const suffix of [
    'customer.start',
    'customer.end',
    'flow.start',
    'flow.end',
    'acd.start',
    'acd.end',
    'user.start',
    'user.end',
  ])
    expect(eventOn(org, suffix)).toMatchObject({ divisionId: home?.id });
});

test('a wrap-up that a flow gave has an event without a user, at once', () => {
  const { org } = richCall();
  pass(org, 1);
  expect(eventOn(org, 'wrapup')).toMatchObject({ wrapupCode: expect.any(String) });
  expect(eventOn(org, 'wrapup')).not.toHaveProperty('userId');
});

test('an outcome is told when it is set', () => {
  const { org } = richCall();
  pass(org, 1);
  expect(eventOn(org, 'flow.outcome')).toMatchObject({ flowOutcomeValue: 'SUCCESS', flowType: 'INBOUNDCALL' });
});

test.each([
  ['ends by itself', ['- playAudio: { name: Bye, audio: { tts: Bye } }'], 'FLOW_DISCONNECT', 'CLIENT', 'PEER'],
  [
    'breaks',
    ["- playAudio: { name: Broken, audio: { exp: 'ToAudioTTS(ToString(GetAt(MakeList(1), 4)))' } }"],
    'FLOW_ERROR_DISCONNECT',
    'ERROR',
    'ERROR',
  ],
])('a flow that %s', (_, actions, exitReason, disconnectType, ofCustomer) => {
  const org = livingOrg();
  callTo(org, { actions });
  org.clock.runNow();
  expect(eventOn(org, 'flow.end')).toMatchObject({ exitReason, disconnectType });
  expect(eventOn(org, 'flow.end')).not.toHaveProperty('transferType');
  expect(eventOn(org, 'customer.end')).toMatchObject({ disconnectType: ofCustomer });
});

describe('the fields of an event', () => {
  const agent: Participant = {
    id: 'p2',
    sessionId: 's2',
    purpose: 'agent',
    userId: 'ada',
    queueId: 'support',
    divisionId: 'home',
    startedAt: 10_000,
    connectedAt: 14_000,
    endedAt: 34_000,
    disconnectType: 'CLIENT',
  };
  const common = {
    eventTime: 60_000,
    conversationId: 'c',
    participantId: 'p2',
    sessionId: 's2',
    mediaType: 'VOICE',
    provider: 'Edge',
    direction: 'INBOUND',
    ani: 'tel:+331',
    dnis: 'tel:+332',
  };
  const whose = { userId: 'ada', queueId: 'support', divisionId: 'home' };

  interface Published {
    readonly topic: string;
    readonly event: JsonObject;
    readonly id?: string | undefined;
  }

  /** What is published of a conversation, to whom. */
  function published(publish: (events: DetailEvents, of: never) => void, fields: object = {}, listens = true) {
    const conversation = {
      id: 'c',
      place: { conversationId: 'c' },
      from: 'tel:+331',
      to: 'tel:+332',
      mediaType: 'VOICE',
      direction: 'INBOUND',
      customer: { id: 'p1', sessionId: 's1', purpose: 'customer', startedAt: 0, endedAt: 40_000 },
      participant: (id: string) => (id === 'p2' ? agent : undefined),
      ...fields,
    };
    const [toTriggers, toBus, logged]: Published[][] = [[], [], []];
    const receiver = (to: Published[] | undefined, listen: boolean) => ({
      listenTo: () => listen,
      deliver: (topic: string, event: JsonObject, id?: string) => to?.push({ topic, event, id }),
    });
    const events = new DetailEvents({
      clock: { now: () => 60_000 },
      log: { wants: () => listens, add: (_: string, __: object, what: Published) => logged?.push(what) },
      triggers: receiver(toTriggers, false),
      bus: receiver(toBus, false),
    } as never);
    publish(events, conversation as never);
    return { toTriggers, toBus, logged };
  }

  const eventOf = (publish: (events: DetailEvents, of: never) => void, fields?: object): JsonObject | undefined =>
    published(publish, fields).logged?.[0]?.event;

  test('go to the log, the triggers and the bus', () => {
    const { toTriggers, toBus, logged } = published((events, of) => events.userStart(of, agent));
    const event = { ...common, ...whose };
    const topic = 'v2.detail.events.conversation.{id}.user.start';
    expect(logged).toEqual([{ topic: 'v2.detail.events.conversation.c.user.start', event }]);
    expect(toTriggers).toEqual([{ topic, event, id: 'c' }]);
    expect(toBus).toEqual([{ topic, event, id: 'c' }]);
  });

  test('are made only where somebody listens', () => {
    const { toTriggers, logged } = published((events, of) => events.userStart(of, agent), {}, false);
    expect([toTriggers, logged]).toEqual([[], []]);
  });

  test.each([
    ['a trigger', true, false],
    ['the bus', false, true],
  ])('are made where %s listens', (_, trigger, bus) => {
    const delivered: string[] = [];
    const receiver = (listen: boolean) => ({
      listenTo: () => listen,
      deliver: (topic: string) => delivered.push(topic),
    });
    const events = new DetailEvents({
      clock: { now: () => 0 },
      log: { wants: () => false, add: () => undefined },
      triggers: receiver(trigger),
      bus: receiver(bus),
    } as never);
    events.acw({ id: 'c', mediaType: 'VOICE', to: '' } as never, agent);
    expect(delivered).toHaveLength(2);
  });

  test.each<
    [what: string, fields: Partial<Participant>, times: readonly [talking: number, held: number, ringing: number]]
  >([
    ['who talked', {}, [20_000, 0, 4_000]],
    ['who held', { heldMs: 5_000 }, [15_000, 5_000, 4_000]],
    ['who did not answer', { connectedAt: undefined as never }, [0, 0, 24_000]],
    ['who still talks', { endedAt: undefined as never }, [0, 0, 4_000]],
  ])('of an agent %s', (_, fields, [interactingDurationMs, heldDurationMs, alertingDurationMs]) => {
    const { connectedAt, endedAt, ...others } = { ...agent, ...fields };
    const who = {
      ...others,
      ...(connectedAt === undefined ? {} : { connectedAt }),
      ...(endedAt === undefined ? {} : { endedAt }),
    };
    expect(eventOf((events, of) => events.userEnd(of, who))).toEqual({
      ...common,
      ...whose,
      disconnectType: 'CLIENT',
      interactingDurationMs,
      heldDurationMs,
      alertingDurationMs,
      contactingDurationMs: 0,
      dialingDurationMs: 0,
      callbackDurationMs: 0,
    });
  });

  test('of an agent who has a callback: the time is that of the callback', () => {
    const callback = { callbackNumbers: ['+331'] };
    const of = { mediaType: 'CALLBACK', callback };
    expect(eventOf((events, conversation) => events.userEnd(conversation, agent), of)).toMatchObject({
      mediaType: 'CALLBACK',
      provider: 'PureCloud Callback',
      ani: 'tel:+331',
      callbackNumbers: ['+331'],
      interactingDurationMs: 0,
      alertingDurationMs: 4_000,
      callbackDurationMs: 20_000,
    });
    const missed = { ...agent };
    delete missed.connectedAt;
    expect(eventOf((events, conversation) => events.userEnd(conversation, missed), of)).toMatchObject({
      callbackDurationMs: 0,
      alertingDurationMs: 24_000,
    });
  });

  const call = { sessionId: 'k', startedAt: 20_000 };
  const ofCall = {
    ...common,
    ...whose,
    sessionId: 'k',
    direction: 'OUTBOUND',
    ani: 'tel:+332',
    dnis: 'tel:+331',
  };

  test('of the call to the customer of a callback', () => {
    const of = { mediaType: 'CALLBACK' };
    expect(eventOf((events, conversation) => events.callStart(conversation, agent, call), of)).toEqual(ofCall);
    const durations = { heldDurationMs: 0, alertingDurationMs: 0, contactingDurationMs: 0, callbackDurationMs: 0 };
    const end = (fields: object) =>
      eventOf((events, conversation) => events.callEnd(conversation, agent, { ...call, ...fields } as never), of);
    expect(end({ connectedAt: 25_000, endedAt: 32_000, disconnectType: 'PEER' })).toEqual({
      ...ofCall,
      ...durations,
      disconnectType: 'PEER',
      interactingDurationMs: 7_000,
      dialingDurationMs: 5_000,
    });
    expect(end({ endedAt: 32_000 })).toEqual({
      ...ofCall,
      ...durations,
      interactingDurationMs: 0,
      dialingDurationMs: 12_000,
    });
  });

  test('of a call from no number have none', () => {
    expect(eventOf((events, of) => events.userStart(of, agent), { to: '' })).not.toHaveProperty('dnis');
    expect(eventOf((events, of) => events.callStart(of, agent, call), { to: '' })).not.toHaveProperty('ani');
  });

  test.each([
    ['MESSAGE', 'SMS', { provider: 'PureCloud Messaging', messageType: 'SMS' }],
    ['EMAIL', undefined, { provider: 'PureCloud Email' }],
  ])('of the medium %s have addresses', (mediaType, messageType, expected) => {
    const event = eventOf((events, of) => events.userStart(of, agent), { mediaType, messageType });
    expect(event).toMatchObject({ addressFrom: 'tel:+331', addressTo: 'tel:+332', ...expected });
    for (const field of ['ani', 'dnis', ...(messageType === undefined ? ['messageType'] : [])])
      expect(event).not.toHaveProperty(field);
  });

  test('of a customer', () => {
    const start = eventOf((events, of) => events.customerStart(of), { divisionId: 'home' });
    expect(start).toEqual({ ...common, participantId: 'p1', sessionId: 's1', divisionId: 'home' });
    expect(eventOf((events, of) => events.customerEnd(of))).toMatchObject({ interactingDurationMs: 40_000 });
  });

  const request = { queueId: 'support', queueName: 'Support', priority: 3 };
  const queue: Participant = { ...agent, purpose: 'acd', disconnectType: 'TRANSFER' };

  test('of a call that comes into a queue', () => {
    expect(eventOf((events, of) => events.acdStart(of, queue, { ...request, skillIds: ['x'] }))).toEqual({
      ...common,
      queueId: 'support',
      divisionId: 'home',
      routingPriority: 3,
      requestedRoutingSkillIds: ['x'],
      skillExpressionApplied: false,
    });
    expect(eventOf((events, of) => events.acdStart(of, queue, request))).toMatchObject({
      requestedRoutingSkillIds: [],
    });
  });

  test.each<[what: string, wants: object, answered: boolean, shown: object]>([
    ['nobody has answered', {}, false, { requestedRoutings: ['STANDARD'], requestedRoutingUserIds: [] }],
    [
      'an agent has answered',
      {},
      true,
      { answeredUserId: 'ada', usedRouting: 'STANDARD', requestedRoutings: ['STANDARD'] },
    ],
    [
      'a preferred agent has answered',
      { preferredAgents: [{ userId: 'ada', score: 1 }] },
      true,
      { usedRouting: 'PREFERRED', requestedRoutings: ['PREFERRED'], requestedRoutingUserIds: ['ada'] },
    ],
    [
      'another agent than the preferred one has answered',
      { preferredAgents: [{ userId: 'ben', score: 1 }] },
      true,
      { usedRouting: 'STANDARD', requestedRoutings: ['PREFERRED'], requestedRoutingUserIds: ['ben'] },
    ],
    [
      'the only agent that it was for has answered',
      { directAgentId: 'ada' },
      true,
      { usedRouting: 'OTHER', requestedRoutingUserIds: ['ada'] },
    ],
  ])('of a call that leaves a queue: %s', (_, wants, answered, shown) => {
    const end = { outcome: 'ANSWERED' as const, request: { ...request, ...wants }, ...(answered ? { agent } : {}) };
    const event = eventOf((events, of) => events.acdEnd(of, queue, end));
    expect(event).toMatchObject({
      acdOutcome: 'ANSWERED',
      disconnectType: 'TRANSFER',
      queueId: 'support',
      routingPriority: 3,
      requestedRoutingSkillIds: [],
      connectedDurationMs: 24_000,
      ...shown,
    });
    if (!answered)
      for (const field of ['answeredUserId', 'usedRouting', 'requestedLanguageId'])
        expect(event).not.toHaveProperty(field);
  });

  test('of voicemail', () => {
    const start = published((events, of) => events.voicemailStart(of, agent));
    expect(start.logged).toEqual([
      { topic: 'v2.detail.events.conversation.c.voicemail.start', event: { ...common, ...whose } },
    ]);
    expect(eventOf((events, of) => events.voicemailEnd(of, agent, 7_000))).toEqual({
      ...common,
      ...whose,
      disconnectType: 'CLIENT',
      voicemailDurationMs: 7_000,
    });
  });

  test('of attributes, with the session of their participant', () => {
    expect(eventOf((events, of) => events.attributes(of, 'p2', { a: '1' }))).toEqual({
      eventTime: 60_000,
      conversationId: 'c',
      participantId: 'p2',
      attributes: { a: '1' },
      communications: [{ id: 's2', mediaType: 'VOICE' }],
    });
    expect(eventOf((events, of) => events.attributes(of, 'gone', {}))).not.toHaveProperty('communications');
  });

  test('of a wrap-up: that of a user names them', () => {
    const who = { ...agent, wrapup: { code: 'done', notes: 'fine', milliseconds: 5_000 } };
    const fields = { queueId: 'support', wrapupCode: 'done', wrapupNotes: 'fine', wrapupDurationMs: 5_000 };
    expect(eventOf((events, of) => events.acw(of, who))).toEqual({ ...common, userId: 'ada', ...fields });
    expect(eventOf((events, of) => events.wrapup(of, who))).toEqual({ ...common, ...fields });
  });
});
