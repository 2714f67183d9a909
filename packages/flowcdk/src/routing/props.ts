import type { Definition } from '../architect/definition';
import type { ORIGIN } from '../architect/origin';
import type { OrUndefined } from '../ground/defined';

/** What a user writes to define a `D`. The library adds the rest. */
export type Props<D extends Definition> = OrUndefined<
  Omit<D, 'definition' | 'uses' | 'existing' | 'problems' | typeof ORIGIN>
>;
