import { timedOut } from '../../../../src/emulator/runtime/data-actions/failure';
import { type Trace, traced, untraced, withoutResults } from '../../../../src/emulator/runtime/data-actions/trace';

const STEP = 'Read the response';

/** A trace that keeps what it gets. */
function keeping() {
  const kept: unknown[] = [];
  const trace: Trace = (step, outcome) => kept.push([step, outcome]);
  return { kept, trace };
}

test('a step that succeeds is reported, with its result if that may be shown', () => {
  const { kept, trace } = keeping();
  expect(traced(trace, STEP, () => 5)).toBe(5);
  expect(
    traced(
      trace,
      STEP,
      () => 5,
      (result) => result + 1,
    ),
  ).toBe(5);
  expect(
    traced(
      trace,
      STEP,
      () => 5,
      () => undefined,
    ),
  ).toBe(5);
  expect(kept).toEqual([
    [STEP, {}],
    [STEP, { result: 6 }],
    [STEP, {}],
  ]);
});

test('a step that fails is reported with its reason, and fails', () => {
  const { kept, trace } = keeping();
  const fail = (problem: Error) => () => {
    throw problem;
  };
  expect(() => traced(trace, STEP, fail(timedOut(5)))).toThrow('The service did not answer within 5 seconds.');
  // A fault of the org itself is no outcome of the step.
  expect(() => traced(trace, STEP, fail(new Error('broken')))).toThrow('broken');
  expect(kept).toEqual([[STEP, { error: 'The service did not answer within 5 seconds.' }]]);
});

test('without a trace the work is done, and nothing is shown', () => {
  let shown = 0;
  expect(
    traced(
      untraced,
      STEP,
      () => 5,
      () => (shown += 1),
    ),
  ).toBe(5);
  expect(shown).toBe(0);
  expect(withoutResults(untraced, 'why')).toBe(untraced);
});

test('a trace without results says which steps succeeded, and no more', () => {
  const { kept, trace } = keeping();
  const quiet = withoutResults(trace, 'it failed');
  quiet(STEP, { result: 'secret' });
  quiet(STEP, { error: 'secret' });
  quiet(STEP, { warning: 'secret' });
  expect(kept).toEqual([
    [STEP, {}],
    [STEP, { error: 'it failed' }],
  ]);
});
