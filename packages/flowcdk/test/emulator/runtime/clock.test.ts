import { RealClock, VirtualClock } from '../../../src/emulator/runtime/clock';

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

  test('can be moved ahead: what is due happens at its own moment', () => {
    const clock = new RealClock();
    const start = clock.now();
    const ran: number[] = [];
    clock.after(60_000, () => {
      ran.push(clock.now() - start);
      clock.after(30_000, () => ran.push(clock.now() - start));
    });
    clock.advance(3_600_000);
    expect(ran).toEqual([60_000, 90_000]);
    expect(clock.now() - start).toBe(3_600_000);
    clock.stop();
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
