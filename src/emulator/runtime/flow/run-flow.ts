import type { ErrorHandlingNode } from '../../../architect/settings';
import type { VariableDeclaration } from '../../../architect/containers';
import type { KindItem } from '../../../architect/forms';
import { runMenu } from '../voice/menu';
import type { Steps } from '../steps';
import { FlowProblem } from './flow-problem';
import { type FlowRun, problemOf } from './flow-run';
import type { Jump } from './jump';
import type { Place } from './program';
import { AUDIO, QUEUE } from './types';
import { enterQueue } from '../conversation/enter-queue';

type End = Extract<Jump, { to: 'end' }>;

/** Runs a flow from its beginning to its end; what breaks it goes to its error handling (documented). */
export function* runFlow(run: FlowRun): Steps<End> {
  const { tree, kind } = run.program;
  try {
    if (tree.initialGreeting && run.leg) run.leg.line.queue(run.value(tree.initialGreeting, AUDIO));
    return yield* outermost(run, yield* start(run));
  } catch (error) {
    return yield* failed(run, error);
  }

  function* start(of: FlowRun): Steps<Jump> {
    if (tree.startUpTaskActions) {
      return yield* actions(of, 'Start-up task', tree.startUpTaskVariables, tree.startUpTaskActions);
    }
    if (tree.startUpState) return yield* container(of, startUp('startUpState'));
    const place = of.program.find(tree.startUpRef);
    if (!place) throw new FlowProblem('the flow does not say where it begins');
    return yield* container(of, place);
  }

  function startUp(name: string): Place {
    const place = run.program.find({ kind: 'path', path: `/${kind}/${name}` });
    if (!place) throw new FlowProblem('the flow does not say where it begins');
    return place;
  }
}

/** Follows jumps from container to container until the flow ends. */
function* outermost(run: FlowRun, first: Jump): Steps<End> {
  let jump = first;
  for (;;) {
    switch (jump.to) {
      case 'end':
        return jump;
      case 'container':
        run.restart(jump.place);
        jump = yield* container(run, jump.place);
        break;
      default:
        // A task nobody called has ended, or actions outside of a loop left one: the flow is over.
        return atTheEnd(run);
    }
  }
}

/** How a flow ends whose actions ran out: calls are disconnected, workflows end (assumed). */
const atTheEnd = (run: FlowRun): End =>
  run.options.caller || run.program.kind === 'commonModule'
    ? { to: 'end', reason: 'returned' }
    : { to: 'end', reason: run.leg ? 'disconnect' : 'completed' };

/** A container from its start to where the flow goes next. */
export function* container(run: FlowRun, place: Place): Steps<Jump> {
  if (place.kind === 'menu') return yield* runMenu(run, place as Place<'menu'>);
  const { variables, actions: list } = place.node as Place<'task'>['node'];
  return yield* actions(run, place.name, variables, list);
}

function* actions(
  run: FlowRun,
  name: string,
  variables: readonly KindItem<VariableDeclaration>[] | undefined,
  list: Parameters<FlowRun['list']>[0],
): Steps<Jump> {
  const leave = run.variables.enter(variables, run.initialValue);
  try {
    const next = yield* run.inside(name, () => run.list(list));
    return next ?? { to: 'endOfTask', path: 'default' };
  } finally {
    leave();
  }
}

/** What `settingsErrorHandling` says. A second failure ends the flow. */
function* failed(run: FlowRun, error: unknown): Steps<End> {
  const problem = problemOf(error);
  if (!problem) throw error;
  const { errorHandling, preHandlingAudio } = run.program.tree.settingsErrorHandling ?? {};
  const handling: ErrorHandlingNode | undefined = errorHandling;
  run.log('flow.failed', { problem: told(run, problem.message), handling: handling?.kind ?? 'none' });
  run.failure = problem.message;
  const end: End = { to: 'end', reason: 'error' };
  if (!run.allowMore()) return end;
  try {
    if (preHandlingAudio && run.leg) run.leg.line.queue(run.value(preHandlingAudio, AUDIO));
    const place = placeOf(run, handling);
    if (place) return yield* outermost(run, { to: 'container', place });
    if (handling?.kind === 'queue' && run.leg) {
      return yield* enterQueue(run, { queue: run.value(handling.content.targetQueue, QUEUE), priority: 0 });
    }
    if (run.leg) yield* run.leg.line.flush();
    return end;
  } catch (second) {
    const again = problemOf(second);
    if (!again) throw second;
    run.log('flow.failed', { problem: told(run, again.message), handling: 'none' });
    return end;
  }
}

function placeOf(run: FlowRun, handling: ErrorHandlingNode | undefined): Place | undefined {
  switch (handling?.kind) {
    case 'menu':
      return run.program.find(handling.content.targetMenuRef);
    case 'task':
      return run.program.find(handling.content.targetTaskRef);
    case 'state':
      return run.program.find(handling.content.targetStateRef);
    default:
      return undefined;
  }
}

const told = (run: FlowRun, message: string): string => (run.path === '' ? message : `${run.path}: ${message}`);
