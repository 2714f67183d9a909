import type { RunAction } from '../action-context';

/** Goes on with the next turn of the loop it stands in. */
export const loopNext: RunAction<'loopNext'> = () => {
  return { to: 'nextTurn' };
};
