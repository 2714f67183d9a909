import { AgentTalk, type AgentTalkOptions } from '../../../../src/emulator/runtime/conversation/agent-talk';
import { Agents, type AgentState } from '../../../../src/emulator/runtime/conversation/agents';
import { CannotSteer } from '../../../../src/emulator/runtime/conversation/cannot-steer';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { AgentBehaviour, CalleeBehaviour } from '../../../../src/emulator/runtime/settings';
import { Org } from '../../../../src/emulator/state/org';

interface Ringing {
  readonly mediaType?: string;
  readonly callees?: Readonly<Record<string, CalleeBehaviour>>;
  /** The rule of the queue for after-call work. */
  readonly wrapup?: object;
  readonly options?: Partial<AgentTalkOptions>;
  readonly leg?: object;
  readonly outcome?: 'answered' | 'busy' | 'noAnswer';
}

/** A call that rings at Ada, and what becomes of it: `5 agent.answered Ada`. */
function ringing({
  mediaType = 'VOICE',
  callees = {},
  wrapup,
  options,
  leg: ofLeg,
  outcome = 'answered',
}: Ringing = {}) {
  const clock = new VirtualClock(0);
  const org = new Org({ now: () => new Date(clock.now()), newId: () => 'id' });
  for (const [id, name] of [
    ['ada', 'Ada'],
    ['ben', 'Ben'],
  ])
    org.put('user', { id, name, division: { id: 'home' } } as never);
  org.put('queue', { id: 'sales', name: 'Sales' } as never);
  org.put('wrapupCode', { id: 'done', name: 'Done' } as never);
  const story: string[] = [];
  const note = (...what: readonly unknown[]): number => story.push([clock.now() / 1000, ...what].join(' '));
  const joined: Record<string, unknown>[] = [];
  const agents = new Agents({ org, clock });
  const states: AgentState[] = [];
  const leg = {
    conversation: {
      id: 'c',
      mediaType,
      join: (fields: object) => {
        const participant = { startedAt: clock.now(), ...fields };
        joined.push(participant);
        return participant;
      },
    },
    line: { close: (by: string) => note('line closed by', by) },
    log: (type: string, { agent, ...fields }: { readonly agent?: string }) =>
      note(type, agent ?? '', ...Object.values(fields).map((value) => JSON.stringify(value))),
    holder: undefined as unknown,
    language: 'en-us',
    ...ofLeg,
  };
  const behaviours = new Map<string, AgentBehaviour>();
  const begun: AgentTalk[] = [];
  const runtime = {
    clock,
    org,
    settings: { callees },
    newId: () => 'new',
    names: { promptSpeech: (name: string) => ({ text: name }) },
    detail: {
      userStart: () => note('user.start'),
      userEnd: () => note('user.end'),
      acw: () => note('acw'),
    },
    callbacks: { answered: () => note('callback answered') },
    calls: {
      end: (_: unknown, by: 'agent') => {
        note('over by', by);
        (leg.holder as AgentTalk | undefined)?.callEnded(by);
        if (leg.holder !== talk) talk.callEnded(by);
      },
      number: (_: unknown, number: string) => ({
        rings: () => (done: (result: string) => void) => {
          note('rings', number);
          clock.after(1_000, () => done(outcome));
        },
        callEnded: () => undefined,
      }),
    },
    acd: { enter: (_: unknown, request: object) => note('enters', JSON.stringify(request)) },
    outbox: { send: (message: object, place: object) => ({ ...message, place }) },
  };
  const talk: AgentTalk = new AgentTalk(runtime as never, {
    talks: {
      ring: (_, other) => note('rings at', other.name),
      begin: (_, other) => begun.push(other),
    },
    agents,
    behaviours,
    leg: leg as never,
    user: org.get('user', 'ada'),
    counted: true,
    queue: wrapup === undefined ? undefined : ({ acwSettings: wrapup } as never),
    queueId: 'support',
    onAnswer: () => note('answered'),
    onMiss: () => note('missed'),
    ...options,
  });
  leg.holder = talk;
  const run = (seconds = Infinity): void => void clock.runNow(() => false, clock.now() + seconds * 1000);
  const state = (id = 'ada'): AgentState => agents.state(id);
  return { talk, agents, behaviours, begun, leg, org, story, run, state, states, who: () => joined[0] ?? {}, joined };
}

const behaviour: AgentBehaviour = { answersAfter: 2_000, talksFor: 10_000, wrapsUpIn: 3_000 };
const atOnce = { wrapupPrompt: 'OPTIONAL' };

test('the agent is a participant with the rule of the queue for after-call work', () => {
  expect(ringing({ wrapup: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 7_000 } }).who()).toEqual({
    startedAt: 0,
    purpose: 'agent',
    name: 'Ada',
    queueId: 'support',
    userId: 'ada',
    divisionId: 'home',
    wrapupPrompt: 'MANDATORY_TIMEOUT',
    wrapupTimeoutMs: 7_000,
  });
  expect(ringing({ wrapup: atOnce }).who()).not.toHaveProperty('wrapupTimeoutMs');
  // An org without users has an agent, too.
  const nobody = ringing({ options: { user: undefined } }).who();
  expect(nobody).toMatchObject({ name: 'Agent', userId: 'new' });
  expect(nobody).not.toHaveProperty('divisionId');
});

test('a call rings, the agent answers and talks', () => {
  const { talk, story, run, state, who } = ringing({
    leg: { whisper: 'Sales', screenPop: { script: 'Script', inputs: { a: '1' } } },
  });
  expect([talk.answered, talk.connected, talk.wrappingUp]).toEqual([false, false, false]);
  talk.alert(20_000);
  expect(state()).toBe('ALERTING');
  run(5);
  talk.answer();
  expect([talk.answered, talk.connected, state()]).toEqual([true, true, 'INTERACTING']);
  expect(who()).toMatchObject({ connectedAt: 5_000 });
  run(60);
  expect(story).toEqual([
    '0 agent.alerted Ada',
    '0 agent.screenPop Ada "Script" {"a":"1"}',
    '0 user.start',
    '5 answered',
    '5 agent.answered Ada',
    '5 agent.whispered Ada "Sales"',
  ]);
  expect(() => talk.answer()).toThrow(new CannotSteer('the agent has answered already'));
  expect(() => talk.miss(true)).toThrow(new CannotSteer('the agent has answered already'));
});

test.each<[what: string, options: Partial<AgentTalkOptions>, state: AgentState]>([
  ['does not respond', {}, 'NOT_RESPONDING'],
  ['is what they were before', { returnsTo: 'OFF_QUEUE' }, 'OFF_QUEUE'],
  ['is not looked at, where they may have several calls', { counted: false }, 'OFF_QUEUE'],
])('an agent who lets it ring %s', (_, options, expected) => {
  const { talk, story, run, state, who } = ringing({ options });
  talk.alert(8_000);
  run();
  expect(story.slice(2)).toEqual([
    '8 agent.missed Ada false',
    '8 agent.left Ada "NO_ANSWER_TRANSFER"',
    '8 user.end',
    '8 missed',
  ]);
  expect(who()).toMatchObject({ endedAt: 8_000, disconnectType: 'NO_ANSWER_TRANSFER' });
  expect(state()).toBe(expected);
});

test('an agent may decline', () => {
  const { talk, run, story, who } = ringing();
  talk.alert(8_000);
  talk.miss(true);
  run();
  expect(story).toContain('0 agent.missed Ada true');
  expect(story.filter((line) => line.includes('missed'))).toHaveLength(2);
  expect(who()).toMatchObject({ disconnectType: 'CLIENT' });
});

test.each<[what: string, options: Partial<AgentTalkOptions>, state: AgentState]>([
  ['is free again', {}, 'IDLE'],
  ['is what they were before', { returnsTo: 'OFF_QUEUE' }, 'OFF_QUEUE'],
])('an agent whose call ends before the answer %s', (_, options, expected) => {
  const { talk, run, story, state } = ringing({ options });
  talk.alert(8_000);
  talk.callEnded('caller');
  run();
  expect(story.slice(2)).toEqual(['0 agent.left Ada "PEER"', '0 user.end']);
  expect(state()).toBe(expected);
  talk.withdraw();
  expect(story).toHaveLength(4);
});

describe('an agent with a behaviour', () => {
  test('answers, talks and hangs up', () => {
    const { talk, run, story, who } = ringing({ wrapup: atOnce });
    talk.behaviour = behaviour;
    talk.answerIn(2_000);
    talk.alert(8_000);
    run();
    expect(story.slice(2)).toEqual([
      '2 answered',
      '2 agent.answered Ada',
      '12 over by agent',
      '12 agent.left Ada "CLIENT"',
      '12 user.end',
    ]);
    expect(who()).toMatchObject({ endedAt: 12_000, wrapupSkipped: true });
  });

  test('may wait for the caller to hang up', () => {
    const { talk, run, story, who } = ringing({ wrapup: atOnce });
    talk.behaviour = { ...behaviour, hangsUp: 'caller' };
    talk.answer();
    run();
    expect(story).toContain('10 over by caller');
    expect(who()).toMatchObject({ disconnectType: 'PEER' });
  });

  test.each([
    ['while it rings: the answer comes at its moment', 6_000, 3, '6 agent.answered Ada'],
    ['while it rings: at once where the moment is over', 1_000, 3, '3 agent.answered Ada'],
  ])('is given one %s', (_, answersAt, after, answered) => {
    const { talk, run, story } = ringing({ wrapup: atOnce });
    talk.alert(20_000);
    run(after);
    talk.behave(behaviour, answersAt);
    run();
    expect(story).toContain(answered);
  });

  test.each([
    ['from the answer on', 4, 10_000, '10 over by agent'],
    ['which is over already', 4, 1_000, '4 over by agent'],
  ])('is given one while they talk: it counts %s', (_, after, talksFor, over) => {
    const { talk, run, story } = ringing({ wrapup: atOnce });
    talk.behaviour = { ...behaviour, talksFor: 6_000 };
    talk.answer();
    run(after);
    talk.behave({ ...behaviour, talksFor });
    run();
    expect(story.filter((line) => line.includes('over'))).toEqual([over]);
  });

  test('is given none when the call is over', () => {
    const { talk, run, story } = ringing({ wrapup: { wrapupPrompt: 'MANDATORY' } });
    talk.answer();
    talk.callEnded('caller');
    const { length } = story;
    talk.behave(behaviour);
    run();
    expect(talk.behaviour).toBeUndefined();
    expect(story).toHaveLength(length);
  });
});

describe('a callback', () => {
  test('is talked about when the customer answers', () => {
    const { talk, run, story } = ringing({ mediaType: 'CALLBACK', wrapup: atOnce });
    talk.behaviour = behaviour;
    talk.answer();
    expect(story.at(-1)).toBe('0 callback answered');
    run(30);
    // The agent has not reached the customer: their time does not run.
    talk.behave({ ...behaviour, talksFor: 5_000 });
    run(30);
    expect(story.some((line) => line.includes('over'))).toBe(false);
    talk.beginTalk();
    run();
    expect(story).toContain('65 over by agent');
  });

  test('can be given back', () => {
    const { talk, story, who } = ringing({ mediaType: 'CALLBACK', wrapup: atOnce });
    talk.giveBack();
    expect(who()).not.toHaveProperty('endedAt');
    talk.answer();
    talk.giveBack();
    expect(story.at(-2)).toBe('0 agent.left Ada "CLIENT"');
  });

  test('may have a code of its own where nobody was reached', () => {
    const { talk, run, who } = ringing({ mediaType: 'CALLBACK', wrapup: { wrapupPrompt: 'MANDATORY' } });
    talk.behaviour = { ...behaviour, wrapUp: 'other', wrapUpNotReached: 'Done' };
    talk.answer();
    talk.giveBack();
    run();
    expect(who()).toMatchObject({ wrapup: { code: 'done' } });
  });
});

describe('after-call work', () => {
  /** The talk is over after ten seconds. */
  function over(
    wrapup: object,
    more: Partial<AgentBehaviour> | 'nobody' = {},
    steer: (talk: AgentTalk) => void = () => undefined,
  ) {
    const all = ringing({ wrapup });
    if (more !== 'nobody') all.talk.behaviour = { ...behaviour, ...more };
    all.talk.answer();
    steer(all.talk);
    if (more !== 'nobody') all.run(10);
    else {
      all.run(10);
      all.talk.callEnded('caller');
    }
    return all;
  }

  test.each<[what: string, prompt: string, more: Partial<AgentBehaviour> | 'nobody', state: AgentState]>([
    ['is skipped where the queue leaves it to the agent', 'OPTIONAL', {}, 'IDLE'],
    ['is skipped where nobody asks for it', 'AGENT_REQUESTED', {}, 'IDLE'],
    ['is done where the agent has a code', 'OPTIONAL', { wrapUp: 'Done' }, 'AFTER_CALL_WORK'],
    ['must be done', 'MANDATORY', {}, 'AFTER_CALL_WORK'],
    ['must be done by an agent whom nobody plays', 'MANDATORY', 'nobody', 'AFTER_CALL_WORK'],
  ])('%s', (_, wrapupPrompt, more, state) => {
    const all = over({ wrapupPrompt }, more);
    expect(all.state()).toBe(state);
    expect(all.who()['wrapupSkipped']).toBe(state === 'IDLE' ? true : undefined);
    expect(all.talk.wrappingUp).toBe(state !== 'IDLE');
  });

  test('is done where the agent asks for it, or has chosen a code', () => {
    const wishes = over({ wrapupPrompt: 'AGENT_REQUESTED' }, {}, (talk) => {
      talk.wrapUpRequested = true;
    });
    expect(wishes.talk.wrappingUp).toBe(true);
    const chose = over({ wrapupPrompt: 'OPTIONAL' }, 'nobody', (talk) => talk.wrapUp('Done', 'fine'));
    expect(chose.who()).toMatchObject({ acwStartedAt: 10_000 });
    chose.run(0);
    expect(chose.who()).toMatchObject({ wrapup: { code: 'done', notes: 'fine', milliseconds: 0 } });
  });

  test.each<[what: string, wrapup: object, more: Partial<AgentBehaviour>, at: number, result: object]>([
    [
      'as long as the agent takes',
      { wrapupPrompt: 'MANDATORY' },
      { wrapUp: 'Done', notes: 'fine' },
      13,
      { code: 'done', notes: 'fine', milliseconds: 3_000 },
    ],
    [
      'with a code that the org does not have',
      { wrapupPrompt: 'MANDATORY' },
      { wrapUp: 'other' },
      13,
      { code: 'other', notes: '', milliseconds: 3_000 },
    ],
    ['without a code', { wrapupPrompt: 'MANDATORY' }, {}, 13, { notes: '', milliseconds: 3_000 }],
    [
      'until the time of the queue is over',
      { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 8_000 },
      {},
      18,
      { code: 'ININ-WRAP-UP-TIMEOUT', notes: '', milliseconds: 8_000 },
    ],
    [
      'not longer than that',
      { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 2_000 },
      { wrapUp: 'Done' },
      12,
      { code: 'ININ-WRAP-UP-TIMEOUT', notes: '', milliseconds: 2_000 },
    ],
    [
      'shorter than that',
      { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 8_000 },
      { wrapUp: 'Done' },
      13,
      { code: 'done', notes: '', milliseconds: 3_000 },
    ],
    [
      'as long as the queue forces it to',
      { wrapupPrompt: 'MANDATORY_FORCED_TIMEOUT', timeoutMs: 8_000 },
      { wrapUp: 'Done' },
      18,
      { code: 'done', notes: '', milliseconds: 8_000 },
    ],
  ])('lasts %s', (_, wrapup, more, at, result) => {
    const all = over(wrapup, more);
    all.run();
    expect(all.who()).toMatchObject({ acwStartedAt: 10_000, acwEndedAt: at * 1000 });
    expect(all.who()['wrapup']).toEqual(result);
    const code = 'code' in result ? ` "${String(result.code) === 'done' ? 'Done' : String(result.code)}"` : '';
    expect(all.story.slice(-2)).toEqual([`${at} agent.wrappedUp Ada${code}`, `${at} acw`]);
    expect(all.state()).toBe('IDLE');
  });

  test('ends when the agent chooses a code, unless the queue forces its time', () => {
    const free = over({ wrapupPrompt: 'MANDATORY' }, 'nobody');
    free.talk.wrapUp('DONE', 'fine');
    expect(free.state()).toBe('IDLE');
    expect(() => free.talk.wrapUp('Done', '')).toThrow(
      new CannotSteer('the agent has wrapped up already, or need not'),
    );
    const forced = over({ wrapupPrompt: 'MANDATORY_FORCED_TIMEOUT', timeoutMs: 8_000 }, 'nobody');
    forced.talk.wrapUp('Done', 'fine');
    expect(forced.state()).toBe('AFTER_CALL_WORK');
    forced.run();
    expect(forced.who()).toMatchObject({ acwEndedAt: 18_000, wrapup: { code: 'done', notes: 'fine' } });
  });

  test('needs a code of the org', () =>
    expect(() => over({ wrapupPrompt: 'MANDATORY' }, 'nobody').talk.wrapUp('Nonsense', '')).toThrow(
      new CannotSteer("the org has no wrap-up code 'Nonsense'"),
    ));

  test('can be ended by the system, which keeps what the agent has chosen', () => {
    const none = over({ wrapupPrompt: 'MANDATORY' }, 'nobody');
    none.talk.endWrapUp();
    expect(none.who()).toMatchObject({ wrapup: { code: 'ININ-WRAP-UP-TIMEOUT', notes: '' } });
    const chose = over({ wrapupPrompt: 'MANDATORY_FORCED_TIMEOUT', timeoutMs: 8_000 }, 'nobody');
    chose.talk.wrapUp('Done', 'fine');
    chose.talk.endWrapUp();
    chose.talk.endWrapUp();
    chose.run();
    expect(chose.who()).toMatchObject({ wrapup: { code: 'done', notes: 'fine' } });
    expect(chose.story.filter((line) => line.endsWith(' acw'))).toEqual(['10 acw']);
  });
});

describe('hold', () => {
  test('is counted, and the caller hears music', () => {
    const { talk, run, story, who } = ringing({ wrapup: atOnce });
    talk.answer();
    run(1);
    talk.hold();
    expect(who()).toMatchObject({ heldSince: 1_000 });
    run(4);
    talk.resume();
    talk.hold();
    run(2);
    talk.resume();
    expect(who()).toMatchObject({
      heldMs: 6_000,
      holds: [
        { from: 1_000, to: 5_000 },
        { from: 5_000, to: 7_000 },
      ],
    });
    expect(who()).not.toHaveProperty('heldSince');
    expect(story.slice(2, 6)).toEqual([
      '1 agent.held Ada',
      expect.stringMatching(/^1 audio.started {2}"PromptSystem.on_hold_music"/),
      expect.stringMatching(/^5 audio.ended {2}"PromptSystem.on_hold_music" 4000/),
      '5 agent.resumed Ada',
    ]);
  });

  test('ends with the call', () => {
    const { talk, run, who, story } = ringing({ wrapup: atOnce });
    talk.answer();
    talk.hold();
    run(3);
    talk.callEnded('caller');
    expect(who()).toMatchObject({ heldMs: 3_000, holds: [{ from: 0, to: 3_000 }] });
    expect(story).toContainEqual(expect.stringMatching(/^3 audio.ended/));
  });

  test.each<[what: string, ring: Ringing, steer: (talk: AgentTalk) => void, says: string]>([
    ['a message', { mediaType: 'MESSAGE' }, (talk) => talk.hold(), 'messages cannot be put on hold'],
    ['who is on hold', {}, (talk) => (talk.hold(), talk.hold()), 'the caller is on hold already'],
    ['nobody', {}, (talk) => talk.resume(), 'the caller is not on hold'],
  ])('cannot be had by %s', (_, ring, steer, says) => {
    const { talk } = ringing(ring);
    talk.answer();
    expect(() => steer(talk)).toThrow(new CannotSteer(says));
  });
});

describe('a transfer', () => {
  /** Ada talks, and transfers the call after a second. */
  function transferred(to: Parameters<AgentTalk['transfer']>[0], ring: Ringing = {}) {
    const all = ringing({ wrapup: atOnce, ...ring });
    all.talk.answer();
    all.run(1);
    all.talk.transfer(to);
    return all;
  }

  test('to a queue', () => {
    const { story, who, leg } = transferred({ queueId: 'sales' });
    expect(who()).toMatchObject({ endedAt: 1_000, disconnectType: 'TRANSFER' });
    expect(story.slice(-2)).toEqual([
      '1 line closed by flow',
      '1 enters {"queueId":"sales","queueName":"Sales","priority":0}',
    ]);
    expect(leg.holder).toBeUndefined();
    expect(transferred({ queueId: 'sales', priority: 5 }).story.at(-1)).toContain('"priority":5');
  });

  test('to a number', () => {
    const { story, run } = transferred({ number: '+4930123456' });
    run();
    expect(story.slice(-1)).toEqual(['1 rings +4930123456']);
  });

  test('to a number that does not answer ends the call', () => {
    const { story, run } = transferred({ number: '+4930123456' }, { outcome: 'busy' });
    run();
    expect(story).toContain('2 over by system');
  });

  test('to a user, who answers after five seconds where nothing is known of them', () => {
    const { story, run, begun, state, joined } = transferred({ userId: 'ben' });
    expect(story.slice(-3)).toEqual(['1 rings at Ben', '1 agent.alerted Ben', '1 user.start']);
    run();
    expect(story).toContain('6 agent.answered Ben');
    expect(begun.map(({ name }) => name)).toEqual(['Ben']);
    expect(state('ben')).toBe('INTERACTING');
    expect(joined[1]).toMatchObject({ purpose: 'agent', userId: 'ben', queueId: 'support' });
  });

  test.each([
    ['by name', 'Ben'],
    ['by id', 'ben'],
  ])('to a user whose behaviour the settings have %s', (_, key) => {
    const { story, run, state } = transferred(
      { userId: 'ben' },
      { callees: { [key]: { answersAfter: 2_000, talksFor: 4_000 } } },
    );
    run();
    expect(story).toContain('3 agent.answered Ben');
    expect(story).toContain('7 over by agent');
    // Ben was not on queue before.
    expect(state('ben')).toBe('OFF_QUEUE');
  });

  test('to a user on queue, who stays there', () => {
    const all = ringing({ wrapup: atOnce, callees: { ben: { answersAfter: 2_000, talksFor: 4_000 } } });
    all.agents.goOnQueue('ben');
    all.talk.answer();
    all.talk.transfer({ userId: 'ben' });
    all.run();
    expect(all.state('ben')).toBe('IDLE');
  });

  test('to a user who never answers ends the call after a minute', () => {
    const { story, run } = transferred({ userId: 'ben' }, { callees: { ben: {} } });
    run();
    expect(story).toContain('61 agent.missed Ben false');
    expect(story).toContain('61 over by system');
  });

  test.each<[what: string, busy: (all: ReturnType<typeof ringing>) => void, callees: Ringing['callees']]>([
    ['in the settings', () => undefined, { ben: { busy: true } }],
    ['with another call', ({ agents }) => agents.set('ben', 'INTERACTING'), {}],
  ])('to a user who is busy %s ends the call', (_, makeBusy, callees) => {
    const all = ringing({ wrapup: atOnce, ...(callees ? { callees } : {}) });
    makeBusy(all);
    all.talk.answer();
    all.talk.transfer({ userId: 'ben' });
    expect(all.story).toContain('0 transfer.failed  "Ben" "the user is busy"');
    expect(all.story).toContain('0 over by system');
  });

  test('comes from a behaviour, too: the next agent of a queue does the same, but keeps the call', () => {
    const all = ringing({ wrapup: atOnce });
    const transfer = { to: { queueId: 'sales' } };
    all.talk.behaviour = { ...behaviour, transfer };
    all.talk.answer();
    all.run();
    expect(all.story).toContain('10 enters {"queueId":"sales","queueName":"Sales","priority":0}');
    expect(all.behaviours.get('c')).toEqual({ ...behaviour, transfer: undefined });
  });

  test('from a behaviour: what comes then is said, or left to the settings of a user', () => {
    const then = { ...behaviour, talksFor: 1_000 };
    const said = ringing({ wrapup: atOnce });
    said.talk.behaviour = { ...behaviour, transfer: { to: { queueId: 'sales' }, then } };
    said.talk.answer();
    said.run();
    expect(said.behaviours.get('c')).toBe(then);
    const toUser = ringing({ wrapup: atOnce });
    toUser.behaviours.set('c', behaviour);
    toUser.talk.behaviour = { ...behaviour, transfer: { to: { userId: 'ben' } } };
    toUser.talk.answer();
    toUser.run(11);
    expect(toUser.behaviours.has('c')).toBe(false);
  });

  test.each<[what: string, to: Parameters<AgentTalk['transfer']>[0], mediaType: string, says: string]>([
    ['a queue that is not there', { queueId: 'x' }, 'VOICE', 'the org has no queue x'],
    ['a user who is not there', { userId: 'x' }, 'VOICE', 'the org has no user x'],
    ['what is no number', { number: 'x y' }, 'VOICE', "'x y' is no number that can be called"],
    ['a number, of messages', { number: '+331' }, 'MESSAGE', 'messages cannot be transferred to a number'],
  ])('cannot go to %s, and the agent keeps the call', (_, to, mediaType, says) => {
    const { talk } = ringing({ mediaType });
    talk.answer();
    expect(() => talk.transfer(to)).toThrow(new CannotSteer(says));
    expect(talk.connected).toBe(true);
  });
});

test('an agent writes to the customer of a conversation of messages', () => {
  const message = { channel: 'sms', from: '+331', to: '+1555' };
  const conversation = {
    id: 'c',
    mediaType: 'MESSAGE',
    place: { conversationId: 'c' },
    join: (fields: object) => ({ ...fields }),
  };
  const { talk } = ringing({ leg: { message, conversation } });
  expect(talk.write('Hello')).toEqual({
    channel: 'sms',
    from: '+1555',
    to: '+331',
    text: 'Hello',
    conversationId: 'c',
    place: { conversationId: 'c' },
  });
  expect(() => ringing().talk.write('Hello')).toThrow(
    new CannotSteer('this conversation is no conversation of messages'),
  );
});
