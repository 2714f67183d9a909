import { recurrence, UnknownRecurrence } from '../../ground/recurrence';
import { collection } from './collection';
import { wrongValue } from './refusals';
import type { Route } from './route';

/** `2026-01-05T08:00:00.000000`: a local time. The schedule group has its time zone. */
const localTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?$/;

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format() !== '';
  } catch {
    return false;
  }
};

const schedules = collection({
  kind: 'schedule',
  path: '/api/v2/architect/schedules',
  permission: 'routing:schedule',
  certainty: 'documented',
  note: 'The rule of repetition is kept as it was sent, and refused where flows could not follow it: parts of a day, BYWEEKNO. The cloud wants the start to be a day of it.',
  inDivision: true,
  version: 'counted',
  check: ({ start, end, rrule }) => {
    for (const [field, value] of Object.entries({ start, end })) {
      if (localTime.test(value) && !Number.isNaN(Date.parse(`${value}Z`))) continue;
      throw wrongValue(`${field}: '${value}' is no local time such as 2026-01-05T08:00:00.000000`, field);
    }
    if (Date.parse(`${end}Z`) <= Date.parse(`${start}Z`))
      throw wrongValue(`end: ${end} is not after start: ${start}`, 'end');
    const rule = rrule ?? '';
    if (rule !== '' && !/(^|[;:])FREQ=[A-Z]+(;|$)/i.test(rule)) {
      throw wrongValue(`rrule: '${rule}' is no iCalendar rule such as FREQ=WEEKLY;BYDAY=MO,TU`, 'rrule');
    }
    try {
      recurrence(rule, Date.parse(`${start}Z`));
    } catch (problem) {
      if (!(problem instanceof UnknownRecurrence)) throw problem;
      throw wrongValue(`rrule: ${problem.message}`, 'rrule');
    }
  },
});

const scheduleGroups = collection({
  kind: 'scheduleGroup',
  path: '/api/v2/architect/schedulegroups',
  permission: 'routing:scheduleGroup',
  certainty: 'documented',
  inDivision: true,
  version: 'counted',
  check: ({ timeZone: zone }) => {
    if (zone !== undefined && !isTimeZone(zone))
      throw wrongValue(`timeZone: there is no time zone '${zone}'`, 'timeZone');
  },
});

export const scheduleRoutes: readonly Route[] = [...schedules, ...scheduleGroups];
