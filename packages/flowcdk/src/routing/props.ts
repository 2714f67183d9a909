import type { Definition } from '../architect/definition';
import type { ORIGIN } from '../architect/origin';
import type { OrUndefined } from '../ground/defined';

/** What a user gives to define a `D`; the rest is worked out. */
export type Props<D extends Definition> = OrUndefined<
  Omit<D, 'definition' | 'uses' | 'existing' | 'problems' | typeof ORIGIN>
>;
