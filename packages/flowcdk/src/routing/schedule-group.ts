import { defined } from '../ground/defined';
import type { Defined, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { SourceLine } from '../ground/source-line';
import { slug } from '../ground/address';
import { notATimeZone, schedulesAlike, scheduleTime, scheduleTwice } from '../ground/errors';
import type { Finding } from '../ground/finding';
import { isTimeZone } from '../ground/calendar';
import { nameProblems } from './problems';
import type { Props } from './props';
import { type Times, timesOf, type When, whenProblems } from './when';

/** A schedule by its definition: one that several groups have, or that the organisation has already. */
type NamedSchedule = Defined<'schedule'>;

/** Hours of a group. Several may have names, by which Architect lists them. */
export type Opening = (When & { readonly name?: string | undefined }) | NamedSchedule;

/** A holiday; its name and its date are how Architect lists it. */
export type Holiday = (When & { readonly name: string }) | NamedSchedule;

/** A schedule that belongs to one group. */
export interface OwnSchedule {
  /** Unique in the organisation: it begins with the name of the group. */
  readonly name: string;
  /** Tells it from the others of its group: `open`, `holiday-christmas-day`. */
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
  /** When nobody does although it is open: a meeting, a lunch break. @default never; what is not open is closed anyway */
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
  const given = { open: listOf(props.open), closed: listOf(props.closed), holidays: props.holidays ?? [] };
  const open = given.open.map(hours(name, 'open'));
  const closed = given.closed.map(hours(name, 'closed'));
  const holidays = given.holidays.map(holiday(name));
  const all = [...open, ...closed, ...holidays];
  const path = `schedule group ${name}`;
  const problems = [
    ...nameProblems('schedule group', name, at),
    ...(isTimeZone(timeZone) ? [] : [notATimeZone(path, timeZone, at)]),
    ...(open.length === 0 ? [scheduleTime(`${path}: open`, 'it is never open', OPEN_HELP, at)] : []),
    ...timeProblems(path, given, at),
    ...twice(all.map((one) => one.name)).map((one) => scheduleTwice(path, one, at)),
    ...sameAddress(all).map(([one, other]) => schedulesAlike(path, one, other, at)),
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

const listOf = (given: Opening | readonly Opening[] | undefined): readonly Opening[] =>
  given === undefined ? [] : Array.isArray(given) ? (given as readonly Opening[]) : [given as Opening];

/** Hours have the name they were given, or are counted: a change of a time is then a change of a schedule. */
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

/** A holiday of one year has its date in its name, for it comes again under another. */
const holiday =
  (group: string) =>
  (given: Holiday): OwnSchedule | NamedSchedule => {
    if (isNamed(given)) return given;
    const date = 'date' in given ? given.date : 'firstDay' in given ? given.firstDay : undefined;
    const title = date === undefined ? given.name : `${given.name} ${date}`;
    return {
      name: `${group}: ${title}`,
      id: `holiday-${date === undefined ? '' : `${date}-`}${given.name}`,
      times: timesOf(given),
    };
  };

/** Schedules of the group whose names differ in signs only: Terraform would see one. */
function sameAddress(all: readonly (OwnSchedule | NamedSchedule)[]): (readonly [string, string])[] {
  const own = all.filter((one): one is OwnSchedule => !isNamed(one));
  return own.flatMap((one, i) => {
    const other = own.slice(0, i).find(({ id, name }) => name !== one.name && slug(id) === slug(one.id));
    return other ? [[other.name, one.name] as const] : [];
  });
}

const twice = (names: readonly string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) < i))];

function timeProblems(
  path: string,
  { open, closed, holidays }: Readonly<Record<'open' | 'closed' | 'holidays', readonly (Opening | Holiday)[]>>,
  at: SourceLine | undefined,
): Finding[] {
  const places: readonly (readonly [string, Opening | Holiday])[] = [
    ...open.map((one, i) => [open.length === 1 ? 'open' : `open[${i}]`, one] as const),
    ...closed.map((one, i) => [closed.length === 1 ? 'closed' : `closed[${i}]`, one] as const),
    ...holidays.map((one) => [`holiday ${one.name}`, one] as const),
  ];
  return places.flatMap(([place, one]) =>
    isNamed(one)
      ? []
      : whenProblems(one).map(({ message, help }) => scheduleTime(`${path}: ${place}`, message, help, at)),
  );
}
