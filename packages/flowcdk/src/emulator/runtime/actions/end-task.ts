import type { RunAction } from '../action-context';

/** Ends the task and goes back by one of its output paths. If no action called the task, the flow ends. */
export const endTask: RunAction<'endTask'> = ({ outputPath }) => {
  return { to: 'endOfTask', path: outputPath?.name ?? 'default' };
};
