import type { RunAction } from '../action-context';
import { inputsOf, placeNamed } from '../flow/go-to';
import { way } from '../flow/jump';

/**
 * Runs a task and comes back by the output path it ended with (documented); a path nobody drew goes on after the action.
 * A jump inside of the task leaves both for good.
 */
export const callTask: RunAction<'callTask'> = function* ({ targetTaskRef, inputs, outputs }, run) {
  const place = placeNamed(run, targetTaskRef);
  const next = yield* run.enter(place, inputsOf(run, place, inputs));
  if (next.to !== 'endOfTask') return next;
  const { path } = next;
  const drawn = outputs?.paths?.find(({ name }) => name === path);
  return way(path, drawn ?? (path === 'default' ? outputs?.default : undefined));
};
