import { CannotSteer } from '../../../../src/emulator/runtime/conversation/cannot-steer';
import type { AgentBehaviour, RuntimeSettings } from '../../../../src/emulator/runtime/settings';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { livingOrg } from '../private/living-org';
import { call, callFlowOf, callTo, eventOn, inQueueFlowOf, LINE, pass, topicsOf } from '../private/calls';

const OTHER_LINE = '+33199000002';
const toSupport = '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }';

/** An org with a queue and agents who are members of it. */
function contactCentre(
  names: readonly string[],
  queue: JsonObject = {},
  agents?: AgentBehaviour,
  settings: Partial<RuntimeSettings> = {},
) {
  const org = livingOrg({ settings: { ...settings, ...(agents ? { agents } : {}) } });
  const users = names.map((name) => org.put('user', { name }));
  const support = org.put('queue', {
    name: 'Support',
    members: users.map(({ id }) => ({ id, ringNumber: 1 })),
    ...queue,
  });
  org.number(LINE, org.publish(callFlowOf({ actions: [toSupport] })));
  const id = (name: string): string => users.find((user) => user.name === name)?.id ?? '';
  return { ...org, support, id, acd: org.runtime.acd };
}

const silent: AgentBehaviour = { answersAfter: 20_000, talksFor: 60_000, wrapsUpIn: 5_000 };
const behaviour: AgentBehaviour = { ...silent, wrapUp: 'Resolved' };

describe('steered step by step', () => {
  test('an agent on queue is alerted, answers, talks, hangs up and wraps up', () => {
    const org = contactCentre(['Ada']);
    const code = org.put('wrapupCode', { name: 'Resolved' });
    const { conversation } = call(org);
    pass(org, 10);
    expect(org.events('agent.alerted')).toEqual([]);
    org.acd.agents.goOnQueue(org.id('Ada'));
    pass(org, 3);
    org.acd.answer(conversation.id);
    pass(org, 60);
    org.acd.talks.hangUp(conversation.id);
    expect(org.acd.agents.state(org.id('Ada'))).toBe('AFTER_CALL_WORK');
    pass(org, 8);
    org.acd.talks.wrapUp(conversation.id, 'Resolved', 'all fine');

    expect(topicsOf(org)).toEqual([
      'customer.start',
      'flow.start',
      'acd.start',
      'flow.end',
      'user.start',
      'acd.end',
      'user.end',
      'customer.end',
      'acw',
    ]);
    const agent = { userId: org.id('Ada'), queueId: org.support.id };
    expect(eventOn(org, 'user.end')).toMatchObject({
      ...agent,
      alertingDurationMs: 3_000,
      interactingDurationMs: 60_000,
      heldDurationMs: 0,
      disconnectType: 'CLIENT',
    });
    expect(eventOn(org, 'acd.end')).toMatchObject({
      acdOutcome: 'ANSWERED',
      answeredUserId: org.id('Ada'),
      usedRouting: 'STANDARD',
      connectedDurationMs: 13_000,
    });
    expect(eventOn(org, 'customer.end')).toMatchObject({ disconnectType: 'PEER', interactingDurationMs: 73_000 });
    expect(eventOn(org, 'acw')).toMatchObject({
      ...agent,
      wrapupCode: code.id,
      wrapupNotes: 'all fine',
      wrapupDurationMs: 8_000,
    });
    expect(org.acd.agents.state(org.id('Ada'))).toBe('IDLE');
  });

  test('who has been idle longest is alerted', () => {
    const org = contactCentre(['Ada', 'Ben', 'Cid']);
    for (const name of ['Cid', 'Ada', 'Ben']) {
      org.acd.agents.goOnQueue(org.id(name));
      pass(org, 5);
    }
    const conversations = [call(org), call(org), call(org)].map(({ conversation }) => conversation.id);
    pass(org, 1);
    expect(org.events('agent.alerted').map(({ agent, conversationId }) => [agent, conversationId])).toEqual([
      ['Cid', conversations[0]],
      ['Ada', conversations[1]],
      ['Ben', conversations[2]],
    ]);
  });

  test('an agent who does not answer in the time of the queue counts as not responding; the next one is alerted', () => {
    const org = contactCentre(['Ada', 'Ben'], { mediaSettings: { call: { alertingTimeoutSeconds: 10 } } });
    org.acd.agents.goOnQueue(org.id('Ada'));
    org.acd.agents.goOnQueue(org.id('Ben'));
    const { conversation } = call(org);
    pass(org, 12);
    expect(org.events('agent.missed')).toMatchObject([{ agent: 'Ada', declined: false }]);
    expect(eventOn(org, 'user.end')).toMatchObject({
      disconnectType: 'NO_ANSWER_TRANSFER',
      alertingDurationMs: 10_000,
      interactingDurationMs: 0,
    });
    expect(org.acd.agents.state(org.id('Ada'))).toBe('NOT_RESPONDING');
    org.acd.answer(conversation.id);
    expect(org.events('agent.answered')).toMatchObject([{ agent: 'Ben' }]);
    expect(org.events('queue.left')).toMatchObject([{ waited: 12_000 }]);
  });

  test('an agent may decline; alone on queue, the call waits until they are back', () => {
    const org = contactCentre(['Ada']);
    org.acd.agents.goOnQueue(org.id('Ada'));
    const { conversation } = call(org);
    pass(org, 2);
    org.acd.decline(conversation.id);
    pass(org, 30);
    expect(org.events('agent.alerted')).toHaveLength(1);
    org.acd.agents.goOnQueue(org.id('Ada'));
    pass(org, 0);
    expect(org.events('agent.alerted')).toHaveLength(2);
  });

  test('hold takes from the time of talking; the caller hears the music of the queue', () => {
    const org = contactCentre(['Ada']);
    const song = org.put('prompt', { name: 'song', resources: [{ language: 'en-us', text: 'La la' }] });
    org.org.put('queue', { ...org.support, onHoldPrompt: { id: song.id } });
    const { conversation } = call(org);
    pass(org, 1);
    org.acd.answer(conversation.id);
    pass(org, 10);
    org.acd.talks.hold(conversation.id);
    pass(org, 30);
    org.acd.talks.resume(conversation.id);
    pass(org, 5);
    org.acd.talks.hangUp(conversation.id);
    expect(eventOn(org, 'user.end')).toMatchObject({ heldDurationMs: 30_000, interactingDurationMs: 15_000 });
    expect(org.events('audio.ended').at(-1)).toMatchObject({ text: 'La la', heard: 30_000 });
  });

  test.each<[what: string, steer: (org: ReturnType<typeof contactCentre>, id: string) => void, says: string]>([
    ['answer a call that waits nowhere', (org) => org.acd.answer('x'), 'this call waits in no queue'],
    ['decline what does not ring', (org, id) => org.acd.decline(id), 'no agent is alerted by this call'],
    ['hang up for an agent who does not talk', (org, id) => org.acd.talks.hangUp(id), 'no agent talks on this call'],
    ['wrap up what nobody had', (org, id) => org.acd.talks.wrapUp(id, 'Resolved'), 'no agent has had this call'],
    [
      'wrap up with a code nobody knows',
      (org, id) => {
        org.acd.answer(id);
        org.acd.talks.wrapUp(id, 'Nonsense');
      },
      "the org has no wrap-up code 'Nonsense'",
    ],
    [
      'transfer to a queue that is not there',
      (org, id) => {
        org.acd.answer(id);
        org.acd.talks.transfer(id, { queueId: 'nowhere' });
      },
      'the org has no queue nowhere',
    ],
    [
      'transfer to what is no number',
      (org, id) => {
        org.acd.answer(id);
        org.acd.talks.transfer(id, { number: 'reception' });
      },
      "'reception' is no number that can be called",
    ],
  ])('what cannot be done is refused: %s', (_, steer, says) => {
    const org = contactCentre(['Ada']);
    const { conversation } = call(org);
    pass(org, 1);
    expect(() => steer(org, conversation.id)).toThrow(new CannotSteer(says));
  });
});

describe('which call, which agent', () => {
  const withPriority = (priority: number): string =>
    `- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, priority: { lit: ${priority} } }`;

  test.each([
    ['a point of priority is a minute of waiting', {}, 2, 90, 'second'],
    ['longer waiting beats a little priority', {}, 1, 90, 'first'],
    ['unless the queue looks at priority only', { scoringMethod: 'PriorityOnly' }, 1, 90, 'second'],
  ])('%s', (_, queue, priority, seconds, expected) => {
    const org = contactCentre(['Ada'], queue);
    const first = call(org).conversation.id;
    pass(org, seconds);
    const second = callTo(org, { name: 'urgent', actions: [withPriority(priority)] }, OTHER_LINE).conversation.id;
    pass(org, 1);
    org.acd.agents.goOnQueue(org.id('Ada'));
    pass(org, 0);
    expect(org.events('agent.alerted')).toMatchObject([{ conversationId: expected === 'first' ? first : second }]);
  });

  test('of two calls that are worth the same, the one that came first stands before, even in the same moment', () => {
    const org = contactCentre(['Ada']);
    const most = 25_000_000;
    const places = [0, 0, 1].map((seconds, i) => {
      pass(org, seconds);
      callTo(org, { name: `line ${i}`, actions: [withPriority(most)] }, `+3319900001${i}`);
      return org.events('queue.entered').at(-1)?.position;
    });
    expect(places).toEqual([1, 2, 3]);
  });

  test('a queue that looks at priority only keeps its order beside other queues of the same agent', () => {
    const acwSettings = { wrapupPrompt: 'OPTIONAL' };
    const org = contactCentre(['Ada'], { scoringMethod: 'PriorityOnly', acwSettings });
    org.put('queue', { name: 'Sales', members: [{ id: org.id('Ada'), ringNumber: 1 }], acwSettings });
    const toSales = '- transferToAcd: { name: Go, targetQueue: { lit: { name: Sales } } }';
    const first = call(org).conversation.id;
    pass(org, 300);
    const sales = callTo(org, { name: 'sales', actions: [toSales] }, '+33199000003').conversation.id;
    pass(org, 300);
    const urgent = callTo(org, { name: 'urgent', actions: [withPriority(1)] }, OTHER_LINE).conversation.id;
    pass(org, 1);
    org.acd.agents.goOnQueue(org.id('Ada'));
    const served = Array.from({ length: 3 }, () => {
      const { conversationId = '' } = org.events('agent.alerted').at(-1) ?? {};
      org.acd.answer(conversationId);
      org.acd.talks.hangUp(conversationId);
      return conversationId;
    });
    expect(served).toEqual([sales, urgent, first]);
  });

  test.each([
    ['ALL', 'Ben', 'every skill is wanted'],
    ['NONE', 'Ada', 'skills are not looked at'],
    ['BEST', 'Ben', 'who knows it best comes first'],
  ])('with skills evaluated as %s the call goes to %s: %s', (skillEvaluationMethod, expected) => {
    const org = contactCentre(['Ada', 'Ben'], { skillEvaluationMethod });
    const skill = org.put('skill', { name: 'Billing' });
    const ben = org.org.get('user', org.id('Ben'));
    if (ben) org.org.put('user', { ...ben, skills: [{ id: skill.id, proficiency: 4, state: 'active' }] });
    org.acd.agents.goOnQueue(org.id('Ada'));
    pass(org, 5);
    org.acd.agents.goOnQueue(org.id('Ben'));
    const skilled =
      '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, acdSkills: [{ acdSkill: { lit: { name: Billing } } }] }';
    callTo(org, { name: 'skilled', actions: [skilled] }, OTHER_LINE);
    pass(org, 1);
    expect(org.events('agent.alerted')).toMatchObject([{ agent: expected }]);
  });

  test('where a call stands, and how long it may take, is known to in-queue flows', () => {
    const org = contactCentre(['Ada']);
    const waiting = org.publish(
      inQueueFlowOf('waiting', [
        '- playPositionInQueue: { name: A, playbackMode: number }',
        '- playPositionInQueue: { name: B, playbackMode: ordinal }',
        '- playPositionInQueue: { name: C, playbackMode: ahead }',
        '- playEstimatedWaitTime: { name: D, playbackMode: about }',
        '- holdMusic: { name: Music, prompt: { exp: Flow.HoldPrompt }, playStyle: { duration: { lit: { minutes: 5 } } } }',
      ]),
    );
    org.org.put('queue', { ...org.support, queueFlow: { id: waiting.id } });
    const first = call(org);
    pass(org, 40);
    call(org);
    pass(org, 20);
    expect(org.heard().filter((text) => text.includes('queue'))).toEqual([
      'You are number 1 in the queue.',
      'You are 1st in the queue.',
      'You are number 2 in the queue.',
      'You are 2nd in the queue.',
    ]);
    expect(org.heard()).toContain('There is 1 caller ahead of you.');
    org.acd.answer(first.conversation.id);
    expect(org.acd.estimatedWait(org.support.id)).toBe(60_000);
    call(org);
    pass(org, 20);
    expect(org.heard()).toContain('Your estimated wait time is about 1 minute.');
  });
});

describe('the in-queue flow', () => {
  const loop = [
    '- playAudio: { name: Say, audio: { tts: Please wait } }',
    '- holdMusic: { name: Music, prompt: { exp: Flow.HoldPrompt }, playStyle: { duration: { lit: { seconds: 30 } } } }',
  ];
  const waitingIn = (actions: readonly string[]) => {
    const org = contactCentre(['Ada']);
    const flow = org.publish(inQueueFlowOf('waiting', actions));
    org.org.put('queue', { ...org.support, queueFlow: { id: flow.id } });
    return { org, placed: call(org) };
  };

  test('begins again until an agent answers, which cuts it off', () => {
    const { org, placed } = waitingIn(loop);
    pass(org, 75);
    org.acd.answer(placed.conversation.id);
    expect(org.heard()).toEqual([
      'Please wait',
      '(hold music)',
      'Please wait',
      '(hold music)',
      'Please wait',
      '(hold music)',
    ]);
    expect(org.events('audio.ended').at(-1)).toMatchObject({ cutOffBy: 'flow' });
    expect(org.events('flow.ended')).toMatchObject([{ reason: 'transfer' }, { reason: 'terminated' }]);
  });

  test.each([
    [
      'music',
      '- holdMusic: { name: Music, bargeInEnabled: { lit: true }, playStyle: { duration: { lit: { seconds: 30 } } } }',
    ],
    [
      'speech',
      '- playAudio: { name: Say, audio: { exp: \'AudioPlaybackOptions(ToAudioTTS("Please wait"), true, true)\' } }',
    ],
  ])('a key cuts off the %s that plays, not all that comes after it', (_, action) => {
    const { org, placed } = waitingIn([action]);
    pass(org, 0.5);
    placed.press('1');
    pass(org, 40);
    const ends = org.events('audio.ended').map(({ cutOffBy }) => cutOffBy);
    expect([ends[0], ends[1]]).toEqual(['digit', undefined]);
    expect(placed.ended).toBe(false);
  });

  test('what its task only queues is heard before it begins again', () => {
    const { org } = waitingIn(['- playAudio: { name: Say, audio: { tts: Please wait } }']);
    pass(org, 2);
    expect(org.events('flow.failed')).toEqual([]);
    expect(org.heard()).toEqual(['Please wait', 'Please wait']);
  });

  test('begins again, too, where a task ends that it jumped to', () => {
    const org = contactCentre(['Ada']);
    const tasks =
      '  tasks:\n    - task: { name: More, refId: More, actions: [{ playAudio: { name: Say, audio: { tts: More } } }] }\n';
    const begin = [
      '- playAudio: { name: Say, audio: { tts: Begin } }',
      '- jumpToTask: { name: On, targetTaskRef: "/inqueueCall/tasks/task[More]" }',
    ];
    const yaml = inQueueFlowOf('waiting', begin).replace('  startUpTaskActions', `${tasks}  startUpTaskActions`);
    org.org.put('queue', { ...org.support, queueFlow: { id: org.publish(yaml).id } });
    const placed = call(org);
    pass(org, 1.4);
    expect(org.heard()).toEqual(['Begin', 'More', 'Begin']);
    expect(placed.ended).toBe(false);
  });

  test('is a part of what waits in the queue', () => {
    const { org, placed } = waitingIn(loop);
    pass(org, 1);
    expect(placed.conversation.participants.map(({ purpose }) => purpose)).toEqual(['customer', 'ivr', 'acd']);
    expect(eventOn(org, 'flow.start')).toMatchObject({
      flowType: 'INQUEUECALL',
      participantId: placed.conversation.participants[2]?.id,
    });
  });

  test.each([
    ['ends the call', '- disconnect: { name: Bye }', 'flow'],
    [
      'leaves for voicemail',
      '- transferToVoicemail: { name: Leave, destination: { queue: { targetQueue: { lit: { name: Support } } } } }',
      'system',
    ],
  ])('that %s takes it out of the queue', (_, action, by) => {
    const { org } = waitingIn([...loop, action]);
    org.clock.runNow();
    expect(org.events('queue.left')).toMatchObject([{ outcome: 'FLOW_OUT' }]);
    expect(eventOn(org, 'acd.end')).toMatchObject({ acdOutcome: 'FLOW_OUT' });
    expect(org.events('call.ended')).toMatchObject([{ by }]);
  });

  test('Flow.HoldPrompt is the music the flow names', () => {
    const org = contactCentre(['Ada']);
    org.put('prompt', { name: 'song', resources: [{ language: 'en-us', text: 'La la' }] });
    const flow = org.publish(
      inQueueFlowOf('waiting', loop.slice(1)).replace('PromptSystem.on_hold_music', 'Prompt.song'),
    );
    org.org.put('queue', { ...org.support, queueFlow: { id: flow.id } });
    call(org);
    pass(org, 40);
    expect(org.heard()).toEqual(['La la']);
  });

  test('without one the caller hears the music of the system', () => {
    const org = contactCentre(['Ada']);
    const placed = call(org);
    pass(org, 12);
    placed.hangUp();
    expect(org.events('audio.ended')).toMatchObject([{ text: '(hold music)', heard: 12_000, cutOffBy: 'hangUp' }]);
  });
});

describe('the caller hangs up', () => {
  test.each<
    [when: string, until: (org: ReturnType<typeof contactCentre>, id: string) => void, topics: readonly string[]]
  >([
    ['while waiting', (org) => pass(org, 5), ['acd.end', 'customer.end']],
    [
      'while an agent is alerted',
      (org) => {
        org.acd.agents.goOnQueue(org.id('Ada'));
        pass(org, 2);
      },
      ['user.start', 'user.end', 'acd.end', 'customer.end'],
    ],
    [
      'while an agent talks',
      (org, id) => {
        org.acd.answer(id);
        pass(org, 10);
      },
      ['user.start', 'acd.end', 'user.end', 'customer.end'],
    ],
  ])('%s', (_, until, topics) => {
    const org = contactCentre(['Ada']);
    const placed = call(org);
    pass(org, 1);
    until(org, placed.conversation.id);
    placed.hangUp();
    expect(topicsOf(org).slice(4)).toEqual(topics);
    expect(eventOn(org, 'customer.end')).toMatchObject({ disconnectType: 'ENDPOINT' });
    expect(placed.conversation.participants.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
  });
});

describe('after-call work by the rules of the queue', () => {
  const rules: readonly [
    prompt: string,
    timeoutMs: number,
    wrapUp: string | undefined,
    expected: JsonObject | undefined,
  ][] = [
    ['MANDATORY_TIMEOUT', 30_000, 'Resolved', { wrapupCode: 'code', wrapupDurationMs: 5_000 }],
    ['MANDATORY_TIMEOUT', 30_000, undefined, { wrapupCode: 'ININ-WRAP-UP-TIMEOUT', wrapupDurationMs: 30_000 }],
    ['MANDATORY_TIMEOUT', 3_000, 'Resolved', { wrapupCode: 'ININ-WRAP-UP-TIMEOUT', wrapupDurationMs: 3_000 }],
    ['MANDATORY_FORCED_TIMEOUT', 30_000, 'Resolved', { wrapupCode: 'code', wrapupDurationMs: 30_000 }],
    ['MANDATORY', 30_000, 'Resolved', { wrapupCode: 'code', wrapupDurationMs: 5_000 }],
    ['OPTIONAL', 30_000, 'Resolved', { wrapupCode: 'code', wrapupDurationMs: 5_000 }],
    ['OPTIONAL', 30_000, undefined, undefined],
    ['AGENT_REQUESTED', 30_000, undefined, undefined],
  ];

  test.each(rules)('%s, %s ms, code %s ⇒ %j', (wrapupPrompt, timeoutMs, wrapUp, expected) => {
    const org = contactCentre(
      ['Ada'],
      { acwSettings: { wrapupPrompt, timeoutMs } },
      { ...silent, ...(wrapUp === undefined ? {} : { wrapUp }) },
    );
    org.put('wrapupCode', { id: 'code', name: 'Resolved' });
    const { conversation } = call(org);
    org.clock.runNow();
    const acw = org.events('event.published').find(({ topic }) => topic.endsWith('.acw'))?.event;
    if (expected) expect(acw).toMatchObject(expected);
    else expect(acw).toBeUndefined();
    expect(conversation.participants.at(-1)?.wrapupSkipped === true).toBe(expected === undefined);
  });

  test('a queue that says nothing gives five minutes', () => {
    const org = contactCentre(['Ada'], {}, silent);
    call(org);
    org.clock.runNow();
    expect(eventOn(org, 'acw')).toMatchObject({ wrapupCode: 'ININ-WRAP-UP-TIMEOUT', wrapupDurationMs: 300_000 });
  });
});

describe('agents who behave by themselves', () => {
  test('a call is answered so long after it entered the queue', () => {
    const org = contactCentre(['Ada'], {}, behaviour);
    call(org);
    org.clock.runNow();
    expect(org.events('queue.left')).toMatchObject([{ outcome: 'ANSWERED', waited: 20_000 }]);
    expect(eventOn(org, 'user.end')).toMatchObject({ alertingDurationMs: 2_000, interactingDurationMs: 60_000 });
  });

  test.each<
    [what: string, until: (org: ReturnType<typeof contactCentre>, id: string) => void, waited: number, talked: number]
  >([
    ['while it waits', (org) => pass(org, 5), 20_000, 60_000],
    ['when it has waited longer already', (org) => pass(org, 50), 53_000, 60_000],
    [
      'while the agent talks, from the answer on',
      (org, id) => {
        org.acd.answer(id);
        pass(org, 15);
      },
      1_000,
      60_000,
    ],
  ])('an agent may be told what to do %s', (_, until, waited, talked) => {
    const org = contactCentre(['Ada']);
    const { conversation } = call(org);
    pass(org, 1);
    until(org, conversation.id);
    org.acd.behaviours.set(conversation.id, behaviour);
    org.clock.runNow();
    expect(org.events('queue.left')).toMatchObject([{ waited }]);
    expect(eventOn(org, 'user.end')).toMatchObject({ interactingDurationMs: talked });
  });

  test('one call may be told otherwise', () => {
    const org = contactCentre(['Ada'], {}, behaviour);
    const { conversation } = call(org);
    pass(org, 4);
    org.acd.behaviours.set(conversation.id, { ...behaviour, answersAfter: 9_000, hangsUp: 'caller' });
    org.clock.runNow();
    expect(org.events('queue.left')).toMatchObject([{ waited: 9_000 }]);
    expect(org.events('call.ended')).toMatchObject([{ by: 'caller', reason: 'ENDPOINT' }]);
  });

  test('an agent has one call at a time: the second caller waits for the end of the after-call work', () => {
    const org = contactCentre(['Ada'], {}, behaviour);
    org.put('wrapupCode', { name: 'Resolved' });
    call(org);
    call(org);
    org.clock.runNow();
    expect(org.events('queue.left').map(({ waited }) => waited)).toEqual([20_000, 20_000 + 60_000 + 5_000 + 2_000]);
  });

  test('a queue without members is answered all the same', () => {
    const org = contactCentre([], { members: [] }, behaviour);
    org.put('user', { name: 'Somebody' });
    call(org);
    call(org);
    org.clock.runNow();
    expect(org.events('queue.left').map(({ waited }) => waited)).toEqual([20_000, 20_000]);
    expect(org.events('agent.answered').map(({ agent }) => agent)).toEqual(['Somebody', 'Somebody']);
  });

  test('an agent who wants to let it ring longer than the queue allows answers at the last moment', () => {
    const org = contactCentre(['Ada'], {}, { ...behaviour, rings: 15_000 });
    call(org);
    org.clock.runNow();
    expect(eventOn(org, 'user.end')).toMatchObject({ alertingDurationMs: 8_000, interactingDurationMs: 60_000 });
  });

  test('the first may let it ring', () => {
    const org = contactCentre(['Ada', 'Ben'], {}, { ...behaviour, unanswered: 1 });
    call(org);
    org.clock.runNow();
    expect(org.events('agent.alerted').map(({ agent }) => agent)).toEqual(['Ada', 'Ben']);
    expect(org.events('queue.left')).toMatchObject([{ waited: 18_000 + 8_000 + 2_000 }]);
  });
});

describe('an agent sends the call on', () => {
  test('to another queue: each agent has after-call work of their own', () => {
    const org = contactCentre(['Ada'], {});
    org.put('wrapupCode', { name: 'Resolved' });
    const ben = org.put('user', { name: 'Ben' });
    const expert = org.put('queue', { name: 'Experts', members: [{ id: ben.id, ringNumber: 1 }] });
    const placed = call(org);
    const { id } = placed.conversation;
    org.acd.behaviours.set(id, behaviour);
    pass(org, 1);
    org.acd.answer(id, { ...behaviour, transfer: { to: { queueId: expert.id }, then: behaviour } });
    org.clock.runNow();
    expect(
      placed.conversation.participants.map(({ purpose, name, disconnectType }) => [purpose, name, disconnectType]),
    ).toEqual([
      ['customer', undefined, 'PEER'],
      ['ivr', 'line', 'TRANSFER'],
      ['acd', 'Support', 'TRANSFER'],
      ['agent', 'Ada', 'TRANSFER'],
      ['acd', 'Experts', 'TRANSFER'],
      ['agent', 'Ben', 'CLIENT'],
    ]);
    expect(topicsOf(org).filter((topic) => topic === 'acw')).toHaveLength(2);
  });

  test('who sent it on may wrap up after the next agent has answered, and does so before them', () => {
    const org = contactCentre(['Ada'], { acwSettings: { wrapupPrompt: 'MANDATORY' } });
    org.put('wrapupCode', { name: 'Resolved' });
    const ben = org.put('user', { name: 'Ben' });
    const expert = org.put('queue', { name: 'Experts', members: [{ id: ben.id, ringNumber: 1 }] });
    const { id } = call(org).conversation;
    pass(org, 1);
    org.acd.answer(id);
    org.acd.talks.transfer(id, { queueId: expert.id });
    pass(org, 1);
    org.acd.answer(id);
    org.acd.talks.wrapUp(id, 'Resolved');
    expect(org.events('agent.wrappedUp')).toMatchObject([{ agent: 'Ada' }]);
    org.acd.talks.hangUp(id);
    org.acd.talks.wrapUp(id, 'Resolved');
    expect(org.events('agent.wrappedUp')).toMatchObject([{ agent: 'Ada' }, { agent: 'Ben' }]);
  });

  test('to another queue: the caller hears its in-queue flow, or its music', () => {
    const org = contactCentre(['Ada']);
    const waiting = org.publish(inQueueFlowOf('waiting', ['- playAudio: { name: Say, audio: { tts: Experts come } }']));
    const experts = org.put('queue', { name: 'Experts', queueFlow: { id: waiting.id } });
    const others = org.put('queue', { name: 'Others' });
    const { id } = call(org).conversation;
    for (const queueId of [experts.id, others.id]) {
      pass(org, 1);
      org.acd.answer(id);
      org.acd.talks.transfer(id, { queueId });
    }
    const heard = org.events('audio.started').map(({ text }) => text);
    expect(new Set(heard.slice(1, -1))).toEqual(new Set(['Experts come']));
    expect(heard.at(-1)).toBe('(hold music)');
    expect(org.events('flow.started').map(({ flow }) => flow)).toEqual(['line', 'waiting']);
  });

  test('keys that were pressed while the agent talked are not for the flow that comes next', () => {
    const org = contactCentre(['Ada']);
    const asking = org.publish(
      inQueueFlowOf('asking', [
        '- collectInput: { name: Key, inputData: { noValue: true }, digits: { exact: 1 }, inputAudio: { tts: Which key }, verificationType: none }',
      ]),
    );
    const expert = org.put('queue', { name: 'Experts', queueFlow: { id: asking.id } });
    const placed = call(org);
    pass(org, 1);
    org.acd.answer(placed.conversation.id);
    placed.press('5');
    org.acd.talks.transfer(placed.conversation.id, { queueId: expert.id });
    pass(org, 1);
    placed.press('6');
    expect(org.events('input.taken')).toMatchObject([{ digits: '6' }]);
  });

  describe('to a user', () => {
    /** Ada has answered a call of the queue and transfers it to Ben, who is off queue. */
    function toBen(settings: Parameters<typeof livingOrg>[0] = {}) {
      const org = contactCentre(['Ada'], {}, undefined, settings.settings);
      const ben = org.put('user', { name: 'Ben' });
      const placed = call(org);
      pass(org, 1);
      org.acd.answer(placed.conversation.id);
      pass(org, 10);
      org.acd.talks.transfer(placed.conversation.id, { userId: ben.id });
      const participant = () => placed.conversation.participants.at(-1);
      return { org, ben, placed, id: placed.conversation.id, participant, acd: org.acd };
    }

    test('the user answers after five seconds by themselves, and has the after-call work of the queue', () => {
      const { org, ben, placed, participant, acd } = toBen();
      pass(org, 10);
      expect(participant()).toMatchObject({ purpose: 'agent', userId: ben.id, queueId: org.support.id });
      placed.hangUp();
      expect(participant()).toMatchObject({ disconnectType: 'PEER', wrapupPrompt: 'MANDATORY_TIMEOUT' });
      expect(acd.agents.state(ben.id)).toBe('AFTER_CALL_WORK');
      expect(org.events('agent.left')).toMatchObject([{ agent: 'Ada', reason: 'TRANSFER' }, { agent: 'Ben' }]);
    });

    test('the user is steered like every agent, and is off queue again when all is done', () => {
      const { org, ben, id, acd } = toBen();
      org.put('wrapupCode', { name: 'Resolved' });
      acd.talks.wrapUp(id, 'Resolved');
      acd.answer(id);
      acd.talks.hold(id);
      acd.talks.resume(id);
      acd.talks.hangUp(id);
      acd.talks.wrapUp(id, 'Resolved');
      expect(org.events('agent.wrappedUp').map(({ agent }) => agent)).toEqual(['Ada', 'Ben']);
      expect(acd.agents.state(ben.id)).toBe('OFF_QUEUE');
    });

    test('a user who declines, or does not answer, ends the call', () => {
      const declines = toBen();
      declines.acd.decline(declines.id);
      expect(declines.placed.ended).toBe(true);

      const absent = toBen({ settings: { callees: { Ben: {} } } });
      pass(absent.org, 70);
      expect([absent.placed.ended, absent.participant()?.connectedAt]).toEqual([true, undefined]);
    });

    test('a user who is busy is not rung', () => {
      const { org, placed } = toBen({ settings: { callees: { Ben: { busy: true } } } });
      expect([placed.ended, org.events('transfer.failed')]).toMatchObject([true, [{ to: 'Ben' }]]);
    });

    test('a caller who hangs up while it rings leaves nobody behind', () => {
      const { org, ben, placed, acd } = toBen();
      placed.hangUp();
      pass(org, 10);
      expect([acd.agents.state(ben.id), org.events('agent.answered').length]).toEqual(['OFF_QUEUE', 1]);
    });
  });

  test('to a number', () => {
    const org = contactCentre(['Ada']);
    const placed = call(org);
    pass(org, 1);
    org.acd.answer(placed.conversation.id);
    pass(org, 10);
    org.acd.talks.transfer(placed.conversation.id, { number: '+4930123456' });
    pass(org, 10);
    expect(placed.ended).toBe(false);
    placed.hangUp();
    expect(placed.conversation.participants.at(-1)).toMatchObject({ purpose: 'external', disconnectType: 'PEER' });
    expect(org.events('agent.left')).toMatchObject([{ agent: 'Ada', reason: 'TRANSFER' }]);
  });
});
