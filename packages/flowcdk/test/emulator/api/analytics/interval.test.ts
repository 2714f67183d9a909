import { divisionOf, intervalIn, shownInterval } from '../../../../src/emulator/api/analytics/interval';

const within = (interval: string, granularity: string, zone: string, moment: string): string =>
  shownInterval(divisionOf(intervalIn(interval), granularity, zone)(Date.parse(moment)));

test.each([
  ['PT1H', 'UTC', '2026-03-28T05:59:59Z', '2026-03-28T05:00:00.000Z/2026-03-28T06:00:00.000Z'],
  ['P1D', 'UTC', '2026-03-29T00:00:00Z', '2026-03-29T00:00:00.000Z/2026-03-30T00:00:00.000Z'],
  ['P1W', 'UTC', '2026-04-05T00:00:00Z', '2026-04-04T00:00:00.000Z/2026-04-11T00:00:00.000Z'],
  ['P1M', 'UTC', '2026-05-01T00:00:00Z', '2026-04-28T00:00:00.000Z/2026-05-28T00:00:00.000Z'],
])('%s in %s divides from the start of the interval: %s', (granularity, zone, moment, part) => {
  expect(within('2026-03-28T00:00:00Z/2026-06-28T00:00:00Z', granularity, zone, moment)).toBe(part);
});

test('a day on which clocks change is shorter, and the next one begins at midnight again', () => {
  const interval = '2026-03-28T00:00:00+01:00/2026-04-02T00:00:00+02:00';

  expect(within(interval, 'P1D', 'Europe/Paris', '2026-03-29T12:00:00Z')).toBe(
    '2026-03-28T23:00:00.000Z/2026-03-29T22:00:00.000Z',
  );
  expect(within(interval, 'P1D', 'Europe/Paris', '2026-03-30T12:00:00Z')).toBe(
    '2026-03-29T22:00:00.000Z/2026-03-30T22:00:00.000Z',
  );
});

test('the last part ends with the interval', () => {
  expect(within('2026-01-05T00:00:00Z/2026-01-05T01:30:00Z', 'PT1H', 'UTC', '2026-01-05T01:10:00Z')).toBe(
    '2026-01-05T01:00:00.000Z/2026-01-05T01:30:00.000Z',
  );
});
