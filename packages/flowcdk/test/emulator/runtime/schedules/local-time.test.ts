import { isTimeZone, localTime } from '../../../../src/emulator/runtime/schedules/local-time';

const clockIn = (zone: string, utc: string): string => new Date(localTime(Date.parse(utc), zone)).toISOString();

test.each([
  ['UTC', '2026-01-05T12:00:00.000Z', '2026-01-05T12:00:00.000Z'],
  ['Europe/Berlin', '2026-01-05T12:34:56.789Z', '2026-01-05T13:34:56.789Z'],
  ['Europe/Berlin', '2026-07-05T12:34:56.789Z', '2026-07-05T14:34:56.789Z'],
  ['America/New_York', '2026-01-01T02:03:04.005Z', '2025-12-31T21:03:04.005Z'],
  ['Asia/Kathmandu', '2026-01-05T18:15:00.000Z', '2026-01-06T00:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['UTC', '1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
  ['UTC', '1969-12-31T23:59:59.000Z', '1969-12-31T23:59:59.000Z'],
])('the clocks in %s at %s show %s', (zone, utc, local) => {
  expect(clockIn(zone, utc)).toBe(local);
  // A moment later, and again, as calls of a busy hour ask for it.
  expect(clockIn(zone, utc)).toBe(local);
});

test.each([
  [
    'go forward',
    '2026-03-29T00:59:59.999Z',
    '2026-03-29T01:59:59.999Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T03:00:00.000Z',
  ],
  [
    'go back',
    '2026-10-25T00:59:59.999Z',
    '2026-10-25T02:59:59.999Z',
    '2026-10-25T01:00:00.000Z',
    '2026-10-25T02:00:00.000Z',
  ],
])('the clocks %s from one moment to the next', (_, before, shownBefore, after, shownAfter) => {
  expect(clockIn('Europe/Berlin', before)).toBe(shownBefore);
  expect(clockIn('Europe/Berlin', after)).toBe(shownAfter);
  expect(clockIn('Europe/Berlin', before)).toBe(shownBefore);
});

test('the zones do not disturb each other', () => {
  const noon = '2026-01-05T12:00:00.000Z';
  const hours = ['Asia/Tokyo', 'Europe/London', 'Asia/Tokyo'].map((zone) => clockIn(zone, noon).slice(11, 13));
  expect(hours).toEqual(['21', '12', '21']);
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['', false],
])('%s is a time zone: %s', (zone, is) => expect(isTimeZone(zone)).toBe(is));
