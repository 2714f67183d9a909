import type { AgentTalk } from '../../../../src/emulator/runtime/conversation/agent-talk';
import { CannotSteer } from '../../../../src/emulator/runtime/conversation/cannot-steer';
import { Talks } from '../../../../src/emulator/runtime/conversation/talks';

type State = 'ringing' | 'talking' | 'wrappingUp' | 'over';

/** A talk of an agent in a state, and what the agent was let do. */
function talkOf(agent: string, state: State, done: string[] = []) {
  const does =
    (what: string) =>
    (...args: readonly unknown[]): unknown => {
      done.push([agent, what, ...args.map((arg) => JSON.stringify(arg))].join(' '));
      return { text: args[0] };
    };
  const talk = {
    answered: state !== 'ringing',
    connected: state === 'talking',
    wrappingUp: state === 'wrappingUp',
    wrapUpRequested: false,
    participant: { startedAt: 1_000 },
    leg: `leg of ${agent}`,
    ...Object.fromEntries(
      ['behave', 'hold', 'resume', 'write', 'transfer', 'wrapUp', 'endWrapUp'].map((what) => [what, does(what)]),
    ),
  };
  return talk as unknown as AgentTalk & { wrapUpRequested: boolean };
}

function talks() {
  const done: string[] = [];
  const list = new Talks({
    log: { afterwards: (act: () => unknown) => act() },
    calls: { end: (leg: unknown, by: string) => done.push(`${String(leg)} ended by ${by}`) },
  } as never);
  return { list, done };
}

const behaviour = { answersAfter: 5_000, talksFor: 60_000, wrapsUpIn: 0 };

test('the agent who has answered can be steered', () => {
  const { list, done } = talks();
  const talk = talkOf('Ada', 'talking', done);
  expect(list.isTalking('c')).toBe(false);
  list.begin('c', talk);
  expect(list.isTalking('c')).toBe(true);
  list.hold('c');
  list.resume('c');
  expect(list.write('c', 'Hello')).toEqual({ text: 'Hello' });
  list.transfer('c', { userId: 'Ben' });
  list.behave('c', behaviour);
  list.wrapUp('c', 'Resolved');
  list.wrapUp('c', 'Resolved', 'all fine');
  list.endWrapUp('c');
  list.hangUp('c');
  expect(done).toEqual([
    'Ada hold',
    'Ada resume',
    'Ada write "Hello"',
    'Ada transfer {"userId":"Ben"}',
    `Ada behave ${JSON.stringify(behaviour)}`,
    'Ada wrapUp "Resolved" ""',
    'Ada wrapUp "Resolved" "all fine"',
    'Ada endWrapUp',
    'leg of Ada ended by agent',
  ]);
  list.requestWrapUp('c');
  expect(talk.wrapUpRequested).toBe(true);
});

test.each<[what: string, steer: (list: Talks) => void, says: string]>([
  ['hold', (list) => list.hold('c'), 'no agent talks on this call'],
  ['write', (list) => void list.write('c', 'Hello'), 'no agent talks on this call'],
  ['hang up', (list) => list.hangUp('c'), 'no agent talks on this call'],
  ['wrap up', (list) => list.wrapUp('c', 'Resolved'), 'no agent has had this call'],
])('where no agent has the call, none can %s', (_, steer, says) =>
  expect(() => steer(talks().list)).toThrow(new CannotSteer(says)),
);

test('an agent who has hung up talks no more, but wraps up', () => {
  const { list, done } = talks();
  list.begin('c', talkOf('Ada', 'wrappingUp', done));
  expect(list.isTalking('c')).toBe(false);
  expect(() => list.hold('c')).toThrow(CannotSteer);
  list.wrapUp('c', 'Resolved');
  expect(done).toEqual(['Ada wrapUp "Resolved" ""']);
});

test('a call rings at a user until the user answers', () => {
  const { list, done } = talks();
  const ringing = talkOf('Ben', 'ringing', done);
  list.ring('c', ringing);
  expect(list.ringing('c')).toBe(ringing);
  expect(list.ringing('other')).toBeUndefined();
  // The user answers at the moment that the behaviour names, counted from the first ring.
  list.behave('c', behaviour);
  expect(done).toEqual([`Ben behave ${JSON.stringify(behaviour)} 6000`]);

  list.begin('c', talkOf('Ben', 'talking', done));
  expect(list.ringing('c')).toBeUndefined();
  list.behave('c', behaviour);
  expect(done.at(-1)).toBe(`Ben behave ${JSON.stringify(behaviour)}`);
});

test('a talk that was answered elsewhere rings no more', () => {
  const { list } = talks();
  list.ring('c', talkOf('Ben', 'over'));
  expect(list.ringing('c')).toBeUndefined();
});

describe('an agent who transferred the call and still wraps up', () => {
  test('comes before the agent who has the call now', () => {
    const { list, done } = talks();
    list.begin('c', talkOf('Ada', 'wrappingUp', done));
    list.begin('c', talkOf('Ben', 'wrappingUp', done));
    list.begin('c', talkOf('Cid', 'talking', done));
    list.wrapUp('c', 'Resolved');
    list.endWrapUp('c');
    expect(done).toEqual(['Ada wrapUp "Resolved" ""', 'Ada endWrapUp', 'Ben endWrapUp', 'Cid endWrapUp']);
  });

  test('unless the agent is done with it', () => {
    const { list, done } = talks();
    list.begin('c', talkOf('Ada', 'over', done));
    list.begin('c', talkOf('Ben', 'talking', done));
    list.wrapUp('c', 'Resolved');
    list.endWrapUp('c');
    expect(done).toEqual(['Ben wrapUp "Resolved" ""', 'Ben endWrapUp']);
  });
});

test('nothing is left of a call that is forgotten', () => {
  const { list, done } = talks();
  list.begin('c', talkOf('Ada', 'wrappingUp', done));
  list.begin('c', talkOf('Ben', 'talking', done));
  list.ring('c', talkOf('Cid', 'ringing', done));
  list.forget('c');
  expect(list.isTalking('c')).toBe(false);
  expect(list.ringing('c')).toBeUndefined();
  list.endWrapUp('c');
  expect(done).toEqual([]);
});
