import type { RunAction } from '../action-context';
import { goTo } from '../flow/go-to';

/** Leaves all tasks, loops and menus and goes on in a menu. */
export const jumpToMenu: RunAction<'jumpToMenu'> = ({ targetMenuRef }, run) => {
  return goTo(run, targetMenuRef);
};
