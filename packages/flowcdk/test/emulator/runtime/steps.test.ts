import { VirtualClock } from '../../../src/emulator/runtime/clock';
import {
  after,
  atMost,
  begin,
  beside,
  either,
  type Ended,
  sleep,
  type Steps,
  type Wait,
  waitFor,
} from '../../../src/emulator/runtime/steps';

/** What steps told, and when, in milliseconds. */
function ran(steps: (clock: VirtualClock) => Steps<string>, meanwhile: (stop: () => void) => void = () => undefined) {
  const clock = new VirtualClock(0);
  const ends: [number, Ended<string>][] = [];
  const fiber = begin(steps(clock), (ended) => ends.push([clock.now(), ended]));
  clock.after(50, () => meanwhile(() => fiber.stop()));
  clock.runNow();
  return { ends, running: fiber.running };
}

test('steps end with what they give, when they have waited for all they wait for', () => {
  const { ends, running } = ran(function* (clock) {
    yield* sleep(clock, 100);
    yield* waitFor(after(clock, 200));
    return 'done';
  });
  expect(ends).toEqual([[300, { value: 'done' }]]);
  expect(running).toBe(false);
});

test('a wait that is over at once is no wait: thousands of them are no recursion', () => {
  const { ends } = ran(function* () {
    let sum = 0;
    for (let i = 0; i < 50_000; i += 1)
      sum += yield* waitFor<number>((done) => {
        done(1);
        return () => undefined;
      });
    return String(sum);
  });
  expect(ends).toEqual([[0, { value: '50000' }]]);
});

test('stopped steps end where they wait, and leave in order', () => {
  const left: string[] = [];
  const { ends } = ran(
    function* (clock) {
      try {
        yield* sleep(clock, 100);
        return 'never';
      } finally {
        left.push('left');
      }
    },
    (stop) => stop(),
  );
  expect(ends).toEqual([[50, { stopped: true }]]);
  expect(left).toEqual(['left']);
});

test('what steps throw is how they end', () => {
  const problem = new Error('broken');
  const { ends } = ran(function* (clock) {
    yield* sleep(clock, 10);
    throw problem;
  });
  expect(ends).toEqual([[10, { error: problem }]]);
});

describe('what comes in time is given, what does not is taken back', () => {
  test.each([
    { rule: 'in time', comes: 40, gives: 'answer', at: 40, takenBack: false },
    { rule: 'at the last moment, for it was asked first', comes: 100, gives: 'answer', at: 100, takenBack: false },
    { rule: 'too late', comes: 101, gives: 'nothing', at: 100, takenBack: true },
  ])('$rule', ({ comes, gives, at, takenBack }) => {
    let back = false;
    const { ends } = ran(function* (clock) {
      const answer = yield* waitFor(
        atMost<string>(clock, 100, (done) => {
          const cancel = clock.after(comes, () => done('answer'));
          return () => {
            back = true;
            cancel();
          };
        }),
      );
      return answer ?? 'nothing';
    });
    expect(ends).toEqual([[at, { value: gives }]]);
    expect(back).toBe(takenBack);
  });
});

/** A wait that a test ends. It never forgets who waits, so a result can come after the wait was taken back. */
function byHand<T>(now?: T) {
  let done: ((result: T) => void) | undefined;
  let takenBack = 0;
  const wait: Wait<T> = (onResult) => {
    done = onResult;
    if (now !== undefined) onResult(now);
    return () => {
      takenBack += 1;
    };
  };
  return {
    wait,
    ends: (result: T) => done?.(result),
    get begun() {
      return done !== undefined;
    },
    get takenBack() {
      return takenBack;
    },
  };
}

describe('the first of two waits', () => {
  test.each(['left', 'right'] as const)(
    'is the %s one: the other is taken back, and its result comes too late',
    (first) => {
      const waits = { left: byHand<string>(), right: byHand<string>() };
      const other = first === 'left' ? waits.right : waits.left;
      const results: unknown[] = [];
      either(waits.left.wait, waits.right.wait)((result) => results.push(result));
      waits[first].ends('first');
      other.ends('second');
      waits[first].ends('again');
      expect(results).toEqual([{ [first]: 'first' }]);
      expect([waits[first].takenBack, other.takenBack]).toEqual([0, 1]);
    },
  );

  test('is over at once on the left: the right one never begins', () => {
    const [left, right] = [byHand('now'), byHand<string>()];
    const results: unknown[] = [];
    either(left.wait, right.wait)((result) => results.push(result));
    expect(results).toEqual([{ left: 'now' }]);
    expect(right.begun).toBe(false);
  });

  test('is over at once on the right: the left one is taken back', () => {
    const [left, right] = [byHand<string>(), byHand('now')];
    const results: unknown[] = [];
    either(left.wait, right.wait)((result) => results.push(result));
    left.ends('late');
    expect(results).toEqual([{ right: 'now' }]);
    expect(left.takenBack).toBe(1);
  });

  test('is taken back: both are', () => {
    const [left, right] = [byHand<string>(), byHand<string>()];
    either(left.wait, right.wait)(() => undefined)();
    expect([left.takenBack, right.takenBack]).toEqual([1, 1]);
  });
});

describe('a wait that gives two results gives the first', () => {
  /** What two waits gave to steps. */
  function* both(first: Wait<string>, second: Wait<string>): Steps<string> {
    return `${yield* waitFor(first)} ${yield* waitFor(second)}`;
  }

  test('at once', () => {
    const ends: Ended<string>[] = [];
    const twice: Wait<string> = (done) => {
      done('one');
      done('two');
      return () => undefined;
    };
    begin(both(twice, byHand('other').wait), (ended) => ends.push(ended));
    expect(ends).toEqual([{ value: 'one other' }]);
  });

  test('later', () => {
    const [first, second] = [byHand<string>(), byHand<string>()];
    const ends: Ended<string>[] = [];
    begin(both(first.wait, second.wait), (ended) => ends.push(ended));
    first.ends('one');
    first.ends('two');
    expect(ends).toEqual([]);
    second.ends('other');
    expect(ends).toEqual([{ value: 'one other' }]);
  });
});

test('stopped steps take their wait back, end once, and hear nothing more', () => {
  const hand = byHand<string>();
  const ended: Ended<string>[] = [];
  const fiber = begin(waitFor(hand.wait), (end) => ended.push(end));
  expect(fiber.running).toBe(true);
  fiber.stop();
  fiber.stop();
  hand.ends('late');
  expect(ended).toEqual([{ stopped: true }]);
  expect(fiber.running).toBe(false);
  expect(hand.takenBack).toBe(1);
});

describe('steps beside others', () => {
  test('say how they end to all who wait for it', () => {
    const hand = byHand<string>();
    const { fiber, ended } = beside(waitFor(hand.wait));
    const heard: unknown[] = [];
    ended((end) => heard.push(['one', end]));
    ended((end) => heard.push(['two', end]));
    const takeBack = ended((end) => heard.push(['three', end]));
    takeBack();
    expect(fiber.running).toBe(true);
    hand.ends('done');
    expect(heard).toEqual([
      ['one', { value: 'done' }],
      ['two', { value: 'done' }],
    ]);
    expect(fiber.running).toBe(false);
  });

  test('say so at once where they have ended', () => {
    const { ended } = beside(waitFor(byHand('now').wait));
    const heard: unknown[] = [];
    ended((end) => heard.push(end))();
    expect(heard).toEqual([{ value: 'now' }]);
  });
});
