import { didYouMean } from './did-you-mean';

/** A day that exists, written as year-month-day. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * A time zone of the IANA, in its spelling. Node understands all names, in any case, but lists only the main name of
 * each zone. So a name is valid if Node lists it, or if Node understands it and it is not a listed name in another
 * case.
 */
export function isTimeZone(name: string): boolean {
  const listed = timeZones().find((zone) => zone.toLowerCase() === name.toLowerCase());
  return listed === undefined ? /^[A-Z][A-Za-z0-9_+/-]*$/.test(name) && isUnderstood(name) : listed === name;
}

export function nearestTimeZone(name: string): string | undefined {
  return didYouMean(name, timeZones());
}

let zones: readonly string[] | undefined;
const timeZones = (): readonly string[] => (zones ??= Intl.supportedValuesOf('timeZone'));

function isUnderstood(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
