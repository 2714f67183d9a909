import type { RunAction } from '.';

/** Goes on with the next turn of the loop it stands in. */
// eslint-disable-next-line require-yield -- takes no time
export const loopNext: RunAction<'loopNext'> = function* () {
  return { to: 'nextTurn' };
};
