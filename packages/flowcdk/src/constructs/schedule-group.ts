import { Construct } from 'constructs';
import { ArchitectSchedulegroups, ArchitectSchedules } from '@flowcdk/provider-genesyscloud';
import type { ScheduleGroupDefinition, Weekday } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { slug } from '../ground/address';
import { literalText } from './terraform-text';

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * A schedule that is taken away goes after the group has let go of it. Otherwise Terraform may delete it before, the API
 * refuses that, and the provider tries again for half a minute, during which nothing else gets its turn.
 */
const lifecycle = { createBeforeDestroy: true };

/** A Monday. A schedule needs a first day; any past one serves, and it must not move with the day of the synthesis. */
const FIRST_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

/** Opening hours and holidays: the schedules and the group that holds them. */
export class ScheduleGroup extends Construct {
  readonly resource: ArchitectSchedulegroups;

  constructor(scope: Construct, id: string, { schedules }: { readonly schedules: ScheduleGroupDefinition }) {
    super(scope, id);
    const { open, holidays, name } = schedules;
    const days = weekdays.filter((day) => open.days.includes(day));
    const firstDay = new Date(FIRST_MONDAY + weekdays.indexOf(days[0] ?? 'monday') * DAY).toISOString().slice(0, 10);
    const openSchedule = new ArchitectSchedules(this, 'open', {
      name: literalText(`${name}: open`),
      start: localTime(firstDay, open.from),
      end: localTime(firstDay, open.to),
      rrule: `FREQ=WEEKLY;BYDAY=${days.map((day) => day.slice(0, 2).toUpperCase()).join(',')}`,
      ...divisionOf(this),
      lifecycle,
    });
    const holidaySchedules = holidays.map(
      (holiday) =>
        new ArchitectSchedules(this, `holiday-${holiday.date}-${slug(holiday.name)}`, {
          name: literalText(`${name}: ${holiday.name} ${holiday.date}`),
          start: localTime(holiday.date, '00:00'),
          end: localTime(dayAfter(holiday.date), '00:00'),
          ...divisionOf(this),
          lifecycle,
        }),
    );
    this.resource = new ArchitectSchedulegroups(this, 'schedule-group', {
      name: literalText(name),
      ...(schedules.description === undefined ? {} : { description: literalText(schedules.description) }),
      timeZone: schedules.timeZone,
      openSchedulesId: [openSchedule.id],
      ...(holidaySchedules.length > 0 ? { holidaySchedulesId: holidaySchedules.map((holiday) => holiday.id) } : {}),
      ...divisionOf(this),
    });
    Deployed.of(this).create(schedules, { id: this.resource.id, element: this.resource });
  }
}

/** As the provider wants it: local time, without a zone. */
const localTime = (date: string, time: string): string => `${date}T${time}:00.000000`;

const dayAfter = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
