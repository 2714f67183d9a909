import { menuBefore } from '../voice/menu';
import type { RunAction } from './';

/** Leaves everything and goes back to the menu before. */
export const previousMenu: RunAction<'previousMenu'> = (_, run) => menuBefore(run);
