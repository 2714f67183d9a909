import type { RunAction } from '../action-context';
import { menuAgain } from '../voice/menu';

/** Leaves everything and says the menu again that the caller was in last. */
export const repeatMenu: RunAction<'repeatMenu'> = (_, run) => menuAgain(run);
