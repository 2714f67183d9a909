import type { RunAction } from '../action-context';
import { inputsOf, placeNamed } from '../flow/go-to';

/** Leaves everything and goes on in a task, which has nobody to come back to. */
export const jumpToTask: RunAction<'jumpToTask'> = ({ targetTaskRef, inputs }, run) => {
  const place = placeNamed(run, targetTaskRef);
  return { to: 'container', place, inputs: inputsOf(run, place, inputs) };
};
