import type { RunAction } from '../action-context';

/** Goes on with the next turn of the loop that contains this action. */
export const loopNext: RunAction<'loopNext'> = () => {
  return { to: 'nextTurn' };
};
