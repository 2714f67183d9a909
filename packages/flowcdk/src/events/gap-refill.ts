import { namedTopic } from '../process-automation/notification-topics';
import type { ListenerApi } from './api';
import { type Heard, keyOf } from './heard';
import type { Gap, GapTopic } from './listen-options';
import { refillRuleOf } from './refill-table';

export interface GapRefill {
  readonly api: ListenerApi;
  /** Takes an event that a refill brought. Gives whether it is new. */
  readonly take: (heard: Heard) => boolean;
  readonly now: () => number;
  /** Both ends of a gap are widened by so much. Milliseconds. */
  readonly margin: number;
  /** What was asked for in this gap before. @see RefillRequest */
  readonly questions: Set<string>;
}

/**
 * Asks the API for what a gap swallowed, kind by kind of topic.
 *
 * @param which `late`: only the kinds that analytics show late
 */
export async function refillGap(
  { api, take, now, margin, questions }: GapRefill,
  topicNames: readonly string[],
  from: number,
  to: number,
  which: 'all' | 'late' = 'all',
): Promise<Gap> {
  const kinds = new Map<string, string[]>();
  for (const name of topicNames) {
    const named = namedTopic(name);
    if (!named) continue;
    kinds.set(named.topic.name, [...(kinds.get(named.topic.name) ?? []), named.ids[0] ?? '']);
  }
  const topics: GapTopic[] = [];
  for (const [topic, ids] of kinds) {
    const { brings, source, isLate = false, refill } = refillRuleOf(topic);
    if (which === 'late' && !isLate) continue;
    const base = { topic, ids: ids.length, brings, source };
    if (!refill) {
      topics.push({ ...base, refilled: 0 });
      continue;
    }
    try {
      const events = await refill(api, { topic, ids, from: from - margin, to: to + margin, questions });
      const fresh = events.filter(({ topicName, event, mark }) =>
        take({
          topicName,
          topic,
          id: namedTopic(topicName)?.ids[0] ?? '',
          event,
          at: now(),
          from: 'refill',
          key: keyOf(topic, topicName, event, mark === undefined ? '' : `refill ${mark}`),
        }),
      );
      topics.push({ ...base, refilled: fresh.length });
    } catch (problem) {
      topics.push({ ...base, refilled: 0, problem: problem instanceof Error ? problem.message : String(problem) });
    }
  }
  return { from, to, topics };
}

/** Whether analytics, which show events late, are asked for some of these topics. */
export const hasLateTopics = (topicNames: readonly string[]): boolean =>
  topicNames.some((name) => refillRuleOf(namedTopic(name)?.topic.name ?? '').isLate === true);
