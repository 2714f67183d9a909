import { HAND_OVER_WITHIN, HandOver } from '../../../../src/emulator/runtime/bus/hand-over';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';

const MINUTE = 60_000;

/** Hands events over while the bus is down from one second to another; what becomes of each, by its name. */
function handing(...outages: readonly (readonly [from: number, to: number])[]) {
  const clock = new VirtualClock(0);
  const handOver = new HandOver(clock);
  handOver.faults = {
    outages: outages.map(([from, to]) => ({ from: new Date(from * 1000), to: new Date(to * 1000) })),
  };
  const story: string[] = [];
  const offer = (name: string, at = clock.now()): void => {
    const note = (what: string) => (): void => void story.push(`${clock.now() / 1000} ${name} ${what}`);
    handOver.offer({ at, arrive: note('arrives'), wait: note('waits'), lose: note('is lost') });
  };
  const run = (seconds = Infinity): void => void clock.runNow(() => false, clock.now() + seconds * 1000);
  return { clock, handOver, story, offer, run };
}

test('a bus that is up takes an event at once', () => {
  const { story, offer, handOver } = handing();
  offer('a');
  expect(story).toEqual(['0 a arrives']);
  expect(handOver.waiting).toBe(0);
});

test.each([
  ['before an outage', 9, ['9 a arrives']],
  ['at the beginning of an outage', 10, ['10 a waits', '25 a arrives']],
  ['in an outage', 19, ['19 a waits', '20 a arrives']],
  ['at the end of an outage', 20, ['20 a arrives']],
])('an event %s', (_, seconds, expected) => {
  const { story, offer, run } = handing([10, 20]);
  run(seconds);
  offer('a');
  run();
  expect(story).toEqual(expected);
});

test('events wait in one line; the tries are a second, then twice as long, up to five minutes', () => {
  const { clock, handOver, offer, run, story } = handing([0, 1_000]);
  const tries: number[] = [];
  const after = clock.after.bind(clock);
  clock.after = (milliseconds, act) => after(milliseconds, () => (tries.push(clock.now() / 1000), act()));
  offer('a');
  run(10);
  offer('b');
  expect(handOver.waiting).toBe(2);
  run();
  expect(tries).toEqual([1, 3, 7, 15, 31, 63, 127, 255, 511, 811, 1_111]);
  expect(story).toEqual(['0 a waits', '10 b waits', '1111 a arrives', '1111 b arrives']);
  expect(handOver.waiting).toBe(0);
});

test('after an outage the pauses begin anew', () => {
  const { story, offer, run } = handing([0, 100], [200, 201]);
  offer('a');
  run(200);
  offer('b');
  run();
  expect(story).toEqual(['0 a waits', '127 a arrives', '200 b waits', '201 b arrives']);
});

test('an event is given up four days after it happened, with a last try at that moment', () => {
  const days = HAND_OVER_WITHIN / 1000;
  expect(HAND_OVER_WITHIN).toBe(4 * 24 * 60 * MINUTE);
  const { story, offer, run, handOver } = handing([0, 2 * days]);
  offer('old', -100_000);
  offer('new');
  run(days - 100);
  expect(story.slice(2)).toEqual(['0 old is lost'].map(() => `${days - 100} old is lost`));
  expect(handOver.waiting).toBe(1);
  run();
  expect(story.at(-1)).toBe(`${days} new is lost`);
  expect(handOver.waiting).toBe(0);
});

test('an event whose last try comes when the bus is up again arrives', () => {
  const days = HAND_OVER_WITHIN / 1000;
  const { story, offer, run } = handing([0, days]);
  offer('a');
  run();
  expect(story.at(-1)).toBe(`${days} a arrives`);
});
