import { isTimeZone, localTime } from '../../runtime/schedules/local-time';
import { wrongValue } from '../refusals';

/** A stretch of time, milliseconds since 1970: from its start, up to its end. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/**
 * Reads `2026-01-05T08:00:00.000Z/2026-01-05T09:00:00.000Z`.
 *
 * @throws ApiProblem 400
 */
export function intervalIn(text: string): Interval {
  const [start = NaN, end = NaN, ...rest] = text.split('/').map((moment) => momentIn(moment));
  if (rest.length > 0 || Number.isNaN(start) || Number.isNaN(end)) {
    throw wrongValue(
      `interval: '${text.slice(0, 100)}' is no interval such as 2026-01-05T00:00:00.000Z/2026-01-06T00:00:00.000Z`,
      'interval',
    );
  }
  if (end <= start) throw wrongValue(`interval: it ends before it starts (${text})`, 'interval');
  return { start, end };
}

/** A moment without a time zone is UTC. */
function momentIn(text: string): number {
  const moment = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!moment) return NaN;
  const [, day = '', time = '00:00', zone = 'Z'] = moment;
  return Date.parse(`${day}T${time}${zone}`);
}

/** Divides an interval. Gives the part in which a moment lies. */
export type Division = (at: number) => Interval;

const lengths = { S: 1_000, M: 60_000, H: 3_600_000 } as const;

/**
 * The division of an interval into equal parts: `PT30M`, `PT1H`, `P1D`, `P1W`, `P1M`. Days, weeks and months are those of
 * the time zone.
 *
 * @throws ApiProblem 400
 */
export function divisionOf(interval: Interval, granularity: string | undefined, timeZone = 'UTC'): Division {
  if (!isTimeZone(timeZone)) throw wrongValue(`timeZone: there is no time zone '${timeZone}'`, 'timeZone');
  if (granularity === undefined || granularity === '') return () => interval;
  const [, days, dayUnit, times, timeUnit] = /^P(?:(\d{1,4})([DWM])|T(\d{1,6})([HMS]))$/.exec(granularity) ?? [];
  const count = Number(days ?? times);
  if (!(count > 0)) {
    throw wrongValue(`granularity: '${granularity}' is no period such as PT30M, PT1H, P1D, P1W, P1M`, 'granularity');
  }
  if (dayUnit !== undefined) return byDays(interval, count, dayUnit as 'D' | 'W' | 'M', timeZone);
  const length = count * lengths[timeUnit as keyof typeof lengths];
  return (at) => {
    const start = interval.start + Math.floor((at - interval.start) / length) * length;
    return { start, end: Math.min(start + length, interval.end) };
  };
}

function byDays(interval: Interval, count: number, unit: 'D' | 'W' | 'M', zone: string): Division {
  const first = localTime(interval.start, zone);
  const startOf = (part: number): number =>
    part === 0 ? interval.start : utcOf(later(first, part * count, unit), zone);
  return (at) => {
    let part = Math.max(0, Math.floor(distance(first, localTime(at, zone), unit) / count) - 1);
    while (startOf(part + 1) <= at) part += 1;
    return { start: startOf(part), end: Math.min(startOf(part + 1), interval.end) };
  };
}

/** A wall-clock time so many units later. */
function later(wall: number, count: number, unit: 'D' | 'W' | 'M'): number {
  if (unit !== 'M') return wall + count * (unit === 'W' ? 7 : 1) * DAY;
  const date = new Date(wall);
  return new Date(wall).setUTCMonth(date.getUTCMonth() + count);
}

/** How many units lie between two wall-clock times, at least. */
function distance(from: number, to: number, unit: 'D' | 'W' | 'M'): number {
  if (unit !== 'M') return Math.floor((to - from) / ((unit === 'W' ? 7 : 1) * DAY));
  const [a, b] = [new Date(from), new Date(to)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
}

/** The moment at which the wall clocks of a time zone show a time. */
function utcOf(wall: number, zone: string): number {
  const guess = wall - (localTime(wall, zone) - wall);
  return wall - (localTime(guess, zone) - guess);
}

export const shownInterval = ({ start, end }: Interval): string =>
  `${new Date(start).toISOString()}/${new Date(end).toISOString()}`;
