import { type DurationLiteral, inMilliseconds } from '../architect/types';
import type { Finding } from '../ground/finding';

/** Makes the finding about one setting: its name, its value, what is allowed. */
export type Tell = (setting: string, value: string, allowed: string) => Finding;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

interface Range {
  readonly least: number;
  /** @default no end */
  readonly most?: number;
}

/** Whether a number lies in a range. */
export function numberIn(
  tell: Tell,
  setting: string,
  value: number | undefined,
  { least, most = Infinity, whole = true }: Range & { readonly whole?: boolean },
): Finding[] {
  if (value === undefined) return [];
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return [];
  const range = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
  return [tell(setting, String(value), `a ${whole ? 'whole ' : ''}number ${range}`)];
}

/** Whether a length of time lies in a range, in milliseconds, and is a multiple of the unit, if there is one. */
export function durationIn(
  tell: Tell,
  setting: string,
  value: DurationLiteral | undefined,
  { least, most = Infinity, unit }: Range & { readonly unit?: typeof SECOND | typeof HOUR },
): Finding[] {
  if (value === undefined) return [];
  const ms = inMilliseconds(value);
  if (ms >= least && ms <= most && (unit === undefined || ms % unit === 0)) return [];
  const range = most === Infinity ? `at least ${inWords(least)}` : `${inWords(least)} to ${inWords(most)}`;
  return [tell(setting, inWords(ms), unit === undefined ? range : `whole ${nameOf(unit)}s, ${range}`)];
}

/** Whether a list has as many items as it may have. */
export function countIn(
  tell: Tell,
  setting: string,
  list: readonly unknown[] | undefined,
  { least, most = Infinity }: Range,
): Finding[] {
  if (list === undefined || (list.length >= least && list.length <= most)) return [];
  const range = most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return [tell(setting, list.length === 0 ? 'empty' : `a list of ${list.length}`, `${range} of them`)];
}

const units: readonly (readonly [size: number, name: string])[] = [
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
  [SECOND, 'second'],
];

const nameOf = (unit: number): string => units.find(([size]) => size === unit)?.[1] ?? 'second';

/** `20 minutes`, `90 seconds` */
function inWords(ms: number): string {
  const [size, name] = units.find(([unit]) => ms >= unit && ms % unit === 0) ?? [SECOND, 'second'];
  const n = ms / size;
  return `${n} ${name}${n === 1 ? '' : 's'}`;
}
