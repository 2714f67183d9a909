import type { RunAction } from '../action-context';
import { goTo } from '../flow/go-to';

/** Goes on in another state; the variables of this one are gone. */
export const changeState: RunAction<'changeState'> = ({ targetStateRef }, run) => {
  return goTo(run, targetStateRef);
};
