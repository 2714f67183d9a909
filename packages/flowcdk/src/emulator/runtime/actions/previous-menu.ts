import type { RunAction } from '../action-context';
import { menuBefore } from '../voice/menu';

/** Leaves everything and goes back to the menu before. */
export const previousMenu: RunAction<'previousMenu'> = (_, run) => menuBefore(run);
