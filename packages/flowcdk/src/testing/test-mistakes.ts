import { section, type Stack } from '../apply/stack';
import { type DurationLiteral, inMilliseconds } from '../architect/types';
import type { Org } from '../emulator/state/org';
import { didYouMean } from '../ground/did-you-mean';
import { KitProblem } from './kit-problem';

/*
 * Mistakes that a test would not notice: a fault of a data action that does not exist never happens, and the test
 * passes.
 */

/** `'alpha', 'beta'`, or `none` */
export const named = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => `'${name}'`).join(', ');

/** `the org has no flow 'suport'. Did you mean 'support'? There are 'support', 'other'` */
export function notThere(nothingHas: string, name: string, names: readonly string[]): KitProblem {
  const near = didYouMean(name, names);
  const meant = near === undefined ? '' : ` Did you mean '${near}'?`;
  return new KitProblem(`${nothingHas} '${name}'.${meant} There are ${named(names)}`);
}

/** A length of time in milliseconds. Throws a {@link KitProblem} for one that cannot pass. */
export function lengthOf(duration: DurationLiteral): number {
  const length = inMilliseconds(duration);
  if (Number.isFinite(length) && length >= 0) return length;
  throw new KitProblem(
    `${length / 1000} seconds is no length of time: it has to be 0 or more, as seconds(2) or minutes(1) make it`,
  );
}

/** Throws a {@link KitProblem} for a variable that no stack has. */
export function checkVariables(variables: Readonly<Record<string, string>>, stacks: readonly Stack[]): void {
  const names = stacks.flatMap((stack) => Object.keys(section(stack, 'variable')));
  for (const name of Object.keys(variables)) {
    if (!names.includes(name)) throw notThere('variables: no stack has', name, names);
  }
}

/** Throws a {@link KitProblem} for a fault of a data action that the org does not have. */
export function checkFaults(faults: Readonly<Record<string, unknown>>, org: Org): void {
  const names = org.all('dataAction').map((action) => action.name);
  for (const name of Object.keys(faults)) {
    if (!names.includes(name)) throw notThere('faults: the org has no data action', name, names);
  }
}
