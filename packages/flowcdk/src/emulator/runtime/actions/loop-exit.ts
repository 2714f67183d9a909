import type { RunAction } from '../action-context';

/** Goes on after the loop that contains this action. */
export const loopExit: RunAction<'loopExit'> = () => {
  return { to: 'endOfLoop' };
};
