import { defined } from '../ground/defined';
import type { Defined, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { SourceLine } from '../ground/source-line';
import { slug } from '../ground/address';
import { notATimeZone, schedulesAlike, scheduleTime, scheduleTwice } from './errors';
import type { Finding } from '../ground/finding';
import { isTimeZone } from '../ground/calendar';
import { nameProblems } from './name-problems';
import type { Props } from './props';
import { type Times, timesOf, type When, whenProblems } from './when';

/** A schedule that has a definition of its own: several groups use it, or the organisation has it already. */
type NamedSchedule = Defined<'schedule'>;

/** Hours of a group. Several may have names, by which Architect lists them. */
export type Opening = (When & { readonly name?: string | undefined }) | NamedSchedule;

/** A holiday; its name and its date are how Architect lists it. */
export type Holiday = (When & { readonly name: string }) | NamedSchedule;

/** A schedule that belongs to one group. */
export interface OwnSchedule {
  /** Unique in the organisation: it begins with the name of the group. */
  readonly name: string;
  /** Its name within the group: `open`, `holiday-christmas-day`. */
  readonly id: string;
  /** Undefined where something is wrong with it. */
  readonly times: Times | undefined;
}

/** When calls are answered: open hours, closed hours that come before them, and holidays that come before both. */
export interface ScheduleGroupDefinition extends Definition, HasOrigin {
  readonly definition: 'scheduleGroup';
  readonly description?: string | undefined;
  /** IANA: `Europe/Paris`. */
  readonly timeZone: string;
  readonly open: readonly (OwnSchedule | NamedSchedule)[];
  readonly closed: readonly (OwnSchedule | NamedSchedule)[];
  readonly holidays: readonly (OwnSchedule | NamedSchedule)[];
  readonly uses: readonly Definition[];
  readonly problems?: readonly Finding[];
}

/** What {@link scheduleGroup} takes. */
export interface ScheduleGroupProps extends Omit<Props<ScheduleGroupDefinition>, 'open' | 'closed' | 'holidays'> {
  /** When somebody answers; several times of a day, and several kinds of day, in a list. */
  readonly open: Opening | readonly Opening[];
  /**
   * When nobody answers although it is open: a meeting, a lunch break. @default never; what is not open is closed
   * anyway
   */
  readonly closed?: Opening | readonly Opening[] | undefined;
  /** Days, or parts of days, on which nobody answers. @default none */
  readonly holidays?: readonly Holiday[] | undefined;
}

/**
 * Defines opening hours and holidays under one name. Holidays come before closed hours, those before open ones
 * (documented).
 *
 * @example
 * ```ts
 * const office = scheduleGroup({
 *   name: 'Office',
 *   timeZone: 'Europe/Paris',
 *   open: [
 *     { days: ['monday', 'tuesday', 'wednesday', 'thursday'], from: '08:30', to: '12:30' },
 *     { days: ['monday', 'tuesday', 'wednesday', 'thursday'], from: '13:30', to: '18:00' },
 *     { name: 'Friday', days: ['friday'], from: '08:30', to: '14:00' },
 *   ],
 *   holidays: [
 *     { name: 'Christmas Day', yearly: '25 december' },
 *     { name: 'Spring bank holiday', yearly: 'last monday of may' },
 *     { name: 'Easter Monday', date: '2026-04-06' },
 *   ],
 * });
 * ```
 */
export function scheduleGroup(props: ScheduleGroupProps): ScheduleGroupDefinition {
  const origin = definedBy(scheduleGroup);
  const at = sourceLine(origin);
  const { name, description, address, timeZone } = props;
  const openings = { open: listOf(props.open), closed: listOf(props.closed), holidays: props.holidays ?? [] };
  const open = openings.open.map(hours(name, 'open'));
  const closed = openings.closed.map(hours(name, 'closed'));
  const holidays = openings.holidays.map(holiday(name));
  const all = [...open, ...closed, ...holidays];
  const path = `schedule group ${name}`;
  const problems = [
    ...nameProblems('schedule group', name, at),
    ...(isTimeZone(timeZone) ? [] : [notATimeZone(path, timeZone, at)]),
    ...(open.length === 0 ? [scheduleTime(`${path}: open`, 'it is never open', OPEN_HELP, at)] : []),
    ...timeProblems(path, openings, at),
    ...twice(all.map((schedule) => schedule.name)).map((name) => scheduleTwice(path, name, at)),
    ...sameAddress(all).map(([first, other]) => schedulesAlike(path, first, other, at)),
  ];
  return Object.freeze({
    definition: 'scheduleGroup',
    name,
    ...defined({ description, address }),
    timeZone,
    open,
    closed,
    holidays,
    uses: all.filter(isNamed),
    problems,
    [ORIGIN]: origin,
  });
}

const OPEN_HELP = "Say when: open: { days: ['monday'], from: '08:30', to: '18:00' }.";

/** True for a schedule by its definition. */
export const isNamed = (schedule: OwnSchedule | NamedSchedule | Opening | Holiday): schedule is NamedSchedule =>
  'definition' in schedule;

const listOf = (openings: Opening | readonly Opening[] | undefined): readonly Opening[] =>
  openings === undefined ? [] : Array.isArray(openings) ? (openings as readonly Opening[]) : [openings as Opening];

/** Hours have their own name or a number. So another time changes the schedule instead of replacing it. */
const hours =
  (group: string, kind: 'open' | 'closed') =>
  (opening: Opening, i: number): OwnSchedule | NamedSchedule => {
    if (isNamed(opening)) return opening;
    const { name } = opening;
    const title = name ?? (i === 0 ? kind : `${kind} ${i + 1}`);
    return {
      name: `${group}: ${title}`,
      id: name === undefined ? title.replace(' ', '-') : `${kind}-${name}`,
      times: timesOf(opening),
    };
  };

/** A holiday of one year has its date in its name, because the same holiday comes again on another date. */
const holiday =
  (group: string) =>
  (holiday: Holiday): OwnSchedule | NamedSchedule => {
    if (isNamed(holiday)) return holiday;
    const date = 'date' in holiday ? holiday.date : 'firstDay' in holiday ? holiday.firstDay : undefined;
    const title = date === undefined ? holiday.name : `${holiday.name} ${date}`;
    return {
      name: `${group}: ${title}`,
      id: `holiday-${date === undefined ? '' : `${date}-`}${holiday.name}`,
      times: timesOf(holiday),
    };
  };

/** Schedules of the group whose names differ in signs only: Terraform would see one. */
function sameAddress(all: readonly (OwnSchedule | NamedSchedule)[]): (readonly [string, string])[] {
  const own = all.filter((schedule): schedule is OwnSchedule => !isNamed(schedule));
  return own.flatMap((schedule, i) => {
    const other = own.slice(0, i).find(({ id, name }) => name !== schedule.name && slug(id) === slug(schedule.id));
    return other ? [[other.name, schedule.name] as const] : [];
  });
}

const twice = (names: readonly string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) < i))];

function timeProblems(
  path: string,
  { open, closed, holidays }: Readonly<Record<'open' | 'closed' | 'holidays', readonly (Opening | Holiday)[]>>,
  at: SourceLine | undefined,
): Finding[] {
  const places: readonly (readonly [string, Opening | Holiday])[] = [
    ...open.map((opening, i) => [open.length === 1 ? 'open' : `open[${i}]`, opening] as const),
    ...closed.map((opening, i) => [closed.length === 1 ? 'closed' : `closed[${i}]`, opening] as const),
    ...holidays.map((holiday) => [`holiday ${holiday.name}`, holiday] as const),
  ];
  return places.flatMap(([place, opening]) =>
    isNamed(opening)
      ? []
      : whenProblems(opening).map(({ message, help }) => scheduleTime(`${path}: ${place}`, message, help, at)),
  );
}
