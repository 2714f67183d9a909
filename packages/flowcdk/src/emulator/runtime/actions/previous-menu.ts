import type { RunAction } from '../action-context';
import { menuBefore } from '../voice/menu';

/** Leaves all tasks, loops and menus and goes back to the previous menu. */
export const previousMenu: RunAction<'previousMenu'> = (_, run) => menuBefore(run);
