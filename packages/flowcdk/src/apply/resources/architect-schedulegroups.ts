import type { Attributes } from '../attributes';
import { collection, inDivision } from '../resource-kind';

const schedules = (given: Attributes, name: string) => given.texts(name)?.map((id) => ({ id }));

export const architectSchedulegroups = collection({
  path: '/api/v2/architect/schedulegroups',
  versioned: true,
  body: (given) => ({
    ...given.fields('name', 'description', 'time_zone'),
    openSchedules: schedules(given, 'open_schedules_id'),
    closedSchedules: schedules(given, 'closed_schedules_id'),
    holidaySchedules: schedules(given, 'holiday_schedules_id'),
    ...inDivision(given),
  }),
});
