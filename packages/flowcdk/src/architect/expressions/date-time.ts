/** Points in time and durations: ranges, ISO 8601 reading and writing (documented: UTC, whole seconds). */
import { Decimal } from './decimal';
import { Failure } from './expression-error';
import { MAX_INTEGER } from './limits';
import { DateTimeValue, DurationValue } from './values';

const FIRST_MOMENT = Date.UTC(1800, 0, 1);
const LAST_MOMENT = Date.UTC(2200, 11, 31, 23, 59, 59);

export const MIN_DATE_TIME = new DateTimeValue(FIRST_MOMENT);
export const MAX_DATE_TIME = new DateTimeValue(LAST_MOMENT);

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** A moment in range. Fractions of a second are dropped. */
export function dateTime(milliseconds: number): DateTimeValue {
  const whole = Math.floor(milliseconds / SECOND) * SECOND;
  if (whole >= FIRST_MOMENT && whole <= LAST_MOMENT) return new DateTimeValue(whole);
  throw new Failure('the date is outside the range of DateTime, 1800-01-01 to 2200-12-31');
}

/** Adds a duration to a moment. Fractions of a second of the duration are dropped (documented). */
export function plus(start: DateTimeValue, milliseconds: number): DateTimeValue {
  return dateTime(start.milliseconds + Math.trunc(milliseconds / SECOND) * SECOND);
}

export function duration(milliseconds: number): DurationValue {
  if (milliseconds <= MAX_INTEGER && milliseconds >= -MAX_INTEGER) return new DurationValue(milliseconds + 0);
  throw new Failure(`the duration is outside the range of Duration, ±${MAX_INTEGER} milliseconds`);
}

/** Makes a moment from its parts. Refuses days that the calendar does not have, such as 30 February. */
export function moment(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): DateTimeValue {
  checkPart('year', year, 1800, 2200);
  checkPart('month', month, 1, 12);
  checkPart('day', day, 1, daysInMonth(year, month));
  checkPart('hour', hour, 0, 23);
  checkPart('minute', minute, 0, 59);
  checkPart('second', second, 0, 59);
  return dateTime(Date.UTC(year, month - 1, day, hour, minute, second));
}

export function checkPart(name: string, value: number, least: number, most: number): void {
  if (value < least || value > most) throw new Failure(`the ${name} is ${value}, it must be from ${least} to ${most}`);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const isoDateTime =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Reads an ISO 8601 date with an optional time and offset. Without an offset the time is UTC (assumed). */
export function readDateTime(text: string): DateTimeValue | undefined {
  const match = isoDateTime.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = match;
  const local = moment(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  return dateTime(local.milliseconds - offsetOf(zone));
}

/** The milliseconds of an offset. `Z` has no digits, so it is 0. */
function offsetOf(zone: string): number {
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const size = Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * MINUTE;
  return zone.startsWith('-') ? -size : size;
}

export function dateTimeText(value: DateTimeValue): string {
  return `${new Date(value.milliseconds).toISOString().slice(0, 19)}Z`;
}

const LONGEST_DURATION = 64;
const isoDuration =
  /^([+-]?)P(?:([+-]?\d+(?:[.,]\d+)?)W)?(?:([+-]?\d+(?:[.,]\d+)?)D)?(T(?:([+-]?\d+(?:[.,]\d+)?)H)?(?:([+-]?\d+(?:[.,]\d+)?)M)?(?:([+-]?\d*(?:[.,]\d+)?)S)?)?$/i;

/**
 * Reads `P9DT18H29M59.544S`. Fractions of a millisecond are cut off. Years and months are refused, because they have no
 * fixed length.
 */
export function readDuration(text: string): DurationValue | undefined {
  const match = text.length <= LONGEST_DURATION ? isoDuration.exec(text) : null;
  if (match === null) return undefined;
  const [, sign, weeks, days, time, hours, minutes, seconds] = match;
  const parts: readonly (readonly [string | undefined, number])[] = [
    [weeks, WEEK],
    [days, DAY],
    [hours, HOUR],
    [minutes, MINUTE],
    [seconds, SECOND],
  ];
  const present = parts.filter(([digits]) => digits !== undefined);
  if (present.length === 0 || time?.length === 1 || seconds === '') return undefined;
  let total = new Decimal(0);
  for (const [digits = '0', unit] of present) {
    const size = new Decimal(digits.replace(',', '.').replace('+', ''));
    if (!size.isFinite()) return undefined;
    total = total.plus(size.times(unit));
  }
  const milliseconds = total.trunc().toNumber();
  return duration(sign === '-' ? -milliseconds : milliseconds);
}

export function durationText({ milliseconds }: DurationValue): string {
  const { days, hours, minutes, seconds, rest } = durationParts(Math.abs(milliseconds));
  const fraction = rest === 0 ? '' : `.${withoutTrailingZeros(String(rest).padStart(3, '0'))}`;
  const time =
    (hours === 0 ? '' : `${hours}H`) +
    (minutes === 0 ? '' : `${minutes}M`) +
    (seconds === 0 && rest === 0 ? '' : `${seconds}${fraction}S`);
  const text = (days === 0 ? '' : `${days}D`) + (time === '' ? '' : `T${time}`);
  return `${milliseconds < 0 ? '-' : ''}P${text === '' ? 'T0S' : text}`;
}

/** Splits milliseconds, which must not be negative, into days, hours, minutes, seconds and milliseconds. */
export function durationParts(size: number) {
  return {
    days: Math.floor(size / DAY),
    hours: Math.floor((size % DAY) / HOUR),
    minutes: Math.floor((size % HOUR) / MINUTE),
    seconds: Math.floor((size % MINUTE) / SECOND),
    rest: size % SECOND,
  };
}

function withoutTrailingZeros(digits: string): string {
  return digits.endsWith('00') ? digits.slice(0, 1) : digits.endsWith('0') ? digits.slice(0, 2) : digits;
}
