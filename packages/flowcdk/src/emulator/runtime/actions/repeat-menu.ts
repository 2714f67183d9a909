import type { RunAction } from '../action-context';
import { menuAgain } from '../voice/menu';

/** Leaves all tasks, loops and menus and repeats the menu that the caller was in last. */
export const repeatMenu: RunAction<'repeatMenu'> = (_, run) => menuAgain(run);
