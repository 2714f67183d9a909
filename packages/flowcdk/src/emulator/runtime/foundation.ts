import type { Org } from '../state/org';
import type { Chance } from './chance';
import type { Clock } from './clock';
import type { EventLog } from './event-log';
import type { Names } from './names';
import type { RuntimeSettings } from './settings';

/** What every part of the runtime stands on. A part asks for no more of it than it uses: `Pick<Foundation, 'org'>`. */
export interface Foundation {
  /** What the org holds: queues, users, flows, … */
  readonly org: Org;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly settings: RuntimeSettings;
  /** Everything that happens. */
  readonly log: EventLog;
  /** The org as expressions see it. */
  readonly names: Names;
  /** An id that nothing else has. */
  newId(): string;
}
