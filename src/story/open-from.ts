import type { Settings } from '../settings';

const HALF_AN_HOUR = 30 * 60_000;
/** Monday, 5 January 2026. */
const FIRST = Date.UTC(2026, 0, 5);
const FORTNIGHT = 14 * 48;

/**
 * A moment from which the support line is open for hours: the first full hour after it opens, on the first day of 2026
 * that begins a week and is no holiday; stories begin there.
 */
export function openFrom({ timeZone, days, from, to, holidays }: Settings['supportLine']['openingHours']): Date {
  const shown = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const closed = new Set(holidays.map(({ date }) => date));
  for (let i = 0; i < FORTNIGHT; i += 1) {
    const at = new Date(FIRST + i * HALF_AN_HOUR);
    const part = Object.fromEntries(shown.formatToParts(at).map(({ type, value }) => [type, value]));
    const time = `${part['hour']}:${part['minute']}`;
    const open =
      (days as readonly string[]).includes((part['weekday'] ?? '').toLowerCase()) && time > from && time < to;
    if (open && !closed.has(`${part['year']}-${part['month']}-${part['day']}`)) return at;
  }
  return new Date(FIRST);
}
