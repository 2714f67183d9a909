import {
  dateTime,
  dateTimeText,
  daysInMonth,
  duration,
  durationText,
  MAX_DATE_TIME,
  MIN_DATE_TIME,
  moment,
  plus,
  readDateTime,
  readDuration,
} from '../../../src/architect/expressions/date-time';

describe('a moment in ISO 8601', () => {
  test.each([
    ['2024-01-31', '2024-01-31T00:00:00Z'],
    ['20240131', '2024-01-31T00:00:00Z'],
    ['2024-01-31T12:30', '2024-01-31T12:30:00Z'],
    ['2024-01-31 12:30:45', '2024-01-31T12:30:45Z'],
    ['20240131T123045', '2024-01-31T12:30:45Z'],
    ['2024-01-31t12:30:45z', '2024-01-31T12:30:45Z'],
    ['2024-01-31T12:30:45.999999999Z', '2024-01-31T12:30:45Z'],
    ['2024-01-31T12:30:45,5Z', '2024-01-31T12:30:45Z'],
    ['2024-01-31T12:30:45+02', '2024-01-31T10:30:45Z'],
    ['2024-01-31T12:30:45+14:00', '2024-01-30T22:30:45Z'],
    ['2024-01-31T12:30:45+0215', '2024-01-31T10:15:45Z'],
    ['2024-01-31T12:30:45+02:15', '2024-01-31T10:15:45Z'],
    ['2024-01-31T12:30:45-02:15', '2024-01-31T14:45:45Z'],
    ['2024-01-31T23:30:00-01:00', '2024-02-01T00:30:00Z'],
  ])('%s is %s', (text, moment) => {
    const value = readDateTime(text);

    expect(value && dateTimeText(value)).toBe(moment);
  });

  test.each([
    '',
    '24-01-31',
    '2024-1-31',
    '2024-01-31T',
    '2024-01-31T12',
    '2024-01-31T12:30:45.',
    '2024-01-31T12:30:45.0000000000Z',
    '2024-01-31T12:30+2',
    '2024-01-31T12:30 CET',
    'on 2024-01-31',
    '2024-01-31!',
  ])('%j is none', (text) => {
    expect(readDateTime(text)).toBeUndefined();
  });
});

describe('a duration in ISO 8601, in milliseconds', () => {
  test.each([
    ['PT0S', 0],
    ['PT1S', 1_000],
    ['PT1M', 60_000],
    ['PT1H', 3_600_000],
    ['P1D', 86_400_000],
    ['P1W', 604_800_000],
    ['P1W1DT1H1M1S', 694_861_000],
    ['PT0.5H', 1_800_000],
    ['P0,5D', 43_200_000],
    ['PT.25S', 250],
    ['PT0.0019S', 1],
    ['-PT0.0019S', -1],
    ['-P1DT1H', -90_000_000],
    ['+P1D', 86_400_000],
    ['P-1D', -86_400_000],
    ['-P-1D', 86_400_000],
    ['PT+5M', 300_000],
    ['PT1H-30M', 1_800_000],
    ['pt1m', 60_000],
    [`PT${'0'.repeat(61)}S`, 0],
  ])('%s is %i', (text, milliseconds) => {
    expect(readDuration(text)?.milliseconds).toBe(milliseconds);
  });

  test.each([
    ['', 'P', 'PT', 'P1DT', 'PTS', 'PT1HS', 'PT1', 'P1H', '1H', 'PT1S1M'],
    // Years and months have no fixed length.
    ['P1Y', 'P1M', 'P1Y1D'],
    // More than 64 characters, and a number that no Decimal holds.
    [`PT${'0'.repeat(62)}S`, `P${'9'.repeat(41)}D`],
  ])('%j and %j are none', (...texts) => {
    expect(texts.map(readDuration).filter((read) => read !== undefined)).toEqual([]);
  });

  test.each([
    [0, 'PT0S'],
    [1, 'PT0.001S'],
    [10, 'PT0.01S'],
    [120, 'PT0.12S'],
    [123, 'PT0.123S'],
    [500, 'PT0.5S'],
    [60_000, 'PT1M'],
    [61_000, 'PT1M1S'],
    [3_600_000, 'PT1H'],
    [86_400_000, 'P1D'],
    [86_401_000, 'P1DT1S'],
    [90_061_001, 'P1DT1H1M1.001S'],
    [-1_500, '-PT1.5S'],
  ])('%i is written %s', (milliseconds, text) => {
    expect(durationText(duration(milliseconds))).toBe(text);
  });
});

test('a moment has whole seconds: what is below a second is dropped', () => {
  expect(dateTime(1_999).milliseconds).toBe(1_000);
  expect(dateTime(-1).milliseconds).toBe(-1_000);
  expect(plus(dateTime(5_000), 1_999).milliseconds).toBe(6_000);
  expect(plus(dateTime(5_000), -1_999).milliseconds).toBe(4_000);
});

test('a duration is never minus zero', () => {
  expect(duration(-0).milliseconds).toBe(0);
});

test.each([
  [2023, 2, 28],
  [2024, 2, 29],
  [2100, 2, 28],
  [2000, 2, 29],
  [2024, 4, 30],
  [2024, 12, 31],
])('in the year %i, month %i has %i days', (year, month, days) => {
  expect(daysInMonth(year, month)).toBe(days);
});

test('moments reach from the beginning of 1800 to the end of 2200', () => {
  expect([MIN_DATE_TIME, MAX_DATE_TIME].map(dateTimeText)).toEqual(['1800-01-01T00:00:00Z', '2200-12-31T23:59:59Z']);
  expect(dateTime(MIN_DATE_TIME.milliseconds)).toEqual(MIN_DATE_TIME);
  expect(dateTime(MAX_DATE_TIME.milliseconds)).toEqual(MAX_DATE_TIME);
  expect(() => dateTime(MIN_DATE_TIME.milliseconds - 1)).toThrow('outside the range of DateTime');
  expect(() => dateTime(MAX_DATE_TIME.milliseconds + 1_000)).toThrow('outside the range of DateTime');
});

test('durations reach from minus to plus 999,999,999,999,999 milliseconds', () => {
  const most = 999_999_999_999_999;

  expect([duration(most), duration(-most)].map(({ milliseconds }) => milliseconds)).toEqual([most, -most]);
  expect(() => duration(most + 1)).toThrow('outside the range of Duration');
  expect(() => duration(-most - 1)).toThrow('outside the range of Duration');
});

test.each([
  [[1800, 1, 1], '1800-01-01T00:00:00Z'],
  [[2200, 12, 31, 23, 59, 59], '2200-12-31T23:59:59Z'],
] as const)('the parts %j make the moment %s', ([year, month, day, ...time], text) => {
  expect(dateTimeText(moment(year, month, day, ...time))).toBe(text);
});

test.each([
  [[1799, 12, 31], 'the year is 1799, it must be from 1800 to 2200'],
  [[2201, 1, 1], 'the year is 2201, it must be from 1800 to 2200'],
  [[2024, 0, 1], 'the month is 0, it must be from 1 to 12'],
  [[2024, 13, 1], 'the month is 13, it must be from 1 to 12'],
  [[2024, 2, 0], 'the day is 0, it must be from 1 to 29'],
  [[2024, 2, 30], 'the day is 30, it must be from 1 to 29'],
  [[2024, 1, 1, 24], 'the hour is 24, it must be from 0 to 23'],
  [[2024, 1, 1, 0, 60], 'the minute is 60, it must be from 0 to 59'],
  [[2024, 1, 1, 0, 0, 60], 'the second is 60, it must be from 0 to 59'],
] as const)('the parts %j make none: %s', ([year, month, day, ...time], message) => {
  expect(() => moment(year, month, day, ...time)).toThrow(message);
});
