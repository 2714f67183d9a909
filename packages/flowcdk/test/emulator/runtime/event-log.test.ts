import { VirtualClock } from '../../../src/emulator/runtime/clock';
import { EventLog, type EventLogOptions } from '../../../src/emulator/runtime/event-log';
import { LONGEST_TEXT } from '../../../src/emulator/runtime/event-bounds';

const logWith = (bounds: Omit<EventLogOptions, 'clock'>) => new EventLog({ clock: new VirtualClock(0), ...bounds });
const MEGABYTE = 1024 * 1024;

/** What a log with a bound keeps of a value. */
function keptOf(value: Parameters<typeof set>[1]): unknown {
  const log = logWith({ keepBytes: MEGABYTE });
  set(log, value);
  return (log.events[0] as unknown as { readonly value: unknown }).value;
}

const set = (log: EventLog, value: string | number | readonly string[] | { readonly [name: string]: string }): void =>
  log.add('variable.set', { flow: 'Report' }, { variable: 'Flow.text', value });

describe('a log with a bound in bytes', () => {
  test.each([
    ['a number', 5],
    ['a text that is not long', 'x'.repeat(LONGEST_TEXT)],
    ['a list', ['a', 'b']],
  ])('keeps %s as it is', (_, value) => {
    expect(keptOf(value)).toBe(value);
  });

  test('cuts a long text, and says by how much', () => {
    expect(keptOf('x'.repeat(1_000_000))).toBe(`${'x'.repeat(LONGEST_TEXT)}… (983616 more characters)`);
    expect(keptOf('x'.repeat(LONGEST_TEXT + 1))).toBe(`${'x'.repeat(LONGEST_TEXT)}… (1 more character)`);
  });

  test('does not cut a character in two', () => {
    const half = `${'x'.repeat(LONGEST_TEXT - 1)}😀`;

    expect(keptOf(half)).toBe(`${'x'.repeat(LONGEST_TEXT - 1)}… (1 more character)`);
  });

  test('cuts a long list and an object of many fields', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `${i}`);
    const list = keptOf(many) as readonly string[];
    const fields = keptOf(Object.fromEntries(many.map((name) => [name, name]))) as object;

    expect(list.at(-1)).toBe(`… (${many.length - list.length + 1} more items)`);
    expect(Object.entries(fields).at(-1)).toEqual([
      '…',
      `(${many.length - Object.keys(fields).length + 1} more fields)`,
    ]);
    for (const kept of [list, fields]) expect(JSON.stringify(kept).length).toBeLessThan(250_000);
  });

  test('shares the room of an event among its values', () => {
    const texts = keptOf(Array.from({ length: 10 }, () => 'x'.repeat(20_000))) as readonly string[];

    expect(texts.join('').length).toBeLessThan(70_000);
    expect(texts.at(-1)).toMatch(/^… \(\d more items\)$/);
  });

  test('drops the older half when it is full; numbers go on', () => {
    const log = logWith({ keepBytes: MEGABYTE });
    for (let i = 0; i < 1_000; i++) set(log, `${i} ${'x'.repeat(10_000)}`);

    const numbers = log.events.map(({ number }) => number);
    expect(numbers.at(-1)).toBe(1_000);
    expect(numbers).toEqual(numbers.map((_, i) => 1_001 - numbers.length + i));
    expect(numbers.length).toBeGreaterThanOrEqual(24);
    expect(numbers.length).toBeLessThanOrEqual(52);
  });

  test('is empty after it was cleared, and fills again', () => {
    const log = logWith({ keepBytes: MEGABYTE });
    for (let i = 0; i < 40; i++) set(log, 'x'.repeat(10_000));
    log.clear();
    expect(log.events).toEqual([]);
    for (let i = 0; i < 40; i++) set(log, 'x'.repeat(10_000));
    expect(log.events).toHaveLength(40);
  });
});

test('a log without a bound keeps everything, as in tests', () => {
  const log = logWith({});
  const text = 'x'.repeat(1_000_000);
  set(log, text);

  expect(log.events).toMatchObject([{ value: text }]);
});

test('a log with a bound in number keeps at least so many', () => {
  const log = logWith({ keep: 10, keepBytes: MEGABYTE });
  for (let i = 0; i < 95; i++) set(log, i);

  expect(log.events.length).toBeGreaterThanOrEqual(10);
  expect(log.events.length).toBeLessThanOrEqual(20);
  expect(log.events.at(-1)).toMatchObject({ number: 95, value: 94 });
});

test('a log that keeps nothing tells its listeners, and wants only the kinds that somebody listens to', () => {
  const log = logWith({ keep: 0 });
  expect(log.wants('variable.set')).toBe(false);
  const heard: number[] = [];
  const end = log.listenTo(['variable.set'], ({ number }) => heard.push(number));
  expect([log.wants('variable.set'), log.wants('call.offered')]).toEqual([true, false]);
  set(log, 'a');
  set(log, 'b');
  expect([heard, log.events, log.newest]).toEqual([[1, 2], [], 2]);

  end();
  set(log, 'c');
  expect(heard).toEqual([1, 2]);
});

test('a log that keeps nothing and has a bound in bytes cuts what its listeners get', () => {
  const log = logWith({ keep: 0, keepBytes: MEGABYTE });
  const heard: unknown[] = [];
  log.listen((event) => heard.push((event as unknown as { readonly value: unknown }).value));
  set(log, 'x'.repeat(LONGEST_TEXT + 2));
  expect(heard).toEqual([`${'x'.repeat(LONGEST_TEXT)}… (2 more characters)`]);
});

test('numbers begin at 1; before the first event the newest is 0', () => {
  const log = logWith({});
  expect(log.newest).toBe(0);
  set(log, 'a');
  expect([log.newest, log.events[0]?.number]).toEqual([1, 1]);
});

test('a log with a bound in number keeps twice as many, then drops the older half', () => {
  const log = logWith({ keep: 10 });
  for (let i = 0; i < 20; i += 1) set(log, i);
  expect(log.events).toHaveLength(20);
  set(log, 20);
  expect(log.events.map(({ number }) => number)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
});

describe('what a person does because of an event', () => {
  test('happens at once where no listener runs', () => {
    const done: string[] = [];
    logWith({}).afterwards(() => done.push('now'));
    expect(done).toEqual(['now']);
  });

  test('waits until all listeners have heard the event', () => {
    const clock = new VirtualClock(0);
    const log = new EventLog({ clock });
    const done: string[] = [];
    log.listen(() => log.afterwards(() => done.push('the person acts')));
    log.listen(() => done.push('the last listener hears'));
    set(log, 'a');
    clock.runNow();
    expect(done).toEqual(['the last listener hears', 'the person acts']);
  });

  test('happens at once again after a listener that failed', () => {
    const log = logWith({});
    log.listen(() => {
      throw new Error('a broken listener');
    });
    expect(() => set(log, 'a')).toThrow('a broken listener');
    const done: string[] = [];
    log.afterwards(() => done.push('now'));
    expect(done).toEqual(['now']);
  });
});
