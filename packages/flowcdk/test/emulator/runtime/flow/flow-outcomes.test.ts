import { FlowOutcomes } from '../../../../src/emulator/runtime/flow/flow-outcomes';

/** The outcomes of a run, on a call or not. */
function outcomesOfRun({ onCall = true } = {}) {
  let now = 1_000;
  const logged: object[] = [];
  const published: object[] = [];
  const run = {
    log: (type: string, fields: object) => logged.push({ type, ...fields }),
    leg: onCall ? { conversation: { flowParticipant: { id: 'p' } } } : undefined,
    runtime: { clock: { now: () => now } },
  };
  const outcomes = new FlowOutcomes(
    run as never,
    {
      flowOutcome: (_: unknown, __: unknown, ___: unknown, reached: object) => published.push(reached),
    } as never,
  );
  return {
    outcomes,
    logged,
    published,
    at: (moment: number) => {
      now = moment;
    },
  };
}

test('an outcome has a result, and its event the milestones', () => {
  const { outcomes, logged, published, at } = outcomesOfRun();
  outcomes.begin('o', 'Helped');
  at(2_000);
  outcomes.reach('m', 'Identified', { id: 'o', name: 'Helped' });
  at(3_000);
  outcomes.set('o', 'Helped', 'SUCCESS');
  expect(outcomes.outcomes).toEqual([
    {
      id: 'o',
      name: 'Helped',
      startedAt: 1_000,
      endedAt: 3_000,
      value: 'SUCCESS',
      milestones: [{ id: 'm', name: 'Identified', reachedAt: 2_000 }],
    },
  ]);
  expect(logged).toEqual([
    { type: 'milestone.reached', milestone: 'Identified' },
    { type: 'outcome.set', outcome: 'Helped', value: 'SUCCESS' },
  ]);
  expect(published).toEqual([
    {
      flowOutcomeId: 'o',
      startedAt: 1_000,
      endedAt: 3_000,
      value: 'SUCCESS',
      milestones: [{ milestoneId: 'm', reachedAt: 2_000 }],
    },
  ]);
});

test('the last result counts; an outcome that begins again begins anew', () => {
  const { outcomes, at } = outcomesOfRun();
  outcomes.set('o', 'Helped', 'FAILURE');
  at(2_000);
  outcomes.set('o', 'Helped', 'SUCCESS');
  expect(outcomes.outcomes).toMatchObject([{ startedAt: 1_000, endedAt: 2_000, value: 'SUCCESS' }]);
  at(3_000);
  outcomes.begin('o', 'Helped');
  expect(outcomes.outcomes).toEqual([{ id: 'o', name: 'Helped', startedAt: 3_000, milestones: [] }]);
});

test('what has no result when the flow ends is a failure', () => {
  const { outcomes } = outcomesOfRun();
  outcomes.begin('a', 'A');
  outcomes.set('b', 'B', 'SUCCESS');
  outcomes.end();
  outcomes.end();
  expect(outcomes.outcomes.map(({ value }) => value)).toEqual(['FAILURE', 'SUCCESS']);
});

test('a milestone may belong to an outcome that has not begun, or to none', () => {
  const { outcomes } = outcomesOfRun();
  outcomes.reach('m', 'M');
  outcomes.reach('n', 'N', { id: 'o', name: 'Helped' });
  expect(outcomes.milestones.map(({ id }) => id)).toEqual(['m', 'n']);
  expect(outcomes.outcomes).toEqual([
    { id: 'o', name: 'Helped', startedAt: 1_000, milestones: [{ id: 'n', name: 'N', reachedAt: 1_000 }] },
  ]);
});

test('the last hundred milestones of a flow count, and the last twenty of an outcome', () => {
  const { outcomes } = outcomesOfRun();
  for (let i = 1; i <= 101; i += 1) outcomes.reach(`m${i}`, 'M', { id: 'o', name: 'Helped' });
  expect(outcomes.milestones).toHaveLength(100);
  expect(outcomes.milestones[0]?.id).toBe('m2');
  const [outcome] = outcomes.outcomes;
  expect(outcome?.milestones).toHaveLength(20);
  expect(outcome?.milestones[0]?.id).toBe('m82');
});

test('a workflow publishes no event', () => {
  const { outcomes, logged, published } = outcomesOfRun({ onCall: false });
  outcomes.set('o', 'Helped', 'SUCCESS');
  expect(logged).toHaveLength(1);
  expect(published).toEqual([]);
});
