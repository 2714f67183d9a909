import type { Jump, End } from './jump';
import type { Run } from '../action-context';
import { problemOf } from './problem-of';
import type { Place } from './program';
import { waitFor, type Steps, type Wait } from '../steps';

/** From the end of a pass of an in-queue message flow to the next one (assumed; only third parties name it). */
const PERIOD = 300_000;

const never: Wait<never> = () => () => undefined;

/** What passes need of a run. `restart` forgets where the run is. */
type Passing = Pick<Run, 'program' | 'sleep' | 'log' | 'path'> & { restart(): void };

/**
 * Runs an in-queue message flow for as long as the customer waits: its first state once, then its recurring state again
 * and again (documented). `endState`, and running off the last action, end a pass.
 *
 * @param enter runs a state and follows where it leads
 */
export function* runPasses(
  run: Passing,
  enter: (place: Place) => Steps<Exclude<Jump, { to: 'container' }>>,
): Steps<End> {
  const { program } = run;
  const find = (name: string): Place | undefined => program.find({ kind: 'path', path: `/${program.kind}/${name}` });
  let state = find('startUpState');
  for (;;) {
    const last = state && (yield* onePass(run, () => enter(state as Place)));
    if (last?.to === 'end') return last;
    run.restart();
    state = find('periodicState');
    if (!state) return yield* waitFor(never);
    yield* run.sleep(PERIOD);
  }
}

/** Where the flow's error handling is `endInQueueState`, a problem ends only the pass. */
function* onePass<T>(run: Passing, pass: () => Steps<T>): Steps<T | undefined> {
  try {
    return yield* pass();
  } catch (error) {
    const problem = problemOf(error);
    if (!problem || run.program.tree.settingsErrorHandling?.errorHandling?.kind !== 'endInQueueState') throw error;
    run.log('flow.failed', { problem: `${run.path}: ${problem.message}`, handling: 'endInQueueState' });
    return undefined;
  }
}
