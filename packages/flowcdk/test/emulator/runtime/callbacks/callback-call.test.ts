import { CallbackCall } from '../../../../src/emulator/runtime/callbacks/callback-call';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { CallEnder } from '../../../../src/emulator/runtime/events';
import type { CalleeBehaviour } from '../../../../src/emulator/runtime/settings';

/** A call to the customer of a callback, and what becomes of it. */
function calling(behaviour: CalleeBehaviour, { withAgent = true } = {}) {
  const clock = new VirtualClock(0);
  const story: string[] = [];
  const note = (what: string): number => story.push(`${clock.now()} ${what}`);
  const customer: { calls?: object[] } = {};
  const agent: { calls?: object[] } = {};
  let ids = 0;
  const call = new CallbackCall(
    {
      clock,
      newId: () => `id-${(ids += 1)}`,
      detail: { callStart: () => note('start'), callEnd: () => note('end') },
      people: {
        takeCall: (number: string) => {
          note(`calls ${number}`);
          return behaviour;
        },
      },
    } as never,
    { customer } as never,
    (withAgent ? agent : undefined) as never,
  );
  call.dial('+331', (outcome) => note(outcome));
  const run = (milliseconds = Infinity): void => void clock.runNow(() => false, clock.now() + milliseconds);
  return { call, story, run, customer, agent };
}

test.each<[what: string, behaviour: CalleeBehaviour, outcome: string, connected: boolean]>([
  ['answers', { answersAfter: 3_000 }, '3000 answered', true],
  ['answers in a minute', { answersAfter: 60_000 }, '60000 answered', true],
  ['answers later than that', { answersAfter: 60_001 }, '60000 noAnswer', false],
  ['never answers', {}, '60000 noAnswer', false],
  ['is busy', { busy: true, answersAfter: 3_000 }, '0 busy', false],
])('a customer who %s', (_, behaviour, outcome, connected) => {
  const { call, story, run } = calling(behaviour);
  run();
  expect(story.filter((line) => !/ (start|calls .*|end)$/.test(line))).toEqual([outcome]);
  expect(call.connected).toBe(connected);
});

test('agent and customer have a session each, from the dialling on', () => {
  const { call, story, run, agent, customer } = calling({ answersAfter: 3_000, talksFor: 9_000 });
  expect(call.talksFor).toBe(9_000);
  expect(call.connected).toBe(false);
  run();
  expect(story).toEqual(['0 calls +331', '0 start', '3000 answered']);
  expect(agent.calls).toEqual([{ sessionId: 'id-1', startedAt: 0, connectedAt: 3_000 }]);
  expect(customer.calls).toEqual([{ sessionId: 'id-2', startedAt: 0, connectedAt: 3_000 }]);
});

test('whoever is not reached leaves', () => {
  const { story, run, agent, customer } = calling({});
  run();
  expect(story.slice(2)).toEqual(['60000 end', '60000 noAnswer']);
  expect(agent.calls).toMatchObject([{ endedAt: 60_000, disconnectType: 'NO_ANSWER_TRANSFER' }]);
  expect(customer.calls).toMatchObject([{ endedAt: 60_000, disconnectType: 'ENDPOINT' }]);
});

test.each<[by: CallEnder, agent: string, customer: string]>([
  ['caller', 'PEER', 'ENDPOINT'],
  ['agent', 'CLIENT', 'PEER'],
  ['system', 'SYSTEM', 'SYSTEM'],
])('ended by the %s: the agent leaves by %s, the customer by %s', (by, ofAgent, ofCustomer) => {
  const { call, story, run, agent, customer } = calling({ answersAfter: 1_000 });
  run(5_000);
  call.end(by);
  expect(call.connected).toBe(false);
  expect(agent.calls).toMatchObject([{ endedAt: 5_000, disconnectType: ofAgent }]);
  expect(customer.calls).toMatchObject([{ endedAt: 5_000, disconnectType: ofCustomer }]);
  run(1_000);
  // It ends once.
  call.end('system');
  expect(story.filter((line) => line.endsWith(' end'))).toEqual(['5000 end']);
  expect(customer.calls).toMatchObject([{ endedAt: 5_000 }]);
});

test('a call that ends while it rings is answered no more', () => {
  const { call, story, run } = calling({ answersAfter: 3_000 });
  run(1_000);
  call.end('agent');
  run();
  expect(story).toEqual(['0 calls +331', '0 start', '1000 end']);
});

test('before there is an agent the org calls by itself', () => {
  const { call, story, run, customer, agent } = calling({ answersAfter: 3_000 }, { withAgent: false });
  run();
  call.end('caller');
  expect(story).toEqual(['0 calls +331', '3000 answered']);
  expect(customer.calls).toMatchObject([{ connectedAt: 3_000, endedAt: 3_000, disconnectType: 'ENDPOINT' }]);
  expect(agent.calls).toBeUndefined();
});
