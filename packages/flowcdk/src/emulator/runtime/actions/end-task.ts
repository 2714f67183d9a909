import type { RunAction } from '../action-context';

/** Ends the task and goes back by one of its output paths; a task nobody called ends the flow. */
export const endTask: RunAction<'endTask'> = ({ outputPath }) => {
  return { to: 'endOfTask', path: outputPath?.name ?? 'default' };
};
