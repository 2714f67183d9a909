import { DAY, recurrence, UnknownRecurrence } from '../../ground/recurrence';
import type { Schedule } from '../state/tables/schedule';
import type { Call } from './call';
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

/** Days after which a search for the first day of a rule gives up: a leap day comes every eight years at the latest. */
const LONGEST_SEARCH = 8 * 366;

/** The same time of day so many days later. Microseconds stay as they are. */
const laterBy = (days: number, time: string): string => {
  const day = new Date(Date.parse(`${time.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
  return `${day}${time.slice(10)}`;
};

/** How many days after its start a schedule begins for the first time. Undefined if it never does, or cannot be read. */
function daysUntilFirst(start: string, rule: string): number | undefined {
  const first = Date.parse(`${start}Z`);
  try {
    const { startsOn } = recurrence(rule, first);
    const day = Math.floor(first / DAY);
    return Array.from({ length: LONGEST_SEARCH }, (_, later) => later).find((later) => startsOn(day + later));
  } catch (problem) {
    if (problem instanceof UnknownRecurrence) return undefined;
    throw problem;
  }
}

/**
 * Moves a schedule whose start is no day of its rule to the first day that is, as the platform does (observed). It
 * lasts as long as before.
 */
function onItsFirstDay<T extends Pick<Schedule, 'start' | 'end' | 'rrule'>>(sent: T, call: Call): T {
  const { start, end, rrule = '' } = sent;
  if (rrule === '' || !isTime(start) || !isTime(end)) return sent;
  const days = daysUntilFirst(start, rrule);
  if (days === undefined || days === 0) return sent;
  const moved = { ...sent, start: laterBy(days, start), end: laterBy(days, end) };
  call.warn(`start: ${start.slice(0, 10)} is no day of the rule ${rrule}; the schedule begins on ${moved.start}`);
  return moved;
}

const isTime = (value: string): boolean => localTime.test(value) && !Number.isNaN(Date.parse(`${value}Z`));

const schedules = collection({
  kind: 'schedule',
  path: '/api/v2/architect/schedules',
  permission: 'routing:schedule',
  certainty: 'documented',
  note: 'The rule of repetition is kept as it was sent, and refused where flows could not follow it: parts of a day, BYWEEKNO. A start that is no day of the rule is moved to the first day that is, as in the cloud.',
  inDivision: true,
  version: 'counted',
  complete: (sent, call) => onItsFirstDay(sent, call),
  check: ({ start, end, rrule }) => {
    for (const [field, value] of Object.entries({ start, end })) {
      if (isTime(value)) continue;
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
