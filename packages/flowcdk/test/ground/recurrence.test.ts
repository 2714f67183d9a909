import { DAY, recurrence } from '../../src/ground/recurrence';

const at = (day: string): number => Date.parse(`${day}T09:00:00Z`);

/** The days of a year, and a bit, on which it begins. */
function days(rule: string, start: string, until = '2027-02-28'): string[] {
  const { startsOn } = recurrence(rule, at(start));
  const days: string[] = [];
  for (let day = Math.floor(at(start) / DAY) - 40; day <= Math.floor(at(until) / DAY); day += 1)
    if (startsOn(day)) days.push(new Date(day * DAY).toISOString().slice(0, 10));
  return days;
}

// 2026-01-05 is a Monday.
test.each([
  ['', '2026-01-05', ['2026-01-05']],
  ['FREQ=DAILY;COUNT=3', '2026-01-05', ['2026-01-05', '2026-01-06', '2026-01-07']],
  ['RRULE:FREQ=DAILY;INTERVAL=10;UNTIL=20260125', '2026-01-05', ['2026-01-05', '2026-01-15', '2026-01-25']],
  ['FREQ=DAILY;UNTIL=20260106T090000', '2026-01-05', ['2026-01-05', '2026-01-06']],
  ['FREQ=DAILY;UNTIL=20260106T085959Z', '2026-01-05', ['2026-01-05']],
  ['FREQ=WEEKLY;COUNT=2', '2026-01-07', ['2026-01-07', '2026-01-14']],
  ['FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3', '2026-01-05', ['2026-01-05', '2026-01-09', '2026-01-12']],
  [
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=4',
    '2026-01-04',
    ['2026-01-04', '2026-01-06', '2026-01-18', '2026-01-20'],
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU;COUNT=4',
    '2026-01-06',
    ['2026-01-06', '2026-01-11', '2026-01-20', '2026-01-25'],
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31']],
  ['FREQ=MONTHLY;BYDAY=1MO;COUNT=3', '2026-01-05', ['2026-01-05', '2026-02-02', '2026-03-02']],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', '2026-01-30', ['2026-01-30', '2026-02-27']],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', '2026-01-30', ['2026-01-30', '2026-02-27', '2026-03-31']],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '2026-02-13', ['2026-02-13', '2026-03-13', '2026-11-13']],
  ['FREQ=MONTHLY;INTERVAL=5', '2026-01-05', ['2026-01-05', '2026-06-05', '2026-11-05']],
  ['FREQ=YEARLY', '2026-02-05', ['2026-02-05', '2027-02-05']],
  ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=14', '2026-01-14', ['2026-01-14', '2026-07-14', '2027-01-14']],
  ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', '2026-11-26', ['2026-11-26']],
  ['FREQ=YEARLY;BYDAY=1MO', '2026-01-05', ['2026-01-05', '2027-01-04']],
  ['FREQ=YEARLY;BYDAY=-1MO', '2026-12-28', ['2026-12-28']],
  ['FREQ=YEARLY;BYYEARDAY=1,-1', '2026-01-01', ['2026-01-01', '2026-12-31', '2027-01-01']],
  ['FREQ=YEARLY;INTERVAL=2;BYMONTH=1', '2025-01-05', ['2025-01-05', '2027-01-05']],
])('%s from %s', (rule, start, expected) => {
  expect(days(rule, start)).toEqual(expected);
});

test('a leap day is not moved to another day', () => {
  expect(days('FREQ=YEARLY;COUNT=2', '2024-02-29', '2028-12-31')).toEqual(['2024-02-29', '2028-02-29']);
});

test.each(['', ';UNTIL=20991231', ';UNTIL=99991231'])(
  'a count of a thousand million ends with the calendar%s',
  (until) => {
    const { startsOn } = recurrence(`FREQ=DAILY;COUNT=1000000000${until}`, at('2026-01-05'));
    expect(
      ['2026-01-04', '2099-12-31', '2100-01-01', '9998-01-01'].map((day) => startsOn(Math.floor(at(day) / DAY))),
    ).toEqual([false, true, until !== ';UNTIL=20991231', false]);
  },
);

test.each([
  ['FREQ=HOURLY', 'FREQ=HOURLY is not emulated; known are YEARLY, MONTHLY, WEEKLY, DAILY'],
  ['FREQ=YEARLY;BYWEEKNO=20', 'BYWEEKNO is not emulated'],
  ['FREQ=DAILY;BYHOUR=9', 'BYHOUR is not emulated'],
  ['FREQ=WEEKLY;BYDAY=XX', "'XX' is no day of the week"],
  ['FREQ=WEEKLY;BYDAY=MONDAY', "'MONDAY' is no day of the week"],
  ['FREQ=DAILY;COUNT=0', "COUNT has '0'"],
  ['FREQ=DAILY;INTERVAL=-1', "INTERVAL has '-1'"],
  ['FREQ=DAILY;UNTIL=tomorrow', "UNTIL has 'TOMORROW'"],
])('%s is refused by name', (rule, problem) => {
  expect(() => recurrence(rule, at('2026-01-05'))).toThrow(problem);
});
