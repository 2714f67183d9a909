import type { RunAction } from '../action-context';
import { goTo } from '../flow/go-to';

/** Goes on in another state. The variables of the current state are lost. */
export const changeState: RunAction<'changeState'> = ({ targetStateRef }, run) => {
  return goTo(run, targetStateRef);
};
