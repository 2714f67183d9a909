import type { RunAction } from '.';

/** Goes on after the loop it stands in. */
// eslint-disable-next-line require-yield -- takes no time
export const loopExit: RunAction<'loopExit'> = function* () {
  return { to: 'endOfLoop' };
};
