import { resource } from './base/resource';
import { type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Seen in the org. */
  name: required('string'),
  /** Schedules of open hours. */
  openSchedulesId: required('set(string)'),
  /** Schedules of closed hours. */
  closedSchedulesId: optional('set(string)'),
  /** Schedules of holidays. */
  holidaySchedulesId: optional('set(string)'),
  /** Zone of all of them, by its IANA name, for instance `Europe/Paris`. */
  timeZone: optional('string'),
  /** Whose hours these are. */
  description: optional('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string'),
};

export interface ArchitectSchedulegroupsConfig extends Config<typeof schema> {}

/** When somebody is there: schedules for open hours, closed hours and holidays. */
export class ArchitectSchedulegroups extends resource(
  'genesyscloud_architect_schedulegroups',
  schema,
)<ArchitectSchedulegroupsConfig> {}
