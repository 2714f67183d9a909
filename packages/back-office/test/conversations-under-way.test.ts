import { type Listener, type Listening, machineClock } from 'flowcdk/events';
import { conversationState, ConversationsUnderWay } from '../src/feeds/conversations-under-way';

const MINUTE = 60_000;
const BEGAN = '2026-11-21T12:00:00.000Z';
const ENDED = '2026-11-21T12:05:00.000Z';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'], now: Date.parse(ENDED) }));
afterEach(() => jest.useRealTimers());

const turn = (): Promise<void> => new Promise(setImmediate);
const pass = async (milliseconds: number): Promise<void> => {
  jest.advanceTimersByTime(milliseconds);
  await turn();
};

/** A listener that says what it is asked. `refuse` lets it fail. */
function listenerOf() {
  const said: string[] = [];
  let refusal: Error | undefined;
  const say = (verb: string, topics: readonly Listening[], since?: number): Promise<void> => {
    const ids = [...new Set(topics.map(({ id }) => id))].join(' ');
    said.push(`${verb} ${ids}${since === undefined ? '' : ` since ${new Date(since).toISOString()}`}`);
    return refusal ? Promise.reject(refusal) : Promise.resolve();
  };
  const listener: Pick<Listener, 'add' | 'remove'> = {
    add: (topics, since) => say('add', topics, since),
    remove: (topics) => say('remove', topics),
  };
  return { listener: Promise.resolve(listener), said, refuse: (problem?: Error) => (refusal = problem) };
}

const talking = { connectedTime: BEGAN };
const gone = { connectedTime: BEGAN, endTime: ENDED };
const working = { ...gone, startAcwTime: ENDED };
const worked = { ...working, endAcwTime: ENDED };

test('a conversation is listened to from its beginning, and left five minutes after it is over', async () => {
  const { listener, said } = listenerOf();
  const underWay = new ConversationsUnderWay(listener, machineClock, () => undefined);
  for (const participants of [[talking], [gone, talking], [gone, working], [gone, worked]]) {
    underWay.see({ id: 'a', participants });
    await turn();
    expect(said).toEqual([`add a since ${BEGAN}`]);
  }
  await pass(5 * MINUTE - 1);
  expect(said).toHaveLength(1);
  await pass(1);

  expect(said.slice(1)).toEqual(['remove a']);
  underWay.stop();
});

test('a conversation that goes on again is not left', async () => {
  const { listener, said } = listenerOf();
  const underWay = new ConversationsUnderWay(listener, machineClock, () => undefined);
  underWay.see({ id: 'a', participants: [gone] });
  await pass(MINUTE);
  underWay.see({ id: 'a', participants: [gone, talking] });
  await pass(10 * MINUTE);

  expect(said).toEqual([`add a since ${BEGAN}`]);
  underWay.stop();
});

test('conversations that come at once are one request, and what a listener refuses is tried again', async () => {
  const { listener, said, refuse } = listenerOf();
  const problems: string[] = [];
  const underWay = new ConversationsUnderWay(listener, machineClock, (problem) => problems.push(problem));
  refuse(new Error('503'));
  for (const id of ['a', 'b']) underWay.see({ id, participants: [talking] });
  await turn();
  underWay.see({ id: 'c', participants: [] });
  refuse();
  await pass(30_000);

  expect(said).toEqual([`add a b since ${BEGAN}`, `add a b c since ${BEGAN}`]);
  expect(problems).toEqual(['2 conversations: 503']);
  underWay.stop();
});

test('after its end nothing is asked any more', async () => {
  const { listener, said } = listenerOf();
  const underWay = new ConversationsUnderWay(listener, machineClock, () => undefined);
  underWay.see({ id: 'a', participants: [gone] });
  await turn();
  underWay.stop();
  underWay.see({ id: 'b', participants: [talking] });
  await pass(10 * MINUTE);

  expect(said).toHaveLength(1);
});

test.each([
  [{ id: 'a' }, { id: 'a', participants: [] }],
  [{ participants: [] }, undefined],
  [{ id: 'a', participants: 'nobody' }, undefined],
  [null, undefined],
])('the event %j is the state %j', (event, state) => {
  expect(conversationState(event)).toEqual(state);
});
