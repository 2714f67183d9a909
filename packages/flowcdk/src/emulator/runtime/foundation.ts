import type { Org } from '../state/org';
import type { Chance } from './chance';
import type { Clock } from './clock';
import type { EventLog } from './event-log';
import type { Names } from './names';
import type { RuntimeSettings } from './settings';

/** What every part of the runtime stands on. A part takes only as much of it as it uses: `Pick<Foundation, 'org'>`. */
export interface Foundation {
  /** What the org holds: queues, users, flows, … */
  readonly org: Org;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly settings: RuntimeSettings;
  /** The log of everything that happens. */
  readonly log: EventLog;
  /** The org as expressions see it. */
  readonly names: Names;
  /** A new id that nothing else has. */
  newId(): string;
}
