import type { VariableDeclaration } from '../../../architect/containers';
import type { KindItem } from '../../../architect/forms';
import type { ErrorHandlingNode } from '../../../architect/settings';
import { enterQueue } from '../conversation/enter-queue';
import { type Steps, type Wait, waitFor } from '../steps';
import { runMenu } from '../voice/menu';
import { FlowProblem } from './flow-problem';
import { problemOf } from './problem-of';
import type { FlowRun } from './flow-run';
import type { End, Inputs, Jump } from './jump';
import { runPasses } from './passes';
import type { Place } from './program';
import { AUDIO, QUEUE } from './types';
import type { Scope } from './variables';

/** Runs a flow from its beginning to its end. If a problem breaks it, its error handling takes over (documented). */
export function* runFlow(run: FlowRun): Steps<End> {
  const { tree } = run.program;
  try {
    run.declareVariables();
    run.leg?.line.queue(run.value(tree.initialGreeting, AUDIO));
    if (run.program.kind === 'inqueueCall' && tree.startUpTaskActions) return yield* inQueue(run);
    if (run.program.kind === 'inqueueShortMessage')
      return yield* runPasses(run, function* (place) {
        return yield* followed(run, yield* container(run, place));
      });
    return yield* outermost(run, yield* start(run));
  } catch (error) {
    return yield* failed(run, error);
  } finally {
    run.outcomes.end();
  }
}

/**
 * Runs a common module. A module has no error handling of its own. A problem that breaks the module breaks the calling
 * flow (assumed).
 */
export function* runModule(run: FlowRun): Steps<End> {
  try {
    run.declareVariables();
    return yield* outermost(run, yield* start(run));
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    throw new FlowProblem(`${run.program.name}: ${withPath(run, problem.message)}`);
  }
}

function* start(run: FlowRun): Steps<Jump> {
  const { tree, kind } = run.program;
  if (tree.startUpTaskActions) return yield* startUpTask(run);
  const reference = tree.startUpState ? { kind: 'path' as const, path: `/${kind}/startUpState` } : tree.startUpRef;
  const place = run.program.find(reference);
  if (!place) throw new FlowProblem('the flow does not say where it begins');
  return yield* container(run, place);
}

const startUpTask = (run: FlowRun): Steps<Jump> =>
  actions(run, {
    name: 'Starting task',
    scope: 'task',
    variables: run.program.tree.startUpTaskVariables,
    list: run.program.tree.startUpTaskActions,
  });

const never: Wait<never> = () => () => undefined;

/**
 * Repeats the task of an in-queue flow whenever it ends, for as long as the caller waits (documented). It repeats it
 * too when another task ends to which it jumped (assumed). The queued audio plays first (assumed: otherwise a task that
 * only queues audio would never be heard).
 */
function* inQueue(run: FlowRun): Steps<End> {
  for (;;) {
    const before = run.actions;
    const next = yield* followed(run, yield* startUpTask(run));
    if (next.to === 'end') return next;
    if (run.leg) yield* run.leg.line.flush();
    // The task executed no action, so that the caller hears nothing. Repeating it would never end.
    if (run.actions === before) return yield* waitFor(never);
  }
}

/** Follows jumps from container to container until the flow ends. */
function* outermost(run: FlowRun, first: Jump): Steps<End> {
  const last = yield* followed(run, first);
  return last.to === 'end' ? last : yield* atTheEnd(run);
}

/** Follows jumps from container to container until one of them ends. */
function* followed(run: FlowRun, first: Jump): Steps<Exclude<Jump, { to: 'container' }>> {
  let jump = first;
  while (jump.to === 'container') {
    run.restart();
    jump = yield* container(run, jump.place, jump.inputs);
  }
  return jump;
}

/**
 * Ends a flow that has no more actions. Calls are disconnected after the queued audio; workflows end (assumed, because
 * Architect does not publish such flows).
 */
function* atTheEnd({ program, leg }: FlowRun): Steps<End> {
  if (program.kind === 'commonModule') return { to: 'end', reason: 'returned' };
  if (!leg) return { to: 'end', reason: 'completed' };
  yield* leg.line.flush();
  return { to: 'end', reason: 'disconnect' };
}

/** Runs a container from its start. Gives the place where the flow goes on. */
export function* container(run: FlowRun, place: Place, inputs?: Inputs): Steps<Jump> {
  if (place.kind === 'menu') return yield* runMenu(run, place as Place<'menu'>);
  if (run.leg?.flushOnEntry === true) {
    run.leg.flushOnEntry = false;
    yield* run.leg.line.flush();
  }
  const { variables, actions: list } = place.node as Place<'task'>['node'];
  const scope = place.kind === 'state' ? 'state' : 'task';
  return yield* actions(run, { name: place.name, scope, variables, list, ...(inputs ? { inputs } : {}) });
}

interface Block {
  readonly name: string;
  readonly scope: Scope;
  readonly variables: readonly KindItem<VariableDeclaration>[] | undefined;
  readonly list: Parameters<FlowRun['list']>[0];
  readonly inputs?: Inputs;
}

/**
 * How deep tasks and modules may call each other. The platform documents no limit, and real flows stay far below this
 * one.
 */
const DEEPEST = 100;
/**
 * How deep actions, tasks and modules may be nested: more than 100 calls need, and less than would overflow the stack.
 */
const MOST_AROUND = 500;

function* actions(run: FlowRun, { name, scope, variables, list, inputs }: Block): Steps<Jump> {
  const leave = run.variables.enter(scope, variables, run.initialValue);
  try {
    for (const [input, value] of inputs ?? []) run.set(input, value);
    if (run.depth > DEEPEST) throw new FlowProblem(`tasks call each other more than ${DEEPEST} deep`);
    if (run.around > MOST_AROUND)
      throw new FlowProblem(
        `more than ${MOST_AROUND} actions and tasks stand around one another: tasks call each other`,
      );
    const next = yield* run.inside(name, () => run.list(list));
    // Leaving a loop inside a task never leaves a loop of the task's caller. Architect does not publish such a task.
    return next === undefined || next.to === 'endOfLoop' || next.to === 'nextTurn'
      ? { to: 'endOfTask', path: 'default' }
      : next;
  } finally {
    leave();
  }
}

/**
 * Runs the flow's error handling (`settingsErrorHandling`). A second problem ends the flow silently (documented for too
 * many actions).
 */
function* failed(run: FlowRun, error: unknown): Steps<End> {
  const problem = problemOf(error);
  if (!problem) throw error;
  const { errorHandling: handling, preHandlingAudio } = run.program.tree.settingsErrorHandling ?? {};
  run.log('flow.failed', { problem: withPath(run, problem.message), handling: handling?.kind ?? 'none' });
  run.failure = withPath(run, problem.message);
  run.allowMore();
  try {
    run.leg?.line.queue(run.value(preHandlingAudio, AUDIO));
    return yield* handled(run, handling);
  } catch (second) {
    const again = problemOf(second);
    if (!again) throw second;
    run.log('flow.failed', { problem: withPath(run, again.message), handling: 'none' });
    return { to: 'end', reason: 'error' };
  }
}

function* handled(run: FlowRun, handling: ErrorHandlingNode | undefined): Steps<End> {
  switch (handling?.kind) {
    case undefined:
    case 'disconnect':
    case 'endWorkflow':
    case 'endInQueueState':
      break;
    case 'menu':
      return yield* outermost(run, { to: 'container', place: placeOf(run, handling.content.targetMenuRef) });
    case 'task':
      return yield* outermost(run, { to: 'container', place: placeOf(run, handling.content.targetTaskRef) });
    case 'state':
      return yield* outermost(run, { to: 'container', place: placeOf(run, handling.content.targetStateRef) });
    case 'queue':
      if (!run.leg) break;
      return yield* enterQueue(run, { queue: run.value(handling.content.targetQueue, QUEUE), priority: 0 });
    default:
      run.log('action.notEmulated', {
        action: 'error handling',
        kind: handling?.kind ?? '',
        why: 'calls and workflows do not have it: the flow ends',
      });
  }
  if (run.leg) yield* run.leg.line.flush();
  return { to: 'end', reason: 'error' };
}

function placeOf(run: FlowRun, reference: Parameters<FlowRun['program']['find']>[0]): Place {
  const place = run.program.find(reference);
  if (!place) throw new FlowProblem('the error handling leads nowhere');
  return place;
}

const withPath = (run: FlowRun, message: string): string => (run.path === '' ? message : `${run.path}: ${message}`);
