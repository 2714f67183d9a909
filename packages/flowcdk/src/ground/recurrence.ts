/** A recurrence rule that is not supported. The message says which part, and why. */
export class UnknownRecurrence extends Error {}

/** The days on which something that repeats begins. Days are counted from 1970-01-01. */
export interface Recurrence {
  /** Whether it begins on that day. */
  startsOn(day: number): boolean;
}

/** Milliseconds of a day. */
export const DAY = 86_400_000;

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const parts = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYDAY', 'BYSETPOS'];
const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;

/** A day that no schedule reaches: the last day that flows can compute with. */
const LAST_DAY = Date.UTC(2200, 11, 31) / DAY;

interface ByDay {
  /** 1 is the first of its month or year, -1 the last, 0 all of them. */
  readonly nth: number;
  readonly weekday: number;
}

interface Rule {
  readonly frequency: (typeof frequencies)[number];
  readonly interval: number;
  readonly count: number | undefined;
  /** The last day on which it may begin. */
  readonly untilDay: number;
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly byDay: readonly ByDay[];
  readonly setPositions: readonly number[];
}

/**
 * Reads a rule of iCalendar (RFC 5545, RRULE) by days: the frequencies YEARLY, MONTHLY, WEEKLY and DAILY with INTERVAL,
 * COUNT, UNTIL, WKST, BYMONTH, BYMONTHDAY, BYYEARDAY, BYDAY and BYSETPOS. UNTIL is read as local time, as the start is
 * (assumed). Throws an {@link UnknownRecurrence} that names what it does not do: parts of a day, BYWEEKNO.
 *
 * @param start when it begins for the first time, in local time
 */
export function recurrence(text: string, start: number): Recurrence {
  const startDay = Math.floor(start / DAY);
  if (text.trim() === '') return { startsOn: (day) => day === startDay };
  const rule = readRule(text, start);
  const firstPeriod = periodOf(rule, startDay).number;
  const matches = (day: number): boolean => {
    if (day < startDay || day > rule.untilDay || !fits(rule, day, startDay)) return false;
    const period = periodOf(rule, day);
    if ((period.number - firstPeriod) % rule.interval !== 0) return false;
    return rule.setPositions.length === 0 || daysIn(rule, period, startDay).includes(day);
  };
  // A schedule begins at most once a day, so a count above the number of days is never reached.
  if (rule.count === undefined || rule.count > rule.untilDay - startDay) return { startsOn: matches };
  const last = lastOf(rule, rule.count, startDay);
  return { startsOn: (day) => day <= last && matches(day) };
}

function readRule(text: string, start: number): Rule {
  const values = new Map<string, string>();
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    if (part === '') continue;
    const [key = '', value = ''] = part.split('=');
    if (!parts.includes(key)) throw refused(text, `${key} is not emulated; known are ${parts.join(', ')}`);
    values.set(key, value);
  }
  const frequency = frequencies.find((name) => name === values.get('FREQ'));
  if (!frequency) {
    throw refused(text, `FREQ=${values.get('FREQ') ?? ''} is not emulated; known are ${frequencies.join(', ')}`);
  }
  const numbers = (key: string, least: number, most: number): readonly number[] =>
    (values.get(key)?.split(',') ?? []).map((written) => {
      const number = Number(written);
      if (/^[+-]?\d+$/.test(written) && number !== 0 && number >= least && number <= most) return number;
      throw refused(text, `${key} has '${written}'; it takes whole numbers from ${least} to ${most} but 0`);
    });
  const count = (key: string): number | undefined => numbers(key, 1, Number.MAX_SAFE_INTEGER)[0];
  return {
    frequency,
    interval: count('INTERVAL') ?? 1,
    count: count('COUNT'),
    untilDay: untilDay(text, values.get('UNTIL'), start),
    weekStart: weekday(text, values.get('WKST') ?? 'MO'),
    months: numbers('BYMONTH', 1, 12),
    monthDays: numbers('BYMONTHDAY', -31, 31),
    yearDays: numbers('BYYEARDAY', -366, 366),
    byDay: (values.get('BYDAY')?.split(',') ?? []).map((written) => {
      const [, nth = '', name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(written) ?? [];
      return { nth: Number(nth), weekday: weekday(text, name === '' ? written : name) };
    }),
    setPositions: numbers('BYSETPOS', -366, 366),
  };
}

function weekday(text: string, name: string): number {
  const day = weekdays.indexOf(name);
  if (day < 0) throw refused(text, `'${name}' is no day of the week; they are ${weekdays.join(', ')}`);
  return day;
}

/** On the last day of the rule, a later time of day than UNTIL does not count. */
function untilDay(text: string, until: string | undefined, start: number): number {
  if (until === undefined) return LAST_DAY;
  const date = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/.exec(until);
  if (!date) throw refused(text, `UNTIL has '${until}'; it takes a day such as 20261231 or 20261231T235959Z`);
  const [year = 0, month = 1, day = 1, hour = 23, minute = 59, second = 59] = date
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const last = Math.min(LAST_DAY, Math.floor(at / DAY));
  return last * DAY + (start % DAY) <= at ? last : last - 1;
}

const refused = (text: string, why: string): UnknownRecurrence =>
  new UnknownRecurrence(`the rule of repetition '${text.slice(0, 100)}' cannot be followed: ${why}`);

/** The day on which it begins for the last time. */
function lastOf(rule: Rule, count: number, startDay: number): number {
  let left = count;
  let last = startDay - 1;
  for (let day = startDay; day <= rule.untilDay;) {
    const period = periodOf(rule, day);
    const begun = daysIn(rule, period, startDay).filter((day) => day >= startDay && day <= rule.untilDay);
    for (const day of begun) {
      last = day;
      left -= 1;
      if (left === 0) return last;
    }
    day = nextPeriod(rule, period);
  }
  return last;
}

/** A year, month, week or day, by the frequency of the rule. */
interface Period {
  /** Counts on from period to period. */
  readonly number: number;
  readonly first: number;
  /** The first day after it. */
  readonly end: number;
}

function periodOf({ frequency, weekStart }: Rule, day: number): Period {
  const { year, month } = calendar(day);
  switch (frequency) {
    case 'YEARLY':
      return { number: year, first: dayOf(year, 0), end: dayOf(year + 1, 0) };
    case 'MONTHLY':
      return { number: year * 12 + month, first: dayOf(year, month), end: dayOf(year, month + 1) };
    case 'WEEKLY': {
      // Day 0 was a Thursday.
      const number = Math.floor((day + 4 - weekStart) / 7);
      const first = number * 7 - 4 + weekStart;
      return { number, first, end: first + 7 };
    }
    case 'DAILY':
      return { number: day, first: day, end: day + 1 };
  }
}

/** The first day of the next period that the interval includes. */
function nextPeriod(rule: Rule, { number, end }: Period): number {
  switch (rule.frequency) {
    case 'YEARLY':
      return dayOf(number + rule.interval, 0);
    case 'MONTHLY':
      return dayOf(0, number + rule.interval);
    case 'WEEKLY':
      return end + 7 * (rule.interval - 1);
    case 'DAILY':
      return end + rule.interval - 1;
  }
}

/** The days of a period on which it begins, in order. */
function daysIn(rule: Rule, { first, end }: Period, startDay: number): readonly number[] {
  const days: number[] = [];
  for (let day = first; day < end; day += 1) if (fits(rule, day, startDay)) days.push(day);
  if (rule.setPositions.length === 0) return days;
  const chosen = new Set(rule.setPositions.map((position) => days.at(position > 0 ? position - 1 : position)));
  return days.filter((day) => chosen.has(day));
}

/** Each part of the rule narrows the days down. What no part says is taken from the start. */
function fits(rule: Rule, day: number, startDay: number): boolean {
  const { frequency, months, monthDays, yearDays, byDay } = rule;
  const { year, month, date } = calendar(day);
  if (months.length > 0 && !months.includes(month + 1)) return false;
  const [monthStart, monthEnd] = [dayOf(year, month), dayOf(year, month + 1)];
  const [yearStart, yearEnd] = [dayOf(year, 0), dayOf(year + 1, 0)];
  if (monthDays.length > 0 && !monthDays.includes(date) && !monthDays.includes(day - monthEnd)) return false;
  if (yearDays.length > 0 && !yearDays.includes(day - yearStart + 1) && !yearDays.includes(day - yearEnd)) return false;
  if (byDay.length > 0) {
    const inMonth = frequency === 'MONTHLY' || (frequency === 'YEARLY' && months.length > 0);
    const [from, to] = inMonth ? [monthStart, monthEnd] : [yearStart, yearEnd];
    const before = Math.floor((day - from) / 7) + 1;
    const behind = -Math.floor((to - 1 - day) / 7) - 1;
    const named = byDay.some(
      ({ nth, weekday: sought }) => weekdayOf(day) === sought && (nth === 0 || nth === before || nth === behind),
    );
    if (!named) return false;
  }
  if (monthDays.length + yearDays.length + byDay.length > 0) return true;
  const start = calendar(startDay);
  switch (frequency) {
    case 'DAILY':
      return true;
    case 'WEEKLY':
      return weekdayOf(day) === weekdayOf(startDay);
    case 'MONTHLY':
      return date === start.date;
    case 'YEARLY':
      return date === start.date && (months.length > 0 || month === start.month);
  }
}

const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Months count from 0; month 12 is January of the next year. */
const dayOf = (year: number, month: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / DAY;
};

function calendar(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}
