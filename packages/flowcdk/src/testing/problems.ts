import { section, type Stack } from '../apply/stack';
import { type DurationLiteral, inMilliseconds } from '../architect/types';
import type { Org } from '../emulator/state/org';
import { didYouMean } from '../ground/did-you-mean';
import { KitProblem } from './kit-problem';

/*
 * What a test may say wrongly without noticing: a fault of a data action that is not there never happens, and the test
 * passes.
 */

/** `'alpha', 'beta'`, or `none` */
export const named = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => `'${name}'`).join(', ');

/** `the org has no flow 'suport'. Did you mean 'support'? There are 'support', 'other'` */
export function notThere(nothingHas: string, wanted: string, names: readonly string[]): KitProblem {
  const near = didYouMean(wanted, names);
  const meant = near === undefined ? '' : ` Did you mean '${near}'?`;
  return new KitProblem(`${nothingHas} '${wanted}'.${meant} There are ${named(names)}`);
}

/** A length of time in milliseconds. Throws a {@link KitProblem} for one that cannot pass. */
export function lengthOf(duration: DurationLiteral): number {
  const length = inMilliseconds(duration);
  if (Number.isFinite(length) && length >= 0) return length;
  throw new KitProblem(
    `${length / 1000} seconds is no length of time: it has to be 0 or more, as seconds(2) or minutes(1) make it`,
  );
}

/** Throws a {@link KitProblem} where a variable is given that no stack has. */
export function checkVariables(variables: Readonly<Record<string, string>>, stacks: readonly Stack[]): void {
  const names = stacks.flatMap((stack) => Object.keys(section(stack, 'variable')));
  for (const wanted of Object.keys(variables)) {
    if (!names.includes(wanted)) throw notThere('variables: no stack has', wanted, names);
  }
}

/** Throws a {@link KitProblem} where a fault is to happen to a data action the org does not have. */
export function checkFaults(faults: Readonly<Record<string, unknown>>, org: Org): void {
  const names = org.all('dataAction').map((action) => action.name);
  for (const wanted of Object.keys(faults)) {
    if (!names.includes(wanted)) throw notThere('faults: the org has no data action', wanted, names);
  }
}
