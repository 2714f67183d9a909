import { CannotSteer } from '../../../../src/emulator/runtime/conversation/cannot-steer';
import { omit } from '../../../../src/emulator/state/json';
import { call, callFlowOf, CALLER, callTo, inQueueFlowOf, LINE, pass, topicsOf } from '../private/calls';
import { livingOrg, MONDAY_NOON } from '../private/living-org';

const say = (text: string): string => `- playAudio: { name: Say, audio: { tts: ${text} } }`;
const to = (flow: string): string => `- transferToFlow: { name: Go, targetFlow: { name: ${flow} } }`;
const toSupport = '- transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } }';

/** What the log says of the call and its flows, in order. */
const storyOf = (org: ReturnType<typeof livingOrg>): readonly string[] =>
  org.runtime.log.events.flatMap((event) => {
    switch (event.type) {
      case 'call.offered':
        return [`offered ${event.from} ${event.to}`];
      case 'flow.started':
        return [`${event.kind} ${event.flow ?? ''} ${event.version}`];
      case 'flow.ended':
        return [`${event.flow ?? ''} ended: ${event.reason}, ${event.actions} actions`];
      case 'call.ended':
        return [`ended by ${event.by}: ${event.reason}`];
      default:
        return [];
    }
  });

test('a call has a customer and a flow, until the flow ends', () => {
  const org = livingOrg();
  const placed = callTo(org, { actions: [say('Hello')] });
  org.clock.runNow();
  expect(storyOf(org)).toEqual([
    `offered tel:${CALLER} tel:${LINE}`,
    'inboundCall line 1.0',
    'line ended: disconnect, 2 actions',
    'ended by flow: PEER',
  ]);
  expect(topicsOf(org)).toEqual(['customer.start', 'flow.start', 'flow.end', 'customer.end']);
  const home = org.org.all('division')[0]?.id;
  const over = org.clock.now();
  expect(placed.conversation).toMatchObject({ direction: 'INBOUND', divisionId: home, endedAt: over, sipHeaders: {} });
  expect(placed.conversation.participants).toMatchObject([
    {
      purpose: 'customer',
      address: `tel:${CALLER}`,
      divisionId: home,
      connectedAt: MONDAY_NOON,
      endedAt: over,
      disconnectType: 'PEER',
    },
    {
      purpose: 'ivr',
      name: 'line',
      divisionId: home,
      connectedAt: MONDAY_NOON,
      endedAt: over,
      disconnectType: 'CLIENT',
      flows: [
        {
          name: 'line',
          version: '1.0',
          startedAt: MONDAY_NOON,
          endedAt: over,
          exitReason: 'FLOW_DISCONNECT',
          startingLanguage: 'en-us',
          endingLanguage: 'en-us',
        },
      ],
    },
  ]);
  expect(placed.conversation.participants[0]).not.toHaveProperty('name');
  expect(placed.ended).toBe(true);
  expect(org.runtime.calls.legOf(placed.conversation.id)).toBeUndefined();
  // It ends once.
  placed.hangUp();
  expect(org.events('call.ended')).toHaveLength(1);
});

test('what comes with a call is known of it', () => {
  const org = livingOrg();
  org.number(LINE, org.publish(callFlowOf({ actions: [say('Hello')] })));
  const placed = org.runtime.calls.place({
    from: CALLER,
    to: `tel:${LINE}`,
    name: 'Grace',
    uuiData: 'x',
    sipHeaders: { 'X-Id': '7' },
  });
  expect(placed?.conversation).toMatchObject({ uuiData: 'x', sipHeaders: { 'X-Id': '7' } });
  expect(placed?.conversation.customer).toMatchObject({ name: 'Grace' });
});

describe('the division of a call', () => {
  test.each([
    ['is that of its call route', true],
    ['is the home division where its call route has none', false],
  ])('%s', (_, ofRoute) => {
    const org = livingOrg();
    const home = org.org.all('division')[0]?.id;
    const other = org.put('division', { name: 'Other', homeDivision: false });
    const route = org.number(LINE, org.publish(callFlowOf({ actions: [] })));
    org.org.put('ivr', { ...omit(route, ['division']), ...(ofRoute ? { division: { id: other.id } } : {}) } as never);
    const { conversation } = call(org);
    const divisionId = ofRoute ? other.id : home;
    expect(conversation).toMatchObject({ divisionId, customer: { divisionId } });
  });
});

test('a number that no call route has refuses the call', () => {
  const org = livingOrg();
  expect(org.runtime.calls.place({ from: CALLER, to: LINE })).toBeUndefined();
  expect(org.events('call.refused')).toMatchObject([{ to: LINE, reason: 'no call route has this number' }]);
});

test('who hangs up stops the flow where it is', () => {
  const org = livingOrg();
  const placed = callTo(org, { actions: [say('Hello'), '- flushAudio: { name: Now }', say('Never')] });
  pass(org, 0.1);
  placed.hangUp();
  org.clock.runNow();
  expect(storyOf(org).slice(-2)).toEqual(['line ended: hangUp, 2 actions', 'ended by caller: ENDPOINT']);
  expect(org.events('audio.ended')).toMatchObject([{ text: 'Hello', heard: 100, cutOffBy: 'hangUp' }]);
  expect(placed.conversation.participants[1]).toMatchObject({ disconnectType: 'PEER' });
});

test('a flow that breaks ends the call by an error', () => {
  const org = livingOrg();
  const placed = callTo(org, { actions: ['- decision: { name: Break, condition: { exp: ToInt("x") == 1 } }'] });
  org.clock.runNow();
  expect(storyOf(org).slice(-2)).toEqual(['line ended: error, 1 actions', 'ended by system: ERROR']);
  expect(placed.conversation.participants).toMatchObject([{ disconnectType: 'ERROR' }, { disconnectType: 'ERROR' }]);
});

test('a flow hands the call to another flow, which is a participant of its own', () => {
  const org = livingOrg();
  org.publish(callFlowOf({ name: 'Other', actions: [say('Other')] }));
  const placed = callTo(org, { actions: [to('Other')] });
  org.clock.runNow();
  expect(storyOf(org).slice(1)).toEqual([
    'inboundCall line 1.0',
    'line ended: transfer, 1 actions',
    'inboundCall Other 1.0',
    'Other ended: disconnect, 2 actions',
    'ended by flow: PEER',
  ]);
  expect(placed.conversation.participants.slice(1)).toMatchObject([
    { name: 'line', disconnectType: 'TRANSFER', flows: [{ exitReason: 'TRANSFER', transferType: 'FLOW' }] },
    { name: 'Other', disconnectType: 'CLIENT', flows: [{ exitReason: 'FLOW_DISCONNECT' }] },
  ]);
  expect(placed.conversation.participants[2]?.flows?.[0]).not.toHaveProperty('transferType');
});

test('flows that hand a call to each other without a pause are a hundred at most', () => {
  const org = livingOrg();
  org.publish(callFlowOf({ name: 'Ping', actions: [] }));
  org.publish(callFlowOf({ name: 'Pong', actions: [to('Ping')] }));
  const ping = org.publish(callFlowOf({ name: 'Ping', actions: [to('Pong')] }));
  org.number(LINE, ping);
  call(org);
  org.clock.runNow();
  expect(org.events('flow.started')).toHaveLength(100);
  expect(org.events('limit.reached')).toMatchObject([{ limit: 'call.flows.atOnce.max', value: 100, what: 'Ping' }]);
  expect(org.events('call.ended').at(-1)).toMatchObject({ by: 'system', reason: 'ERROR' });
});

test('those hundred are counted from the last pause on', () => {
  const org = livingOrg();
  const pause = '- playAudio: { name: Say, audio: { exp: ToAudioBlank(1000) } }';
  org.publish(callFlowOf({ name: 'Ping', actions: [] }));
  org.publish(callFlowOf({ name: 'Pong', actions: [to('Ping')] }));
  org.publish(callFlowOf({ name: 'Ping', actions: [to('Pong')] }));
  callTo(org, { actions: [pause, to('Ping')] });
  org.clock.runNow();
  expect(org.events('flow.started')).toHaveLength(1 + 100);
});

test('flows that take their time may hand a call to each other more often', () => {
  const org = livingOrg();
  const pause = '- playAudio: { name: Say, audio: { exp: ToAudioBlank(1000) } }';
  org.publish(callFlowOf({ name: 'Ping', actions: [] }));
  org.publish(callFlowOf({ name: 'Pong', actions: [pause, to('Ping')] }));
  const placed = callTo(org, callFlowOf({ name: 'Ping', actions: [to('Pong')] }));
  pass(org, 120);
  expect(org.events('flow.started').length).toBeGreaterThan(200);
  expect(org.events('limit.reached')).toEqual([]);
  placed.hangUp();
});

describe('the language of a call', () => {
  test('is that of its flow, and of the next flow', () => {
    const org = livingOrg();
    org.publish(callFlowOf({ name: 'Other', languages: ['de-de'], actions: [say('Hallo')] }));
    const placed = callTo(org, { languages: ['fr-fr', 'en-us'], actions: [to('Other')] });
    org.clock.runNow();
    expect(placed.conversation.participants.slice(1)).toMatchObject([
      { flows: [{ startingLanguage: 'fr-fr' }] },
      { flows: [{ startingLanguage: 'de-de' }] },
    ]);
  });

  test.each([
    ['that it supports', ['en-us', 'FR-fr'], 'fr-fr'],
    ['that it does not support: its own', ['en-us', 'de-de'], 'en-us'],
  ])('stays in an in-queue flow %s', (_, supported, language) => {
    const org = livingOrg();
    const inQueue = inQueueFlowOf('waiting', [
      '- holdMusic: { name: Music, playStyle: { duration: { lit: { seconds: 7 } } } }',
    ]).replace(
      /supportedLanguages: .*/,
      `supportedLanguages: { ${supported.map((tag) => `${tag}: { defaultLanguageSkill: { noValue: true } }`).join(', ')} }`,
    );
    org.put('queue', { name: 'Support', queueFlow: { id: org.publish(inQueue).id } });
    const placed = callTo(org, { languages: ['fr-fr'], actions: [toSupport] });
    pass(org, 1);
    expect(placed.leg.language).toBe(language);
    // The in-queue flow acts as the queue.
    expect(placed.conversation.participants.map(({ purpose }) => purpose)).toEqual(['customer', 'ivr', 'acd']);
    placed.hangUp();
  });
});

describe('a call from the org', () => {
  const outbound = (name = 'Remind'): string =>
    callFlowOf({ name, actions: [say('Hello')] })
      .replace('inboundCall:', 'outboundCall:')
      .replace(/\/inboundCall\//g, '/outboundCall/');

  test('is answered by an outbound call flow', () => {
    const org = livingOrg();
    org.publish(outbound());
    const placed = org.runtime.calls.dial({
      flow: 'Remind',
      to: CALLER,
      from: LINE,
      name: 'Grace',
      contact: { Name: 'Grace' },
      contactId: 'contact',
      campaign: 'Spring',
    });
    expect(placed.conversation).toMatchObject({
      direction: 'OUTBOUND',
      from: `tel:${LINE}`,
      to: `tel:${CALLER}`,
      contact: { id: 'contact', columns: { Name: 'Grace' }, campaign: 'Spring' },
    });
    expect(placed.conversation.customer).toMatchObject({ address: `tel:${CALLER}`, name: 'Grace' });
    org.clock.runNow();
    expect(org.heard()).toEqual(['Hello']);
  });

  test('is of the division of its flow', () => {
    const org = livingOrg();
    const other = org.put('division', { name: 'Other', homeDivision: false });
    org.org.put('flow', { ...org.publish(outbound()), division: { id: other.id } } as never);
    const { conversation } = org.runtime.calls.dial({ flow: 'Remind', to: CALLER, from: LINE });
    expect(conversation.divisionId).toBe(other.id);
  });

  test('needs no contact, and finds the flow among others of its name', () => {
    const org = livingOrg();
    org.publish(callFlowOf({ name: 'Remind', actions: [] }));
    const flow = org.publish(outbound());
    for (const name of ['Remind', flow.id]) {
      const placed = org.runtime.calls.dial({ flow: name, to: CALLER, from: LINE });
      expect(placed.conversation.contact).toBeUndefined();
      expect(org.events('flow.started').at(-1)).toMatchObject({ kind: 'outboundCall' });
      placed.hangUp();
    }
  });

  test('a contact without an id gets one', () => {
    const org = livingOrg();
    org.publish(outbound());
    const placed = org.runtime.calls.dial({ flow: 'Remind', to: CALLER, from: LINE, contact: {} });
    expect(placed.conversation.contact?.id).toMatch(/./);
  });

  test.each([
    ['Nothing', "there is no outbound call flow 'Nothing'"],
    ['Inbound', "there is no outbound call flow 'Inbound': it is of type INBOUNDCALL"],
    ['Draft', "the outbound call flow 'Draft' is not published"],
  ])('cannot have the flow %s', (flow, says) => {
    const org = livingOrg();
    org.publish(callFlowOf({ name: 'Inbound', actions: [] }));
    org.put('flow', { name: 'Draft', type: 'OUTBOUNDCALL', versions: 1, variables: [], bound: {}, active: false });
    expect(() => org.runtime.calls.dial({ flow, to: CALLER, from: LINE })).toThrow(new CannotSteer(says));
  });
});

describe('participant data that others see late', () => {
  const write = (value: string): string =>
    `- setParticipantData: { name: Write, attributes: [{ attribute: { name: { lit: status }, value: { lit: ${value} } } }] }`;
  const read =
    '- getParticipantData: { name: Read, attributes: [{ attribute: { name: { lit: status }, variable: Flow.status } }] }';
  const settings = { consistency: 'eventual' } as const;

  test('are known at once to the flow that wrote them, and late to the next one', () => {
    const org = livingOrg({ settings });
    org.publish(callFlowOf({ name: 'Other', variables: ['status'], actions: [read] }));
    callTo(org, { variables: ['status'], actions: [write('new'), read, to('Other')] });
    org.clock.runNow();
    expect(org.events('attributes.read').map(({ attributes }) => attributes)).toEqual([
      { status: 'new' },
      { status: null },
    ]);
  });

  test('are written again when the flow ends', () => {
    const org = livingOrg({ settings });
    callTo(org, { actions: [write('new')] });
    org.clock.runNow();
    expect(org.events('attributes.written').map(({ by }) => by)).toEqual(['line', 'line (at its end)']);
  });
});

test('of the calls that are over the org keeps the newest', () => {
  const org = livingOrg({ settings: { keepEnded: 1 } });
  const first = callTo(org, { actions: [say('Hello')] });
  org.clock.runNow();
  const second = call(org);
  org.clock.runNow();
  const keeps = ({ conversation }: typeof first): boolean => org.runtime.conversations.has(conversation.id);
  expect([keeps(first), keeps(second)]).toEqual([false, true]);
});

test('a callback that comes from a call begins when the call is over', () => {
  const org = livingOrg();
  const queue = org.put('queue', { name: 'Support' });
  const placed = callTo(org, { actions: [say('Hello'), '- flushAudio: { name: Now }'] });
  const { id } = org.runtime.callbacks.create({ queueId: queue.id, numbers: [CALLER], after: placed.leg }, {});
  pass(org, 0.1);
  expect(org.org.get('callback', id)).toMatchObject({ state: 'scheduled' });
  placed.hangUp();
  pass(org, 0.1);
  expect(org.org.get('callback', id)).toMatchObject({ state: 'waiting' });
});

describe('a post-flow', () => {
  const ask = (data = '{ noValue: true }'): string =>
    `- setPostFlow: { name: Ask, actionType: { lit: inboundCallFlow }, target: { lit: caller }, invocationData: ${data}, targetFlow: { name: Survey } }`;

  interface Surveyed {
    readonly unpublished?: boolean;
    readonly data?: string;
    /** The action of the post-flow. */
    readonly question?: string;
  }

  /** A call that an agent answers at once and ends after five seconds. */
  function surveyed({ unpublished = false, data, question = say('Happy?') }: Surveyed = {}) {
    const org = livingOrg({ settings: { agents: { answersAfter: 0, talksFor: 5_000, wrapsUpIn: 0 } } });
    org.put('queue', { name: 'Support' });
    const survey = org.publish(callFlowOf({ name: 'Survey', actions: [question] }));
    const placed = callTo(org, { actions: [ask(data), toSupport] });
    if (unpublished) org.org.put('flow', { ...survey, active: false });
    return { org, placed };
  }

  test('has the caller when the agent has hung up, once', () => {
    const { org, placed } = surveyed();
    org.clock.runNow();
    expect(storyOf(org).slice(1)).toEqual([
      'inboundCall line 1.0',
      expect.stringMatching(/^line ended: transfer/),
      'inboundCall Survey 1.0',
      'Survey ended: disconnect, 2 actions',
      'ended by flow: PEER',
    ]);
    expect(org.events('postFlow.started')).toMatchObject([{ flow: 'Survey' }]);
    expect(org.heard()).toContain('Happy?');
    expect(org.events('agent.left')).toHaveLength(1);
    expect(placed.ended).toBe(true);
  });

  test('that is not published any more does not begin', () => {
    const { org } = surveyed({ unpublished: true });
    org.clock.runNow();
    expect(org.events('postFlow.started')).toEqual([]);
    expect(org.events('call.ended')).toMatchObject([{ by: 'agent', reason: 'PEER' }]);
  });

  test('gets what the flow has for it, and the keys of the caller', () => {
    const { org, placed } = surveyed({
      data: `{ exp: 'JsonParse("7")' }`,
      question:
        '- collectInput: { name: Ask, inputData: { noValue: true }, digits: { exact: 1 }, inputAudio: { exp: ToAudioTTS(ToString(Flow.InvocationData)) }, verificationType: none }',
    });
    pass(org, 7);
    placed.press('5');
    org.clock.runNow();
    expect(org.heard()).toContain('7');
    expect(org.events('input.taken')).toMatchObject([{ digits: '5', complete: true }]);
  });

  test('does not get the keys that the caller pressed before it', () => {
    const org = livingOrg({ settings: { callees: { '+4930123456': { answersAfter: 0, talksFor: 5_000 } } } });
    const question =
      '- collectInput: { name: Ask, inputData: { noValue: true }, digits: { exact: 1 }, inputAudio: { tts: Happy? }, verificationType: none }';
    org.publish(callFlowOf({ name: 'Survey', actions: [question] }));
    const out = '- transferToNumber: { name: Out, targetNumber: { lit: "+4930123456" } }';
    const placed = callTo(org, { actions: [ask(), out] });
    pass(org, 2);
    placed.press('4');
    pass(org, 6);
    placed.press('5');
    org.clock.runNow();
    expect(org.events('input.taken')).toMatchObject([{ digits: '5' }]);
  });

  test('does not begin where the caller hangs up', () => {
    const { org, placed } = surveyed();
    pass(org, 3);
    placed.hangUp();
    org.clock.runNow();
    expect(org.events('postFlow.started')).toEqual([]);
    expect(org.events('call.ended')).toMatchObject([{ by: 'caller' }]);
  });

  test('begins while the caller hears the music of an agent who holds the call, which ends then', () => {
    const { org, placed } = surveyed();
    pass(org, 1);
    org.runtime.acd.talks.hold(placed.conversation.id);
    pass(org, 1);
    org.runtime.acd.talks.hangUp(placed.conversation.id);
    org.clock.runNow();
    expect(org.events('postFlow.started')).toHaveLength(1);
    expect(org.heard().at(-1)).toBe('Happy?');
  });
});
