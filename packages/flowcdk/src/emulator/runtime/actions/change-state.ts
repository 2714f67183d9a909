import { goTo } from '../flow/go-to';
import type { RunAction } from './';

/** Goes on in another state; the variables of this one are gone. */
export const changeState: RunAction<'changeState'> = ({ targetStateRef }, run) => {
  return goTo(run, targetStateRef);
};
