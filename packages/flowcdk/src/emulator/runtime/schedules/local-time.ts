const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}

/** Whether a time zone with that name exists: `Europe/Berlin`. */
export function isTimeZone(zone: string): boolean {
  try {
    return clockOf(zone) !== undefined;
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
}

/**
 * The wall-clock time in a time zone, in milliseconds since 1970 of that wall clock. Schedules are written and compared
 * in wall-clock time, so that nine o'clock is nine o'clock in summer and in winter.
 *
 * @param at milliseconds since 1970, UTC
 */
export function localTime(at: number, zone: string): number {
  // Clocks change at full quarters of an hour. A quarter therefore has one distance from UTC.
  const quarter = Math.floor(at / QUARTER);
  const known = distances.get(zone);
  if (known?.quarter === quarter) return at + known.distance;
  const local = shownTime(at, zone);
  distances.set(zone, { quarter, distance: local - at });
  return local;
}

const QUARTER = 15 * 60_000;
/**
 * The distance from UTC in the last quarter of an hour that was computed, by zone. Calls of a busy hour need the same
 * one again and again.
 */
const distances = new Map<string, { readonly quarter: number; readonly distance: number }>();

function shownTime(at: number, zone: string): number {
  const shown = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of clockOf(zone).formatToParts(at)) {
    if (Object.hasOwn(shown, type)) shown[type as keyof typeof shown] = Number(value);
  }
  const { year, month, day, hour, minute, second } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
}
