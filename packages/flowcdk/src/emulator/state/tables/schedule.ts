import { filled, listOf, name, oneOf, otherwise, readOnly, reference, required, text, whole } from '../shape';
import type { RecordWithId } from '../record';

/** A schedule: local times without a zone, and a rule of repetition. */
export const schedule = {
  name,
  description: text(),
  division: filled(reference),
  /** `2026-01-05T08:00:00.000000` */
  start: required(text(40)),
  end: required(text(40)),
  /** iCalendar: `FREQ=WEEKLY;BYDAY=MO,TU`. */
  rrule: text(1000),
  version: filled(whole()),
  state: readOnly(otherwise(oneOf('active'), 'active')),
};

/** A schedule group: the schedules of open, closed and holiday hours. */
export const scheduleGroup = {
  name,
  description: text(),
  division: filled(reference),
  timeZone: text(100),
  openSchedules: listOf(reference),
  closedSchedules: listOf(reference),
  holidaySchedules: listOf(reference),
  version: filled(whole()),
  state: readOnly(otherwise(oneOf('active'), 'active')),
};

export type Schedule = RecordWithId<typeof schedule>;
export type ScheduleGroup = RecordWithId<typeof scheduleGroup>;
