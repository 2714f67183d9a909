import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { type Clock, RealClock, VirtualClock } from '../../../src/emulator/runtime/clock';

describe('the virtual clock', () => {
  test('what is due runs in order of time, and of asking where the time is the same', () => {
    const clock = new VirtualClock(0);
    const ran: string[] = [];
    clock.after(20, () => ran.push('third'));
    clock.after(10, () => {
      ran.push('first');
      clock.after(10, () => ran.push('asked last'));
    });
    clock.after(10, () => ran.push('second'));
    clock.runNow();
    expect(ran).toEqual(['first', 'second', 'third', 'asked last']);
    expect(clock.now()).toBe(20);
  });

  test('what was taken back does not run', () => {
    const clock = new VirtualClock(0);
    const takeBack = clock.after(10, () => {
      throw new Error('it was taken back');
    });
    takeBack();
    expect(clock.idle).toBe(true);
    expect(clock.step()).toBe(false);
  });

  test('time does not stop at what was taken back', () => {
    const clock = new VirtualClock(0);
    clock.after(10, () => undefined)();
    clock.after(20, () => undefined);
    expect(clock.step(15)).toBe(false);
    expect(clock.now()).toBe(0);
    expect(clock.step()).toBe(true);
    expect(clock.now()).toBe(20);
  });

  test('what was taken back is not the next', () => {
    const clock = new VirtualClock(0);
    clock.after(10, () => undefined)();
    expect(clock.next).toBeUndefined();
    clock.after(20, () => undefined);
    expect(clock.next).toBe(20);
  });

  test.each([0, -5])('what is due after %i milliseconds is due now', (milliseconds) => {
    const clock = new VirtualClock(1_000);
    clock.after(milliseconds, () => undefined);
    clock.runNow();
    expect(clock.now()).toBe(1_000);
  });

  test('it is idle only where nothing is due and nobody holds it', () => {
    const clock = new VirtualClock(0);
    expect(clock.idle).toBe(true);
    const letGo = clock.hold();
    expect(clock.idle).toBe(false);
    letGo();
    clock.after(10, () => undefined);
    expect(clock.idle).toBe(false);
  });

  test('who lets go twice lets go for nobody else', () => {
    const clock = new VirtualClock(0);
    const letGo = clock.hold();
    clock.hold();
    letGo();
    letGo();
    expect(clock.held).toBe(true);
  });

  test('a run without an end stops at the last moment at which something is due', async () => {
    const clock = new VirtualClock(0);
    clock.after(10, () => undefined);
    await clock.run();
    expect(clock.now()).toBe(10);
  });

  test('time that nothing happens in passes too', () => {
    const clock = new VirtualClock(1_000);
    clock.runNow(() => false, 5_000);
    expect(clock.now()).toBe(5_000);
  });

  test('it stands still while something outside of it is awaited', async () => {
    const clock = new VirtualClock(0);
    const ran: string[] = [];
    const release = clock.hold();
    clock.after(10, () => ran.push('later'));
    expect(() => clock.runNow()).toThrow('use run()');
    const running = clock.run();
    await Promise.resolve();
    expect(ran).toEqual([]);
    release();
    await running;
    expect(ran).toEqual(['later']);
  });

  test('a second run begins when the first is over', async () => {
    const clock = new VirtualClock(0);
    const letGo = clock.hold();
    clock.after(10, () => undefined);
    const first = clock.run(() => false, 1_000).then(() => clock.now());
    const second = clock.run(() => false, 2_000).then(() => clock.now());
    letGo();
    expect(await Promise.all([first, second])).toEqual([1_000, 2_000]);
  });

  test.each([10, 1_000])('a heap of %i moments comes out sorted', (count) => {
    const clock = new VirtualClock(0);
    const seen: number[] = [];
    for (let i = 0; i < count; i += 1) clock.after((i * 7919) % 1009, () => seen.push(clock.now()));
    clock.runNow();
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen).toHaveLength(count);
  });
});

describe('the real clock', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('goes as the machine does', () => {
    const clock = new RealClock();
    const ran: number[] = [];
    const start = clock.now();
    clock.after(50, () => ran.push(clock.now() - start));
    jest.advanceTimersByTime(49);
    expect(ran).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(ran).toEqual([50]);
  });

  test('can be moved ahead: what is due happens at its own moment', async () => {
    const clock = new RealClock();
    const start = clock.now();
    const ran: number[] = [];
    clock.after(60_000, () => {
      ran.push(clock.now() - start);
      clock.after(30_000, () => ran.push(clock.now() - start));
    });
    expect(await clock.advance(3_600_000)).toBe(true);
    expect(ran).toEqual([60_000, 90_000]);
    expect(clock.now() - start).toBe(3_600_000);
    clock.stop();
  });

  test('shows the time of the machine until it is moved', () => {
    expect(new RealClock().now()).toBe(Date.now());
  });

  test.each([0, -5])('what is due after %i milliseconds is due at once', (milliseconds) => {
    const clock = new RealClock();
    const ran: string[] = [];
    clock.after(milliseconds, () => ran.push('now'));
    jest.advanceTimersByTime(0);
    expect(ran).toEqual(['now']);
  });

  test.each([0, -1_000])('a move by %i milliseconds runs what is due now and moves nothing', async (milliseconds) => {
    const clock = new RealClock();
    const start = clock.now();
    const ran: string[] = [];
    clock.after(0, () => ran.push('now'));
    clock.after(1, () => ran.push('later'));
    await clock.advance(milliseconds);
    expect([ran, clock.now() - start]).toEqual([['now'], 0]);
    clock.stop();
  });

  test('what is due at the end of a move belongs to it', async () => {
    const clock = new RealClock();
    const ran: string[] = [];
    clock.after(1_000, () => ran.push('at the end'));
    await clock.advance(1_000);
    expect(ran).toEqual(['at the end']);
  });

  test('goes on as the machine does after a move', async () => {
    const clock = new RealClock();
    const ran: string[] = [];
    clock.after(60_050, () => ran.push('was due before'));
    await clock.advance(60_000);
    jest.advanceTimersByTime(50);
    expect(ran).toEqual(['was due before']);
    clock.after(50, () => ran.push('is due since'));
    jest.advanceTimersByTime(50);
    expect(ran).toEqual(['was due before', 'is due since']);
  });

  test.each(['before', 'after'])(
    'goes as the machine does while a move stands still: what is due was asked for %s the hold',
    async (order) => {
      const clock = new RealClock();
      const ran: string[] = [];
      clock.after(1_000, () => {
        let letGo = (): void => undefined;
        const giveUp = (): void => {
          ran.push('gives up');
          letGo();
        };
        if (order === 'before') clock.after(50, giveUp);
        letGo = clock.hold();
        if (order === 'after') clock.after(50, giveUp);
      });
      const move = clock.advance(2_000);
      for (let turn = 0; turn < 5; turn += 1) await setImmediate();
      expect(ran).toEqual([]);
      jest.advanceTimersByTime(50);
      expect(ran).toEqual(['gives up']);
      expect(await move).toBe(true);
    },
  );

  test('has one timer, however much is due, and none where nothing is due', () => {
    const clock = new RealClock();
    clock.hold();
    expect(jest.getTimerCount()).toBe(0);
    for (const milliseconds of [30, 10, 20]) clock.after(milliseconds, () => undefined);
    expect(jest.getTimerCount()).toBe(1);
    clock.stop();
    expect(jest.getTimerCount()).toBe(0);
    clock.after(10, () => undefined);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('runs nothing more of a moment in which it is stopped', () => {
    const clock = new RealClock();
    const ran: string[] = [];
    clock.after(10, () => clock.stop());
    clock.after(10, () => ran.push('after the stop'));
    jest.advanceTimersByTime(10);
    expect(ran).toEqual([]);
  });

  test('waits longer than the platform lets a timer', () => {
    const clock = new RealClock();
    let ran = false;
    clock.after(30 * 24 * 3_600_000, () => {
      ran = true;
    });
    jest.advanceTimersByTime(29 * 24 * 3_600_000);
    expect(ran).toBe(false);
    jest.advanceTimersByTime(24 * 3_600_000);
    expect(ran).toBe(true);
  });
});

describe.each<[string, () => Clock]>([
  ['virtual', () => new VirtualClock(0)],
  ['real', () => new RealClock()],
])('a move of the %s clock', (_, clockOf) => {
  /** Keeps the machine busy for so many milliseconds at each of some seconds. */
  function busyAtEachSecond(clock: Clock, seconds: number, milliseconds: number): readonly number[] {
    const ran: number[] = [];
    const start = clock.now();
    for (let second = 1; second <= seconds; second += 1) {
      clock.after(second * 1000, () => {
        ran.push(Math.round((clock.now() - start) / 1000));
        for (const began = performance.now(); performance.now() - began < milliseconds;);
      });
    }
    return ran;
  }

  test('gives way to the event loop every few milliseconds', async () => {
    const clock = clockOf();
    const ran = busyAtEachSecond(clock, 20, 3);
    let turns = 0;
    let moves = true;
    const others = (async () => {
      for (; moves; turns += 1) await setImmediate();
    })();
    await clock.advance(60_000);
    moves = false;
    await others;
    expect(ran).toHaveLength(20);
    expect(turns).toBeGreaterThanOrEqual(8);
  });

  test('stands still while somebody holds the clock, and goes on with the time that was left', async () => {
    const clock = clockOf();
    const start = clock.now();
    const happened: string[] = [];
    clock.after(7_200_000, () => {
      happened.push('asks');
      const letGo = clock.hold();
      const giveUp = clock.after(60_000, () => happened.push('gives up'));
      void setImmediate().then(() => {
        clock.after(0, () => {
          happened.push('is answered');
          giveUp();
        });
        letGo();
      });
    });
    expect(await clock.advance(9_000_000)).toBe(true);
    expect(happened).toEqual(['asks', 'is answered']);
    expect(clock.now() - start).toBeGreaterThanOrEqual(9_000_000);
    expect(clock.now() - start).toBeLessThan(9_060_000);
  });

  test('of no time ends where it began', async () => {
    const clock = clockOf();
    const start = clock.now();
    expect(await clock.advance(0)).toBe(true);
    expect(await clock.advance(-60_000)).toBe(true);
    expect(clock.now() - start).toBeGreaterThanOrEqual(0);
    expect(clock.now() - start).toBeLessThan(60_000);
    if (clock instanceof VirtualClock) expect(clock.now()).toBe(start);
  });

  test('ends where it is when it is cancelled, and what is due later stays due', async () => {
    const clock = clockOf();
    const cancel = new AbortController();
    const ran = busyAtEachSecond(clock, 3, 0);
    clock.after(2_500, () => cancel.abort());
    expect(await clock.advance(60_000, cancel.signal)).toBe(false);
    expect(ran).toEqual([1, 2]);
    expect(await clock.advance(60_000)).toBe(true);
    expect(ran).toEqual([1, 2, 3]);
  });

  test('is cancelled also while somebody holds the clock', async () => {
    const clock = clockOf();
    const cancel = new AbortController();
    clock.hold();
    const move = clock.advance(60_000, cancel.signal);
    await setImmediate();
    cancel.abort();
    expect(await move).toBe(false);
  });

  test('begins when the move before it is over: two moves at once go as far as one after the other', async () => {
    const clock = clockOf();
    const start = clock.now();
    const minute = async (): Promise<number> => {
      await clock.advance(60_000);
      return Math.floor((clock.now() - start) / 60_000);
    };
    expect(await Promise.all([minute(), minute(), minute()])).toEqual([1, 2, 3]);
  });

  test('that breaks keeps no other from beginning', async () => {
    const clock = clockOf();
    clock.after(1_000, () => {
      throw new Error('a defect');
    });
    await expect(clock.advance(60_000)).rejects.toThrow('a defect');
    expect(await clock.advance(60_000)).toBe(true);
  });
});

test('a real clock that stops ends its moves', async () => {
  const clock = new RealClock();
  const ran: string[] = [];
  clock.after(1_000, () => clock.stop());
  clock.after(2_000, () => ran.push('later'));
  expect(await clock.advance(60_000)).toBe(false);
  expect(await clock.advance(60_000)).toBe(false);
  expect(ran).toEqual([]);
});
