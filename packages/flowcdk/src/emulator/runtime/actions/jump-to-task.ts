import { inputsOf, placeNamed } from '../flow/go-to';
import type { RunAction } from './';

/** Leaves everything and goes on in a task, which has nobody to come back to. */
export const jumpToTask: RunAction<'jumpToTask'> = ({ targetTaskRef, inputs }, run) => {
  const place = placeNamed(run, targetTaskRef);
  return { to: 'container', place, inputs: inputsOf(run, place, inputs) };
};
