import type { RunAction } from '../action-context';
import { inputsOf, placeNamed } from '../flow/go-to';
import { way } from '../flow/jump';

/**
 * Runs a task and goes on with the output path with which the task ended (documented). If the flow has no actions on
 * that path, it goes on after this action. A jump inside the task leaves the task and the calling task for good.
 */
export const callTask: RunAction<'callTask'> = function* ({ targetTaskRef, inputs, outputs }, run) {
  const place = placeNamed(run, targetTaskRef);
  const next = yield* run.enter(place, inputsOf(run, place, inputs));
  if (next.to !== 'endOfTask') return next;
  const { path } = next;
  const drawn = outputs?.paths?.find(({ name }) => name === path);
  return way(path, drawn ?? (path === 'default' ? outputs?.default : undefined));
};
