import { minutes } from '../../../src/architect/types';
import {
  conversationAcw,
  conversationCustomerEnd,
  type Gap,
  type Heard,
  listen,
  on,
  queueConversations,
  userPresence,
} from '../../../src/events';
import { chance } from '../../../src/testing';
import { callTo, lineToSupport } from './line';

const MINUTE = 60_000;
const faults = ['mute', 'mute', 'cut', 'closing', 'revoked'] as const;

/** How much happens in the 25 hours. */
export interface DayAndNight {
  readonly seed: number;
  /** Minutes from one call to the next; ten at least. */
  readonly callEvery: number;
  /** How often a socket meets something. */
  readonly troubles: number;
}

/** The seconds at which a socket meets something, most of them while a call ends, and what that is. */
function troublesOf({ seed, callEvery, troubles }: DayAndNight, calls: number) {
  const luck = chance(seed);
  return Array.from({ length: troubles }, () => ({
    at: Math.floor(luck.next() * calls) * callEvery * 60 + 50 + Math.floor(luck.next() * 50),
    fault: faults[Math.floor(luck.next() * faults.length)] ?? 'cut',
  }));
}

/** 25 hours with a renewal, cuts, closing notices and revoked tokens: nothing that can be refilled is lost or doubled. */
export async function livesThrough(day: DayAndNight): Promise<void> {
  const calls = Math.floor((25 * 60) / day.callEvery);
  const org = await lineToSupport({ seed: day.seed });
  const begin = org.clock.now();
  const heard: Heard[] = [];
  const gaps: Gap[] = [];
  const listener = await listen(
    [on(queueConversations, '*'), on(userPresence, '*')],
    (event) => void heard.push(event),
    { ...org.forListener, analyticsLag: 2 * MINUTE, onGap: (gap) => void gaps.push(gap) },
  );
  for (const { at, fault } of troublesOf(day, calls)) org.clock.at(begin + at * 1000, () => org.strikeSockets(fault));

  for (let call = 0; call < calls; call += 1) {
    const { conversationId } = callTo(org);
    const ends = [on(conversationCustomerEnd, conversationId), on(conversationAcw, conversationId)];
    await listener.add(ends, org.clock.now());
    await org.waits(minutes(8));
    await listener.remove(ends);
    await org.waits(minutes(day.callEvery - 8));
  }
  await org.waits(minutes(10));
  await listener.stop();

  const isEnd = (topic: string): boolean => /\.(?:acw|customer\.end)$/.test(topic);
  const happened = org.events.flatMap((event) =>
    event.type === 'event.published' && isEnd(event.topic) ? [event.topic] : [],
  );
  const heardEnds = heard.flatMap(({ topic, topicName }) => (isEnd(topic) ? [topicName] : []));
  expect(happened).toHaveLength(2 * calls);
  expect([...heardEnds].sort()).toEqual([...happened].sort());
  expect(new Set(heard.map(({ key }) => key)).size).toBe(heard.length);
  // Of conversations the state at the end of a gap comes back: each is known to be over.
  const last = new Map(
    heard.flatMap(({ topic, event }) =>
      topic === queueConversations.name ? [[(event as { id: string }).id, event] as const] : [],
    ),
  );
  const isOver = (event: unknown): boolean =>
    (event as { participants: { endTime?: string }[] }).participants.every(({ endTime }) => endTime !== undefined);
  expect([last.size, [...last.values()].filter(isOver).length]).toEqual([calls, calls]);
  const refilled = heard.filter(({ topic, from }) => isEnd(topic) && from === 'refill');
  expect(refilled.length).toBeGreaterThan(day.troubles / 15);
  // What does not come back is told.
  expect(gaps.length).toBeGreaterThan(day.troubles / 6);
  expect(gaps.flatMap(({ topics }) => topics).filter(({ brings }) => brings === 'state').length).toBeGreaterThan(
    day.troubles / 6,
  );
  expect(gaps.flatMap(({ topics }) => topics.flatMap(({ problem }) => problem ?? []))).toEqual([]);
  expect(listener.metrics).toMatchObject({ deadLetters: 0, waiting: 0 });
  expect(listener.metrics.rotations).toBeGreaterThan(0);
}
