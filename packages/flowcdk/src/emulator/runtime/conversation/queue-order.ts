import type { Org } from '../../state/org';
import type { AcdRequest } from './acd-request';

/** A call in a queue, as far as its place there goes. */
export interface InQueue {
  readonly request: AcdRequest;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** One priority point counts as a minute of waiting (believed); `PriorityOnly` looks at priority first. */
const POINT = 60_000;

/**
 * The place of a call in its queue, from 1. Of calls that are worth the same the one that came first stands before.
 *
 * @param all calls in all queues, as they came
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

/** The most urgent call first: every queue keeps its own order, between them priority and waiting count (assumed). */
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

/** Takes the most urgent of those at the head of their lines, until nobody is left. */
function merged<C extends InQueue>(lines: readonly C[][]): readonly C[] {
  const order: C[] = [];
  const heads = lines.map(() => 0);
  for (;;) {
    let best: number | undefined;
    for (const [i, line] of lines.entries()) {
      const head = line[heads[i] ?? 0];
      const soonest = best === undefined ? undefined : lines[best]?.[heads[best] ?? 0];
      if (head && (!soonest || byScore(head, soonest) < 0)) best = i;
    }
    const next = best === undefined ? undefined : lines[best]?.[heads[best] ?? 0];
    if (best === undefined || !next) return order;
    heads[best] = (heads[best] ?? 0) + 1;
    order.push(next);
  }
}

/** Which of two calls of a queue is served first. */
function compare(a: InQueue, b: InQueue, org: Org): number {
  if (org.get('queue', a.request.queueId)?.scoringMethod !== 'PriorityOnly') return byScore(a, b);
  return b.request.priority - a.request.priority || a.since - b.since;
}

/** The difference of times first: priorities may be so high that times would be lost beside them. */
const byScore = (a: InQueue, b: InQueue): number =>
  a.since - b.since - (a.request.priority - b.request.priority) * POINT;
