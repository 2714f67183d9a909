import { inMilliseconds } from '../architect/types';
import type { SourceLine } from '../ground/source-line';
import {
  afterCallWorkTimeout,
  holidayTwice,
  notADay,
  notANumber,
  notATimeZone,
  openingHoursReversed,
  openOnNoDay,
  routingNameEmpty,
} from '../ground/errors';
import type { Finding } from '../ground/finding';
import { isDate, isTimeZone } from '../ground/calendar';
import type { CallRouteDefinition, QueueDefinition, ScheduleGroupDefinition } from './definitions';

type At = SourceLine | undefined;

/** The name is all that can be wrong with most of them. */
export const nameProblems = (kind: string, name: string, at: At): Finding[] =>
  name.trim() === '' ? [routingNameEmpty(kind, at)] : [];

const LONGEST_AFTER_CALL_WORK = 60 * 60 * 1000;

export function queueProblems(name: string, limit: QueueDefinition['afterCallWorkTimeout'], at: At): Finding[] {
  const given = limit === undefined ? undefined : inMilliseconds(limit);
  const wrong = given !== undefined && !(given >= 1000 && given <= LONGEST_AFTER_CALL_WORK);
  return [
    ...nameProblems('queue', name, at),
    ...(wrong ? [afterCallWorkTimeout(`queue ${name}`, given / 1000, at)] : []),
  ];
}

export function scheduleGroupProblems(
  { name, timeZone, open, holidays }: Pick<ScheduleGroupDefinition, 'name' | 'timeZone' | 'open' | 'holidays'>,
  at: At,
): Finding[] {
  const path = `schedule group ${name}`;
  const dates = holidays.map(({ date }) => date);
  const twice = new Set(dates.filter((date, i) => dates.indexOf(date) < i));
  return [
    ...nameProblems('schedule group', name, at),
    ...(isTimeZone(timeZone) ? [] : [notATimeZone(path, timeZone, at)]),
    ...(open.days.length > 0 ? [] : [openOnNoDay(path, at)]),
    ...(isTime(open.from) && isTime(open.to) && open.from < open.to
      ? []
      : [openingHoursReversed(path, open.from, open.to, at)]),
    ...dates.filter((date) => !isDate(date)).map((date) => notADay(path, date, at)),
    ...[...twice].map((date) => holidayTwice(path, date, at)),
  ];
}

/** Written with two digits, times compare as texts. */
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export const callRouteProblems = (
  { name, numbers }: Pick<CallRouteDefinition, 'name' | 'numbers'>,
  at: At,
): Finding[] => [
  ...nameProblems('call route', name, at),
  ...numbers.filter((number) => !isE164(number)).map((number) => notANumber(`call route ${name}`, number, at)),
];

const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);
