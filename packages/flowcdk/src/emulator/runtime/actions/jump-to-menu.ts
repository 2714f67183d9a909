import { goTo } from '../flow/go-to';
import type { RunAction } from './';

/** Leaves everything and goes on in a menu. */
export const jumpToMenu: RunAction<'jumpToMenu'> = ({ targetMenuRef }, run) => {
  return goTo(run, targetMenuRef);
};
