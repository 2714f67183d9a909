import type { RunAction } from '../action-context';
import { inputsOf, placeNamed } from '../flow/go-to';

/** Leaves all tasks, loops and menus and goes on in a task. That task has no caller to come back to. */
export const jumpToTask: RunAction<'jumpToTask'> = ({ targetTaskRef, inputs }, run) => {
  const place = placeNamed(run, targetTaskRef);
  return { to: 'container', place, inputs: inputsOf(run, place, inputs) };
};
