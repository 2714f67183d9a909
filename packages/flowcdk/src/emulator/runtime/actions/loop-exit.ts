import type { RunAction } from '../action-context';

/** Goes on after the loop it stands in. */
export const loopExit: RunAction<'loopExit'> = () => {
  return { to: 'endOfLoop' };
};
