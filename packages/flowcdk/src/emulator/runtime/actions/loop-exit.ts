import type { RunAction } from './';

/** Goes on after the loop it stands in. */
export const loopExit: RunAction<'loopExit'> = () => {
  return { to: 'endOfLoop' };
};
