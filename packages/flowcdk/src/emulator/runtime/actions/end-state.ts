import type { RunAction } from '../action-context';

/** Ends the present pass of an in-queue flow. The customer waits on, and the next pass follows. */
export const endState: RunAction<'endState'> = () => ({ to: 'endOfTask', path: 'default' });
