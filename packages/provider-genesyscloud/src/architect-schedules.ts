import { resource } from './base/resource';
import { type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Seen in the org. */
  name: required('string'),
  /** Local time without a zone, `2026-01-05T09:00:00.000000`, on a date that `rrule` allows. */
  start: required('string'),
  /** Local time without a zone, `2026-01-05T18:00:00.000000`. */
  end: required('string'),
  /** How it repeats, as an iCal recurrence rule, for instance `FREQ=DAILY;INTERVAL=1`. */
  rrule: optional('string'),
  /** What the time is. */
  description: optional('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string'),
};

export interface ArchitectSchedulesConfig extends Config<typeof schema> {}

/** A time, perhaps repeated, for schedule groups. */
export class ArchitectSchedules extends resource(
  'genesyscloud_architect_schedules',
  schema,
)<ArchitectSchedulesConfig> {}
