import { VirtualClock } from '../../../src/emulator/runtime/clock';
import { after, atMost, begin, type Ended, sleep, type Steps, waitFor } from '../../../src/emulator/runtime/steps';

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
