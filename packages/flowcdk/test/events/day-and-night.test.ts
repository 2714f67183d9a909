import { minutes } from '../../src/architect/types';
import {
  conversationAcw,
  conversationCustomerEnd,
  type Gap,
  type Heard,
  listen,
  on,
  queueConversations,
  userPresence,
} from '../../src/events';
import { chance } from '../../src/testing';
import { callTo, lineToSupport } from './private/line';

jest.setTimeout(60_000);

const HOURS = 25;
const MINUTE = 60_000;

const CALLS = HOURS * 6;
const faults = ['mute', 'mute', 'cut', 'closing', 'revoked'] as const;

/** The seconds at which a socket meets something, most of them while a call ends, and what that is. */
function troublesOf(seed: number): readonly { readonly at: number; readonly fault: (typeof faults)[number] }[] {
  const luck = chance(seed);
  return Array.from({ length: 60 }, () => ({
    at: Math.floor(luck.next() * CALLS) * 600 + 50 + Math.floor(luck.next() * 50),
    fault: faults[Math.floor(luck.next() * faults.length)] ?? 'cut',
  }));
}

test.each([1, 2])(
  'in 25 hours with a renewal, cuts, closing notices and revoked tokens nothing that can be refilled is lost or doubled (seed %i)',
  async (seed) => {
    const org = await lineToSupport({ seed });
    const begin = org.clock.now();
    const heard: Heard[] = [];
    const gaps: Gap[] = [];
    const listener = await listen(
      [on(queueConversations, '*'), on(userPresence, '*')],
      (event) => void heard.push(event),
      { ...org.forListener, analyticsLag: 2 * MINUTE, onGap: (gap) => void gaps.push(gap) },
    );
    for (const { at, fault } of troublesOf(seed)) org.clock.at(begin + at * 1000, () => org.strikeSockets(fault));

    let met = 0;
    for (let call = 0; call < CALLS; call += 1) {
      const { conversationId } = callTo(org);
      const ends = [on(conversationCustomerEnd, conversationId), on(conversationAcw, conversationId)];
      await listener.add(ends, org.clock.now());
      await org.waits(minutes(8));
      await listener.remove(ends);
      await org.waits(minutes(2));
      met += 1;
    }
    await org.waits(minutes(10));
    await listener.stop();

    const isEnd = (topic: string): boolean => /\.(?:acw|customer\.end)$/.test(topic);
    const happened = org.events.flatMap((event) =>
      event.type === 'event.published' && isEnd(event.topic) ? [event.topic] : [],
    );
    const heardEnds = heard.flatMap(({ topic, topicName }) => (isEnd(topic) ? [topicName] : []));
    expect(happened).toHaveLength(2 * met);
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
    expect([last.size, [...last.values()].filter(isOver).length]).toEqual([met, met]);
    const refilled = heard.filter(({ topic, from }) => isEnd(topic) && from === 'refill');
    expect(refilled.length).toBeGreaterThan(5);
    // What does not come back is told.
    expect(gaps.length).toBeGreaterThan(10);
    expect(gaps.flatMap(({ topics }) => topics).filter(({ brings }) => brings === 'state').length).toBeGreaterThan(10);
    expect(gaps.flatMap(({ topics }) => topics.flatMap(({ problem }) => problem ?? []))).toEqual([]);
    expect(listener.metrics).toMatchObject({ deadLetters: 0, waiting: 0 });
    expect(listener.metrics.rotations).toBeGreaterThan(0);
  },
);
