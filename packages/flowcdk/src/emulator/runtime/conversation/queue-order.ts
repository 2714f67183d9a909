import type { Org } from '../../state/org';
import type { AcdRequest } from './acd-request';

/** The data of a call that decide its place in a queue. */
export interface InQueue {
  readonly request: AcdRequest;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** One priority point counts as a minute of waiting (believed). Under `PriorityOnly` the priority decides first. */
const POINT = 60_000;

/**
 * The place of a call in its queue, from 1. Among equal calls the one that came first stands before the others.
 *
 * @param all the calls in all queues, in the order in which they came
 */
export function positionOf(call: InQueue, all: Iterable<InQueue>, org: Org): number {
  let ahead = 0;
  let came = true;
  for (const other of all) {
    if (other === call) came = false;
    else if (other.request.queueId === call.request.queueId) {
      const order = compare(other, call, org);
      if (order < 0 || (order === 0 && came)) ahead += 1;
    }
  }
  return ahead + 1;
}

/**
 * Orders calls, the most urgent first. Every queue keeps its own order. Between queues, priority and waiting time
 * decide (assumed).
 */
export function byUrgency<C extends InQueue>(calls: readonly C[], org: Org): readonly C[] {
  const queues = new Map<string, C[]>();
  for (const call of calls) {
    const { queueId } = call.request;
    const same = queues.get(queueId);
    if (same) same.push(call);
    else queues.set(queueId, [call]);
  }
  const lines = [...queues.values()].map((line) => line.sort((a, b) => compare(a, b, org)));
  const [only] = lines;
  if (only && lines.length === 1) return only;
  return merged(lines);
}

/** Merges the lines of the queues: it takes the most urgent first call of all lines, until no call is left. */
function merged<C extends InQueue>(lines: readonly C[][]): readonly C[] {
  // The first call of each line stands at the end here, where it is taken in little time.
  const left = lines.map((line) => line.toReversed());
  const order: C[] = [];
  for (;;) {
    let best: C[] = [];
    for (const line of left) {
      const [first, soonest] = [line.at(-1), best.at(-1)];
      if (first && (!soonest || byScore(first, soonest) < 0)) best = line;
    }
    const next = best.pop();
    if (!next) return order;
    order.push(next);
  }
}

/** Compares two calls of a queue. The result is negative if the first one is served first. */
function compare(a: InQueue, b: InQueue, org: Org): number {
  if (org.get('queue', a.request.queueId)?.scoringMethod !== 'PriorityOnly') return byScore(a, b);
  return b.request.priority - a.request.priority || a.since - b.since;
}

/** Subtracts the times first. A very high priority would otherwise swallow the difference of the times. */
const byScore = (a: InQueue, b: InQueue): number =>
  a.since - b.since - (a.request.priority - b.request.priority) * POINT;
