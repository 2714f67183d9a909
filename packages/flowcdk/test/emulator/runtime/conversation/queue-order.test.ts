import { byUrgency, type InQueue, positionOf } from '../../../../src/emulator/runtime/conversation/queue-order';
import type { Org } from '../../../../src/emulator/state/org';

interface Call extends InQueue {
  readonly name: string;
}

const MINUTE = 60_000;

const call = (name: string, queueId: string, minute: number, priority = 0): Call =>
  ({ name, since: minute * MINUTE, request: { queueId, priority } }) as Call;

/** Queues whose names begin with P look at priority only. */
const org = {
  get: (_: string, id: string) => ({ scoringMethod: id.startsWith('P') ? 'PriorityOnly' : 'TimestampAndPriority' }),
} as unknown as Org;

const order = (...calls: readonly Call[]): string =>
  byUrgency(calls, org)
    .map(({ name }) => name)
    .join(' ');

test.each([
  ['the call that came first', [call('b', 'Q', 2), call('a', 'Q', 1)], 'a b'],
  ['equal calls in the order in which they came', [call('a', 'Q', 1), call('b', 'Q', 1)], 'a b'],
  ['a point of priority for a minute of waiting', [call('a', 'Q', 0), call('b', 'Q', 2, 3)], 'b a'],
  ['no less than a minute for a point', [call('a', 'Q', 0), call('b', 'Q', 2, 1)], 'a b'],
  ['a point for each by which the priorities differ', [call('a', 'Q', 0, 5), call('b', 'Q', 2, 8)], 'b a'],
  ['also where the one that came first has more', [call('a', 'Q', 0, 8), call('b', 'Q', 2, 5)], 'a b'],
  ['priority only', [call('a', 'P', 0), call('b', 'P', 9, 1), call('c', 'P', 8, 1)], 'c b a'],
  ['the calls of two queues by waiting time', [call('a', 'Q', 2), call('b', 'R', 1), call('c', 'R', 3)], 'b a c'],
  ['the calls of two queues by priority', [call('a', 'Q', 0), call('b', 'R', 5, 6)], 'b a'],
  ['equal calls of two queues in the order of the queues', [call('a', 'Q', 1), call('b', 'R', 1)], 'a b'],
  // In its own line b stands before a, which waits longer, so a waits for b.
  ['each queue in its own order', [call('a', 'P', 0), call('b', 'P', 9, 1), call('c', 'Q', 1)], 'c b a'],
  ['nothing', [], ''],
])('most urgent first: %s', (_, calls, expected) => expect(order(...calls)).toBe(expected));

test.each([
  ['alone', [call('x', 'Q', 1)], 1],
  ['behind the one that came before', [call('a', 'Q', 0), call('x', 'Q', 1)], 2],
  ['before the one that came later', [call('x', 'Q', 1), call('a', 'Q', 2)], 1],
  ['behind one of the same moment that came before', [call('a', 'Q', 1), call('x', 'Q', 1)], 2],
  ['before one of the same moment that came later', [call('x', 'Q', 1), call('a', 'Q', 1)], 1],
  ['behind one of more priority that came later', [call('x', 'Q', 1), call('a', 'Q', 2, 2)], 2],
  ['not behind calls of another queue', [call('a', 'R', 0), call('x', 'Q', 1)], 1],
  ['behind several', [call('a', 'Q', 0), call('b', 'Q', 0), call('x', 'Q', 1), call('c', 'Q', 1)], 3],
  ['by priority only', [call('a', 'P', 0), call('x', 'P', 1, 1)], 1],
])('the place of a call: %s', (_, calls, expected) => {
  const x = calls.find(({ name }) => name === 'x') as Call;
  expect(positionOf(x, calls, org)).toBe(expected);
});
