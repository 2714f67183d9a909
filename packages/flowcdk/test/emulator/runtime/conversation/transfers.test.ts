import type { CalleeBehaviour } from '../../../../src/emulator/runtime/settings';
import { livingOrg } from '../private/living-org';
import { call, callFlowOf, callTo, eventOn, inQueueFlowOf, LINE, pass, topicsOf } from '../private/calls';

const failed =
  'failureOutputs: { errorType: { var: Flow.type }, errorMessage: { var: Flow.message } }, preTransferAudio: { tts: Moment }, failureTransferAudio: { tts: Sorry }, ' +
  'outputs: { failure: { actions: [{ playAudio: { name: Why, audio: { exp: \'ToAudioTTS(Append(Flow.type, ": ", Flow.message))\' } } }] } }';

const variables = ['type', 'message', 'queue', 'number'];
const NIGHT = '+4930123456';

const orgWith = (callees: Readonly<Record<string, CalleeBehaviour>> = {}) => {
  const org = livingOrg({ settings: { callees } });
  org.put('queue', { name: 'Support' });
  const user = org.put('user', { name: 'Ada', email: 'ada@local.example' });
  const other = org.put('user', { name: 'Ben', email: 'ben@local.example' });
  org.put('group', { name: 'Night shift', memberIds: [user.id, other.id] });
  org.put('group', { name: 'Nobody', memberIds: [] });
  return org;
};

/** Calls a flow with one transfer, and lets everything happen. */
function transferring(org: ReturnType<typeof orgWith>, action: string) {
  const placed = callTo(org, { variables, actions: [action] });
  org.clock.runNow();
  return placed;
}

describe('a transfer that works ends the flow', () => {
  test.each([
    ['number', `- transferToNumber: { name: Go, targetNumber: { lit: "${NIGHT}" }, ${failed} }`, 'NUMBER', 'external'],
    [
      'user',
      `- transferToUser: { name: Go, targetUser: { exp: 'FindUser("ada@local.example")' }, ${failed} }`,
      'USER',
      'user',
    ],
    [
      'group',
      `- transferToGroup: { name: Go, targetGroup: { exp: 'ToGroup("Night shift")' }, ${failed} }`,
      'GROUP',
      'user',
    ],
  ])('to a %s', (_, action, transferType, purpose) => {
    const org = orgWith({
      [NIGHT]: { answersAfter: 3_000, talksFor: 30_000 },
      Ada: { answersAfter: 2_000, talksFor: 30_000 },
      Ben: {},
    });
    const placed = transferring(org, action);
    expect(org.heard()).toEqual(['Moment', '(ringing)']);
    expect(eventOn(org, 'flow.end')).toMatchObject({
      exitReason: 'TRANSFER',
      transferType,
      disconnectType: 'TRANSFER',
    });
    const party = placed.conversation.participants.find(
      (one) => one.purpose === purpose && one.connectedAt !== undefined,
    );
    expect(party).toMatchObject({ connectedAt: expect.any(Number), endedAt: placed.conversation.endedAt });
    expect(org.events('call.ended')).toMatchObject([{ by: 'callee', reason: 'PEER' }]);
  });

  test('the caller may end it, too', () => {
    const org = orgWith();
    const placed = callTo(org, { actions: [`- transferToNumber: { name: Go, targetNumber: { lit: "${NIGHT}" } }`] });
    org.clock.runNow(() => org.events('transfer.answered').length > 0);
    pass(org, 10);
    placed.hangUp();
    expect(placed.conversation.participants.map((one) => [one.purpose, one.disconnectType])).toEqual([
      ['customer', 'ENDPOINT'],
      ['ivr', 'TRANSFER'],
      ['external', 'PEER'],
    ]);
  });

  test('who hangs up while it rings ends the ringing, too', () => {
    const org = orgWith({ Ada: { answersAfter: 30_000 } });
    const placed = callTo(org, {
      actions: [`- transferToUser: { name: Go, targetUser: { exp: 'FindUser("ada@local.example")' } }`],
    });
    pass(org, 10);
    placed.hangUp();
    org.clock.runNow();
    expect(org.events('transfer.answered')).toEqual([]);
    expect(org.events('audio.ended')).toMatchObject([{ text: '(ringing)', heard: 10_000, cutOffBy: 'hangUp' }]);
    expect(eventOn(org, 'user.end')).toMatchObject({ disconnectType: 'PEER', alertingDurationMs: 10_000 });
    expect(eventOn(org, 'flow.end')).toMatchObject({ exitReason: 'DISCONNECT' });
  });

  test('users have sessions that events tell of: alerted, and how long they talked', () => {
    const org = orgWith({ Ada: { answersAfter: 4_000, talksFor: 20_000 } });
    transferring(org, `- transferToUser: { name: Go, targetUser: { exp: 'FindUser("ada@local.example")' } }`);
    expect(eventOn(org, 'user.end')).toMatchObject({
      alertingDurationMs: 4_000,
      interactingDurationMs: 20_000,
      disconnectType: 'CLIENT',
    });
    expect(topicsOf(org)).toEqual([
      'customer.start',
      'flow.start',
      'user.start',
      'flow.end',
      'user.end',
      'customer.end',
    ]);
  });

  test('in a group everybody is rung; who answers first has the call', () => {
    const org = orgWith({ Ada: { answersAfter: 6_000 }, Ben: { answersAfter: 2_000, talksFor: 1_000 } });
    const placed = transferring(org, `- transferToGroup: { name: Go, targetGroup: { exp: 'ToGroup("Night shift")' } }`);
    expect(org.events('transfer.started')).toMatchObject([{ to: 'Ben' }]);
    expect(placed.conversation.participants.filter(({ purpose }) => purpose === 'user')).toMatchObject([
      { name: 'Ada', disconnectType: 'PEER' },
      { name: 'Ben', disconnectType: 'CLIENT' },
    ]);
  });
});

describe('a transfer that fails says why, and the flow goes on', () => {
  const number = (more = '', target = `{ lit: "${NIGHT}" }`): string =>
    `- transferToNumber: { name: Go, targetNumber: ${target}, ${more} ${failed} }`;

  test.each<[what: string, action: string, callee: CalleeBehaviour, why: string, seconds: number]>([
    ['busy', number(), { busy: true }, 'busy: the line is busy', 0],
    [
      'nobody answers in the time of the action',
      number('connectTimeout: { lit: { seconds: 12 } },'),
      {},
      'no.answer: nobody answered in time',
      12,
    ],
    ['nobody answers in a minute', number(), {}, 'no.answer: nobody answered in time', 60],
    ['no number', number('', '{ exp: Flow.number }'), {}, 'target.not.set: the number is NOT_SET', 0],
    [
      'what is no number',
      number('', '{ exp: \'"Santa"\' }'),
      {},
      "invalid.number: 'Santa' is no number that can be called",
      0,
    ],
    [
      'an empty group',
      `- transferToGroup: { name: Go, targetGroup: { exp: 'ToGroup("Nobody")' }, ${failed} }`,
      {},
      "no.answer: nobody is in the group 'Nobody'",
      0,
    ],
    [
      'no queue',
      `- transferToAcd: { name: Go, targetQueue: { exp: 'ToQueue(Flow.queue)' }, ${failed} }`,
      {},
      'target.not.set: the queue is NOT_SET',
      0,
    ],
  ])('%s', (_, action, callee, why, seconds) => {
    const org = orgWith({ [NIGHT]: callee });
    const placed = transferring(org, action);
    expect(org.heard().filter((text) => text !== '(ringing)')).toEqual(['Moment', 'Sorry', why]);
    const rung = org.events('audio.ended').find(({ text }) => text === '(ringing)')?.heard ?? 0;
    expect(rung).toBe(seconds * 1000);
    expect(org.events('flow.ended')).toMatchObject([{ reason: 'disconnect' }]);
    expect(placed.ended).toBe(true);
  });

  test('the time somebody is rung may be said by the flow', () => {
    const org = orgWith({ [NIGHT]: {} });
    callTo(org, {
      variables,
      settings: ['settingsActionDefaults: { transferToNumber: { connectTimeout: { lit: { seconds: 9 } } } }'],
      actions: [number()],
    });
    org.clock.runNow();
    expect(org.events('audio.ended').find(({ text }) => text === '(ringing)')).toMatchObject({ heard: 9_000 });
  });

  test('the queue was deleted since the flow was published', () => {
    const org = orgWith();
    const queue = org.org.all('queue')[0];
    org.number(
      LINE,
      org.publish(
        callFlowOf({
          variables,
          actions: [`- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, ${failed} }`],
        }),
      ),
    );
    org.org.remove('queue', queue?.id ?? '');
    call(org);
    org.clock.runNow();
    expect(org.heard()).toEqual([
      'Moment',
      'Sorry',
      "target.not.found: the organisation has no queue named 'Support' any more",
    ]);
    expect(org.events('transfer.failed')).toHaveLength(1);
  });

  test('a user who talks to somebody else is busy', () => {
    const org = orgWith();
    org.runtime.acd.agents.set(org.org.all('user')[0]?.id ?? '', 'INTERACTING');
    transferring(
      org,
      `- transferToUser: { name: Go, targetUser: { exp: 'FindUser("ada@local.example")' }, ${failed} }`,
    );
    expect(org.heard().at(-1)).toBe('busy: the line is busy');
  });
});

describe('to another flow', () => {
  const second = callFlowOf({ name: 'second', actions: ['- playAudio: { name: Say, audio: { tts: Second } }'] });
  const go = `- transferToFlow: { name: Go, targetFlow: { name: second }, ${failed} }`;

  test('it goes on with the call, as a part of the conversation of its own', () => {
    const org = orgWith();
    org.publish(second);
    const placed = transferring(org, go);
    expect(org.heard()).toEqual(['Moment', 'Second']);
    expect(placed.conversation.participants.map(({ purpose, name }) => [purpose, name])).toEqual([
      ['customer', undefined],
      ['ivr', 'line'],
      ['ivr', 'second'],
    ]);
    expect(topicsOf(org)).toEqual([
      'customer.start',
      'flow.start',
      'flow.end',
      'flow.start',
      'flow.end',
      'customer.end',
    ]);
    expect(org.events('event.published')[2]?.event).toMatchObject({ transferType: 'FLOW' });
  });

  test('flows that hand the call to each other and let nothing be heard end it', () => {
    const org = orgWith();
    org.publish(callFlowOf({}));
    const placed = callTo(org, { actions: ['- transferToFlow: { name: Again, targetFlow: { name: line } }'] });
    org.clock.runNow();
    expect(org.events('flow.started')).toHaveLength(100);
    expect(org.events('limit.reached')).toMatchObject([{ limit: 'call.flows.atOnce.max', value: 100, what: 'line' }]);
    expect(org.events('call.ended')).toMatchObject([{ by: 'system', reason: 'ERROR' }]);
    expect(placed.conversation.participants.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
  });

  test('an in-queue flow that sends the call back to its queue at once ends it, too', () => {
    const org = orgWith();
    const toSupport = '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }';
    const [support] = org.org.all('queue');
    const queueFlow = { id: org.publish(inQueueFlowOf('waiting', [toSupport])).id };
    if (support) org.org.put('queue', { ...support, queueFlow });
    callTo(org, { actions: [toSupport] });
    org.clock.runNow();
    expect(org.events('flow.started')).toHaveLength(100);
    expect(org.events('queue.left')).toHaveLength(org.events('queue.entered').length);
    expect(org.events('call.ended')).toMatchObject([{ by: 'system', reason: 'ERROR' }]);
  });

  test('a flow that was taken out of use fails the transfer', () => {
    const org = orgWith();
    const flow = org.publish(second);
    org.number(LINE, org.publish(callFlowOf({ variables, actions: [go] })));
    org.org.put('flow', { ...flow, active: false });
    call(org);
    org.clock.runNow();
    expect(org.heard().at(-1)).toBe("target.not.found: there is no published flow 'second' any more");
  });

  test('a secure flow reads what it is handed', () => {
    const org = orgWith();
    org.publish(
      callFlowOf({
        kind: 'secureCall',
        name: 'pay',
        actions: ["- playAudio: { name: Say, audio: { exp: 'ToAudioTTS(ToString(Flow.InvocationData.amount))' } }"],
      }),
    );
    transferring(
      org,
      `- transferToFlowSecure: { name: Pay, targetFlow: { name: pay }, invocationData: { lit: '{"amount": 12}' } }`,
    );
    expect(org.heard()).toEqual(['12']);
    expect(org.events('event.published')[2]?.event).toMatchObject({ transferType: 'SECURE_FLOW' });
  });
});

describe('to voicemail', () => {
  const mail = (destination: string): string =>
    `- transferToVoicemail: { name: Leave, destination: { ${destination} } }`;
  const toQueue =
    'queue: { targetQueue: { lit: { name: Support } }, callbackNumber: { noValue: true }, voicemailGreeting: { tts: After the tone } }';

  test('the caller hears the greeting and speaks until they hang up; a queue gets a callback', () => {
    const org = orgWith();
    const placed = callTo(org, { actions: [mail(toQueue)] });
    org.clock.runNow(() => org.heard().includes('After the tone'));
    pass(org, 20);
    placed.hangUp();
    expect(eventOn(org, 'flow.end')).toMatchObject({ transferType: 'ACD_VOICEMAIL' });
    expect(eventOn(org, 'voicemail.start')).toMatchObject({ mediaType: 'VOICE', queueId: expect.any(String) });
    expect(eventOn(org, 'voicemail.end')).toMatchObject({ disconnectType: 'PEER', voicemailDurationMs: 20_000 });
    expect(org.runtime.acd.callbacks).toMatchObject([{ number: 'tel:+33142685300' }]);
    expect(topicsOf(org).slice(-2)).toEqual(['voicemail.end', 'customer.end']);
  });

  test('a message is no longer than three minutes', () => {
    const org = orgWith();
    transferring(org, mail('user: { targetUser: { exp: \'FindUser("ada@local.example")\' } }'));
    expect(eventOn(org, 'voicemail.end')).toMatchObject({ voicemailDurationMs: 180_000, disconnectType: 'SYSTEM' });
    expect(eventOn(org, 'flow.end')).toMatchObject({ transferType: 'USER_VOICEMAIL' });
  });

  test('who hangs up during the greeting leaves nothing', () => {
    const org = orgWith();
    const placed = callTo(org, { actions: [mail(toQueue)] });
    pass(org, 0.1);
    placed.hangUp();
    expect(org.events('voicemail.left')).toEqual([]);
    expect(org.runtime.acd.callbacks).toEqual([]);
  });

  test.each([
    ['transferToUser', 'targetUser: { exp: \'FindUser("ada@local.example")\' }', 'USER_VOICEMAIL'],
    ['transferToGroup', 'targetGroup: { exp: \'ToGroup("Nobody")\' }', 'GROUP_VOICEMAIL'],
  ])('%s goes to voicemail where nobody answers, if it may', (kind, target, transferType) => {
    const org = orgWith({ Ada: {} });
    transferring(org, `- ${kind}: { name: Go, ${target}, allowVoicemailRollover: { lit: true } }`);
    expect(eventOn(org, 'flow.end')).toMatchObject({ transferType });
  });
});

describe('to a queue', () => {
  test('what the action wants of agents stands in the events', () => {
    const org = orgWith();
    const skill = org.put('skill', { name: 'Billing' });
    const language = org.put('language', { name: 'French' });
    transferring(
      org,
      '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, priority: { lit: 7 }, acdSkills: [{ acdSkill: { lit: { name: Billing } } }], languageSkill: { lit: { name: French } } }',
    );
    expect(eventOn(org, 'acd.start')).toMatchObject({
      routingPriority: 7,
      requestedRoutingSkillIds: [skill.id],
      skillExpressionApplied: false,
    });
    org.runtime.calls.end(
      org.runtime.calls.legOf(String(eventOn(org, 'acd.start')['conversationId'])) as never,
      'caller',
    );
    expect(eventOn(org, 'acd.end')).toMatchObject({ acdOutcome: 'ABANDON', requestedLanguageId: language.id });
  });

  test('the in-queue flow of the action comes before that of the queue', () => {
    const org = orgWith();
    const music = (seconds: number): string =>
      `- holdMusic: { name: Music, prompt: { exp: Flow.HoldPrompt }, playStyle: { duration: { lit: { seconds: ${seconds} } } } }`;
    const own = org.publish(inQueueFlowOf('own', [music(10)]));
    org.publish(inQueueFlowOf('special', [music(20)]));
    const [queue] = org.org.all('queue');
    if (queue) org.org.put('queue', { ...queue, queueFlow: { id: own.id } });
    callTo(org, {
      actions: [
        '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, overrideInQueueFlow: { name: special } }',
      ],
    });
    pass(org, 1);
    expect(org.events('flow.started').map(({ flow }) => flow)).toEqual(['line', 'special']);
  });
});
