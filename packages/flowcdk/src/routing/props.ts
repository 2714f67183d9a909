import type { Definition } from '../architect/definition';
import type { ORIGIN } from '../architect/origin';

/** Options that may be left out may be `undefined` as well. */
type OrUndefined<T> = { [K in keyof T]: {} extends Pick<T, K> ? T[K] | undefined : T[K] };

/** What a user gives to define a `D`; the rest is worked out. */
export type Props<D extends Definition> = OrUndefined<
  Omit<D, 'definition' | 'uses' | 'existing' | 'problems' | typeof ORIGIN>
>;

/** The same without what is undefined. */
export const without = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
