import type { Run } from '../action-context';

const successes = new WeakMap<Run, Map<string, number>>();

/**
 * Whether a flow has done an action so often that it fails from now on (documented: `ActionInvocationLimitExceeded`). A
 * flow counts its successes.
 */
export const isOftenEnough = (run: Run, kind: string, most: number): boolean =>
  (successes.get(run)?.get(kind) ?? 0) >= most;

/** Counts a success. */
export function countSuccess(run: Run, kind: string): void {
  const counts = successes.get(run) ?? new Map<string, number>();
  successes.set(run, counts.set(kind, (counts.get(kind) ?? 0) + 1));
}

/** The type of the failure, in the words of the platform (documented). */
export const TOO_OFTEN = 'ActionInvocationLimitExceeded';

/** What the failure says. */
export const tooOften = (most: number): string => `A flow does this at most ${most} times.`;
