import { api, references } from '../base/api-column';
import { optional, optionalComputed, required } from '../base/schema';

export const architectSchedulegroups = {
  /** Seen in the org. */
  name: required('string'),
  /** Schedules of open hours. */
  openSchedulesId: required('set(string)', api('openSchedules'), references()),
  /** Schedules of closed hours. */
  closedSchedulesId: optional('set(string)', api('closedSchedules'), references()),
  /** Schedules of holidays. */
  holidaySchedulesId: optional('set(string)', api('holidaySchedules'), references()),
  /** Zone of all of them, by its IANA name, for instance `Europe/Paris`. */
  timeZone: optional('string'),
  /** Whose hours these are. */
  description: optional('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string', api('division.id')),
};
