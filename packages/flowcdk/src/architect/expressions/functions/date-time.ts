import { asking, func, newerFunc, overload, param, type FunctionDeclaration } from '../declaration';
import { checkPart, DAY, dateTime, daysInMonth, duration, HOUR, MINUTE, moment, plus, SECOND } from '../date-time';
import { Failure } from '../expression-error';
import { type DateTimeValue, type DurationValue, ObjectValue } from '../values';

const value = param('value', 'dateTime');

/** A function that reads a part of a moment. */
function part(name: string, doc: string, read: (date: Date) => number): FunctionDeclaration {
  return func(name, 'datetime', doc, [overload([value], 'integer', (value) => read(dateOf(value)))]);
}

const parts = [
  part('Day', 'Day of the month.', (date) => date.getUTCDate()),
  part('Month', 'Month, January is 1.', (date) => date.getUTCMonth() + 1),
  part('Year', 'Year, four digits.', (date) => date.getUTCFullYear()),
  part('Hour', 'Hour, 0 to 23.', (date) => date.getUTCHours()),
  part('Minute', 'Minute, 0 to 59.', (date) => date.getUTCMinutes()),
  part('Second', 'Second, 0 to 59.', (date) => date.getUTCSeconds()),
  part('DayOfWeek', 'Day of the week, Sunday is 1.', (date) => date.getUTCDay() + 1),
  part('WeekNum', 'Week of the year, 1 to 53, as ISO 8601 counts (believed).', isoWeek),
];

const difference = func('DateTimeDiff', 'datetime', 'The first moment minus the second.', [
  overload([param('dateTime1', 'dateTime'), param('dateTime2', 'dateTime')], 'duration', (a, b) =>
    duration(a.milliseconds - b.milliseconds),
  ),
]);

const dayOfWeek = param('dayOfWeek', 'integer');
const occurrence = param('occurrence', 'integer');
const year = param('year', 'integer');
const month = param('month', 'integer');
const day = param('day', 'integer');
const hour = param('hour', 'integer');
const minute = param('minute', 'integer');
const second = param('second', 'integer');

const dayOfWeekOccurrence = func(
  'GetDayOfWeekOccurrence',
  'datetime',
  'The n-th such weekday (Sunday is 1) of a year or month; NOT_SET if there is none.',
  [
    overload([dayOfWeek, occurrence, year], 'dateTime', (w, n, y) => nthWeekday(w, n, y, null, 0)),
    overload([dayOfWeek, occurrence, year, month], 'dateTime', (w, n, y, m) => nthWeekday(w, n, y, m, 0)),
    overload([dayOfWeek, occurrence, year, hour, minute, second], 'dateTime', (w, n, y, h, mi, s) =>
      nthWeekday(w, n, y, null, timeOfDay(h, mi, s)),
    ),
    overload([dayOfWeek, occurrence, year, month, hour, minute, second], 'dateTime', (w, n, y, m, h, mi, s) =>
      nthWeekday(w, n, y, m, timeOfDay(h, mi, s)),
    ),
  ],
);

const makeDateTime = func('MakeDateTime', 'datetime', 'A moment in UTC from its parts.', [
  overload([year, month, day, hour, minute, second], 'dateTime', (y, m, d, h, mi, s) => moment(y, m, d, h, mi, s)),
  overload([year, month, day], 'dateTime', (y, m, d) => moment(y, m, d)),
]);

const makeDuration = func('MakeDuration', 'datetime', 'A duration from parts, which are added; each may be negative.', [
  overload([day, hour, minute, second], 'duration', (d, h, m, s) => sumOfParts(d, h, m, s, 0)),
  overload([day, hour, minute, second, param('milliseconds', 'integer')], 'duration', sumOfParts),
]);

const start = param('startDateTime', 'dateTime');

/** A function that moves a moment by whole units of fixed length. */
function adding(name: string, parameter: string, unit: number, doc: string): FunctionDeclaration {
  return func(name, 'datetime', doc, [
    overload([start, param(parameter, 'integer')], 'dateTime', (from, many) =>
      dateTime(from.milliseconds + many * unit),
    ),
  ]);
}

const additions = [
  adding('AddDays', 'days', DAY, 'So many days later.'),
  func('AddDuration', 'datetime', 'Later by a duration, of which the part below a second is dropped.', [
    overload([start, param('durationToAdd', 'duration')], 'dateTime', (from, by) => plus(from, by.milliseconds)),
  ]),
  func('AddMonths', 'datetime', 'So many months later; the day is cut to the end of the month.', [
    overload([start, param('monthsToAdd', 'integer')], 'dateTime', addMonths),
  ]),
  func('AddYears', 'datetime', 'So many years later; 29 February becomes 28 where it must.', [
    overload([start, param('yearsToAdd', 'integer')], 'dateTime', (from, years) => addMonths(from, years * 12)),
  ]),
  adding('AddHours', 'hoursToAdd', HOUR, 'So many hours later.'),
  adding('AddMinutes', 'minutesToAdd', MINUTE, 'So many minutes later.'),
  adding('AddSeconds', 'secondsToAdd', SECOND, 'So many seconds later.'),
];

const now = func('GetCurrentDateTimeUtc', 'datetime', 'The present moment in UTC.', [
  asking([], 'dateTime', (environment) => dateTime(environment.now())),
]);

const roundUp = func(
  'RoundUp',
  'datetime',
  'A duration rounded up to whole minutes, or to an interval or listed value.',
  [
    overload([param('durationToRound', 'duration')], 'duration', (value) => roundedUp(value, MINUTE)),
    overload(
      [param('durationToRound', 'duration'), param('intervalDurationValue', 'duration')],
      'duration',
      (value, by) => roundedUp(value, by.milliseconds),
    ),
    overload(
      [
        param('durationToRound', 'duration'),
        param('intervalDurationValue', 'duration'),
        param('specificDurationValues', 'duration[]'),
      ],
      'duration',
      (value, by, listed) => {
        // The smallest listed duration that is long enough wins over the interval (assumed).
        const enough = listed.filter(
          (part) => part !== null && part.milliseconds >= value.milliseconds,
        ) as DurationValue[];
        if (enough.length === 0) return roundedUp(value, by.milliseconds);
        return enough.reduce((least, part) => (part.milliseconds < least.milliseconds ? part : least));
      },
    ),
  ],
);

const range = func(
  'Range',
  'datetime',
  'The durations a padding below and above one, in whole minutes, at least one.',
  [
    overload(
      [param('durationToRound', 'duration'), param('intervalDuration', 'duration')],
      'duration[]',
      (value, padding) => {
        const middle = roundedUp(value, MINUTE).milliseconds;
        const by = roundedUp(padding, MINUTE).milliseconds;
        return [duration(Math.max(MINUTE, middle - by)), duration(Math.max(MINUTE, middle + by))];
      },
    ),
  ],
);

const makeTimeslot = newerFunc('MakeTimeslot', 'datetime', 'A moment and how long it lasts, for a time picker.', [
  overload(
    [param('dateTime', 'dateTime'), param('duration', 'duration')],
    'object',
    (dateTime, duration) => new ObjectValue('object', { datetime: dateTime, duration }),
  ),
]);

export const dateTimes: readonly FunctionDeclaration[] = [
  ...parts,
  difference,
  dayOfWeekOccurrence,
  makeDateTime,
  makeDuration,
  makeTimeslot,
  ...additions,
  now,
  roundUp,
  range,
];

function dateOf({ milliseconds }: DateTimeValue): Date {
  return new Date(milliseconds);
}

/** The ISO week, found by its Thursday: a week belongs to the year with most of its days. */
function isoWeek(date: Date): number {
  const monday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - monday + 3));
  const dayOfYear = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY;
  return Math.floor(dayOfYear / 7) + 1;
}

function nthWeekday(
  weekday: number,
  n: number,
  ofYear: number,
  ofMonth: number | null,
  time: number,
): DateTimeValue | null {
  checkPart('day of the week', weekday, 1, 7);
  const first = moment(ofYear, ofMonth ?? 1, 1);
  const days = ofMonth === null ? 337 + daysInMonth(ofYear, 2) : daysInMonth(ofYear, ofMonth);
  const place = ((weekday - 1 - dateOf(first).getUTCDay() + 7) % 7) + (n - 1) * 7;
  return n < 1 || place >= days ? null : dateTime(first.milliseconds + place * DAY + time);
}

function timeOfDay(hours: number, minutes: number, seconds: number): number {
  checkPart('hour', hours, 0, 23);
  checkPart('minute', minutes, 0, 59);
  checkPart('second', seconds, 0, 59);
  return hours * HOUR + minutes * MINUTE + seconds * SECOND;
}

function sumOfParts(
  days: number,
  hours: number,
  minutes: number,
  seconds: number,
  milliseconds: number,
): DurationValue {
  return duration(days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND + milliseconds);
}

function addMonths(from: DateTimeValue, months: number): DateTimeValue {
  const date = dateOf(from);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const inYear = Math.floor(month / 12);
  const inMonth = (month % 12) + 1;
  const cut = Math.min(date.getUTCDate(), daysInMonth(inYear, inMonth));
  return moment(inYear, inMonth, cut, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds());
}

function roundedUp({ milliseconds }: DurationValue, interval: number): DurationValue {
  if (interval <= 0) throw new Failure('the interval to round to must be longer than zero');
  return duration(Math.ceil(milliseconds / interval) * interval);
}
