import { api, unset, unsetInChanges } from '../base/api-column';
import { optional, optionalComputed, required } from '../base/schema';

export const architectSchedules = {
  /** Seen in the org. */
  name: required('string'),
  /** Local time without a zone, `2026-01-05T09:00:00.000000`, on a date that `rrule` allows. */
  start: required('string'),
  /** Local time without a zone, `2026-01-05T18:00:00.000000`. */
  end: required('string'),
  /** How it repeats, as an iCal recurrence rule, for instance `FREQ=DAILY;INTERVAL=1`. */
  rrule: optional('string', unset('')),
  /** What the time is. */
  description: optional('string', unsetInChanges('')),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string', api('division.id')),
};
