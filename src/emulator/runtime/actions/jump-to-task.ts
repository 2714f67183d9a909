import { inputsOf, placeNamed } from '../flow/go-to';
import type { RunAction } from '.';

/** Leaves everything and goes on in a task, which has nobody to come back to. */
export const jumpToTask: RunAction<'jumpToTask'> = ({ targetTaskRef, inputs }, run) => {
  return { to: 'container', place: placeNamed(run, targetTaskRef), inputs: inputsOf(run, inputs) };
};
