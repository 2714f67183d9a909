import { isDate } from '../ground/calendar';
import { DAY, recurrence, UnknownRecurrence } from '../ground/recurrence';

/*
 * Times, as people say them, and as schedules of the platform have them: the first start, its end, and a rule of
 * iCalendar for repetitions. All times are local: the schedule group says in which time zone.
 */

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const nths = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const;

/** A day of the week, in English and lower case. */
export type Weekday = (typeof weekdays)[number];
/** A month, in English and lower case. */
export type Month = (typeof months)[number];

/** A day of every year: `25 december`, or by its place in a month: `last monday of may`. */
export type DayOfYear = `${number} ${Month}` | `${keyof typeof nths} ${Weekday} of ${Month}`;

/** A part of a day. */
export interface PartOfDay {
  /** `08:30` */
  readonly from: string;
  /** `18:00`; `24:00` is the end of the day. */
  readonly to: string;
  /** Whether `to` is a time of the next day. @default false */
  readonly overnight?: boolean | undefined;
}

/** The whole day, or a part of it. */
export type OfDay = PartOfDay | { readonly from?: undefined; readonly to?: undefined; readonly overnight?: undefined };

/** On days of every week. */
export interface EveryWeek extends PartOfDay {
  readonly days: readonly Weekday[];
}

/** Once. */
export type Once = OfDay & {
  /** `2026-12-25` */
  readonly date: string;
};

/** Once, several whole days in a row. */
export interface SeveralDays {
  /** `2026-12-24` */
  readonly firstDay: string;
  /** `2027-01-02`, which still belongs to it. */
  readonly lastDay: string;
}

/** Every year. Write holidays that move with the moon by their dates. */
export type EveryYear = OfDay & { readonly yearly: DayOfYear };

/** By a rule of iCalendar (RFC 5545), by days. */
export type ByRule = OfDay & {
  /** `FREQ=MONTHLY;BYDAY=1MO`; of whole days: FREQ is YEARLY, MONTHLY, WEEKLY or DAILY. */
  readonly rule: string;
  /** The first day that may count. @default '2024-01-01' */
  readonly since?: string | undefined;
};

/** When something holds. */
export type When = EveryWeek | Once | SeveralDays | EveryYear | ByRule;

/** The same time as a schedule of the platform. */
export interface Times {
  /** Local: `2026-01-05T08:30` */
  readonly start: string;
  readonly end: string;
  /** How it comes again; once where there is none. */
  readonly rule?: string;
}

/** What is wrong with a time, and what to write. */
export interface WhenProblem {
  readonly message: string;
  readonly help: string;
}

/**
 * The first day of schedules that repeat. Any past day works, but it must not depend on the day of the synthesis. It is
 * a Monday.
 */
const FIRST_DAY = '2024-01-01';

/** A rule that has an occurrence at all has one within so many days. */
const SOON = 20 * 366;

/** The times of something; undefined where {@link whenProblems} says what is wrong. */
export function timesOf(when: When): Times | undefined {
  if (whenProblems(when).length > 0) return undefined;
  if ('firstDay' in when) return { start: `${when.firstDay}T00:00`, end: `${dayAfter(when.lastDay)}T00:00` };
  if ('date' in when) return onDay(when.date, when);
  const rule = ruleOf(when);
  const first = firstDayOf(rule, 'rule' in when ? (when.since ?? FIRST_DAY) : FIRST_DAY);
  return first === undefined ? undefined : { ...onDay(first, when), rule };
}

/** The rule by which something comes again. */
function ruleOf(when: EveryWeek | EveryYear | ByRule): string {
  if ('days' in when)
    return `FREQ=WEEKLY;BYDAY=${weekdays
      .filter((day) => when.days.includes(day))
      .map(short)
      .join(',')}`;
  if ('rule' in when) return written(when.rule);
  const day = dayOfYear(when.yearly);
  if (!day) return '';
  const month = `FREQ=YEARLY;BYMONTH=${day.month}`;
  return 'date' in day ? `${month};BYMONTHDAY=${day.date}` : `${month};BYDAY=${day.nth}${short(day.weekday)}`;
}

const short = (day: Weekday): string => day.slice(0, 2).toUpperCase();

/** A rule as the provider wants it. */
const written = (rule: string): string =>
  rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');

function dayOfYear(text: string) {
  const [, date, ofMonth] = /^(\d{1,2}) ([a-z]+)$/.exec(text) ?? [];
  const [, nth = '', weekday, ofPlace] = /^([a-z]+) ([a-z]+) of ([a-z]+)$/.exec(text) ?? [];
  const month = months.indexOf((ofMonth ?? ofPlace ?? '') as Month) + 1;
  if (month === 0) return undefined;
  // A leap year: the 29th of February is a day of some years.
  if (date !== undefined)
    return isDate(`2024-${two(month)}-${two(Number(date))}`) ? { month, date: Number(date) } : undefined;
  const day = weekdays.find((name) => name === weekday);
  return day && Object.hasOwn(nths, nth) ? { month, nth: nths[nth as keyof typeof nths], weekday: day } : undefined;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The first day on or after another on which a rule holds. */
function firstDayOf(rule: string, since: string): string | undefined {
  const from = Date.parse(`${since}T00:00:00Z`);
  const { startsOn } = recurrence(rule, from);
  const first = from / DAY;
  for (let day = first; day <= first + SOON; day += 1) if (startsOn(day)) return dateOf(day);
  return undefined;
}

const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const dayAfter = (date: string): string => dateOf(Date.parse(`${date}T00:00:00Z`) / DAY + 1);

function onDay(date: string, { from = '00:00', to = '24:00', overnight = false }: OfDay): Times {
  const last = overnight || to === '24:00' ? dayAfter(date) : date;
  return { start: `${date}T${from}`, end: `${last}T${to === '24:00' ? '00:00' : to}` };
}

const forms = {
  days: "{ days: ['monday'], from: '08:30', to: '18:00' }",
  date: "{ date: '2026-12-25' }",
  firstDay: "{ firstDay: '2026-12-24', lastDay: '2027-01-02' }",
  yearly: "{ yearly: '25 december' }",
  rule: "{ rule: 'FREQ=MONTHLY;BYDAY=1MO' }",
};

/** Everything that is wrong with a time. */
export function whenProblems(when: When): WhenProblem[] {
  const chosen = Object.keys(forms).filter((form) => form in when);
  if (chosen.length !== 1) {
    const message = chosen.length === 0 ? 'it does not say when' : `it says when in several ways: ${chosen.join(', ')}`;
    return [{ message, help: `Write one of ${Object.values(forms).join(', ')}.` }];
  }
  if ('firstDay' in when) return severalDaysProblems(when);
  const ofDay = ofDayProblems(when);
  if ('days' in when) return [...daysProblems(when), ...ofDay];
  if ('date' in when) return [...dateProblems('date', when.date), ...ofDay];
  if ('yearly' in when) return [...yearlyProblems(when), ...ofDay];
  return [...ruleProblems(when), ...ofDay];
}

const dateProblems = (field: string, date: string): WhenProblem[] =>
  isDate(date)
    ? []
    : [
        {
          message: `${field} is ${JSON.stringify(date)}, which is no day`,
          help: 'Write year-month-day: "2026-12-25".',
        },
      ];

function severalDaysProblems({ firstDay, lastDay }: SeveralDays): WhenProblem[] {
  const problems = [...dateProblems('firstDay', firstDay), ...dateProblems('lastDay', lastDay)];
  if (problems.length > 0 || firstDay <= lastDay) return problems;
  return [{ message: `it ends on ${lastDay} and begins on ${firstDay} only`, help: 'Give the earlier day first.' }];
}

function daysProblems({ days }: EveryWeek): WhenProblem[] {
  const help = `Give at least one day: ${weekdays[0]} … ${weekdays[6]}.`;
  if (days.length === 0) return [{ message: 'days is empty', help }];
  const unknown = days.filter((day) => !weekdays.includes(day));
  return unknown.map((day) => ({ message: `${JSON.stringify(day)} is no day of the week`, help }));
}

function yearlyProblems({ yearly }: EveryYear): WhenProblem[] {
  if (dayOfYear(yearly)) return [];
  const help = 'Write "25 december", or "last monday of may" (first, second, third, fourth, last).';
  return [{ message: `yearly is ${JSON.stringify(yearly)}, which is no day of a year`, help }];
}

/** Times with two digits compare as texts. */
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function ofDayProblems({ from, to, overnight = false }: OfDay): WhenProblem[] {
  if (from === undefined && to === undefined && !overnight) return [];
  const written = isTime(from ?? '') && (isTime(to ?? '') || (to === '24:00' && !overnight));
  if (written && (overnight ? (to ?? '') <= (from ?? '') : (from ?? '') < (to ?? ''))) return [];
  return [
    {
      message: `it lasts from ${JSON.stringify(from ?? null)} to ${JSON.stringify(to ?? null)}${overnight ? ', overnight' : ''}`,
      help: 'Give two times of one day, the earlier first: from "08:30" to "18:00"; or, with overnight: true, from "22:00" to "06:00".',
    },
  ];
}

function ruleProblems({ rule, since = FIRST_DAY }: ByRule): WhenProblem[] {
  const problems = dateProblems('since', since);
  if (problems.length > 0) return problems;
  const text = written(rule);
  const help = 'It is a rule of iCalendar, by days: "FREQ=MONTHLY;BYDAY=1MO" is the first Monday of each month.';
  // Checked by the provider, which knows no days from the end of a month.
  if (/BYMONTHDAY=[^;]*-/.test(text)) {
    return [{ message: `rule has a BYMONTHDAY below 1: ${JSON.stringify(rule)}`, help: 'The provider takes 1 to 31.' }];
  }
  if (text === '') return [{ message: 'rule is empty', help }];
  try {
    if (firstDayOf(text, since) !== undefined) return [];
    return [{ message: `rule never holds: ${JSON.stringify(rule)} since ${since}`, help }];
  } catch (problem) {
    if (problem instanceof UnknownRecurrence) return [{ message: problem.message, help }];
    throw problem;
  }
}
