import type { Org } from '../emulator/state/org';
import type { Division } from '../emulator/state/tables/division';

/** The home division of an org. */
export function homeOf(org: Org): Division {
  const divisions = org.all('division');
  const home = divisions.find(({ homeDivision }) => homeDivision === true) ?? divisions[0];
  if (!home) throw new Error('every org has a division');
  return home;
}
