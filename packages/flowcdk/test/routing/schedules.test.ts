import {
  type DayOfYear,
  type Definition,
  disconnect,
  endWorkflow,
  evaluateSchedule,
  evaluateScheduleGroup,
  existing,
  inboundCall,
  list,
  oneOf,
  schedule,
  scheduleGroup,
  type ScheduleProps,
  set,
  string,
  task,
  updateData,
  type When,
  workflow,
} from '../../src';
import { months, weekdays } from '../../src/routing/when';
import { stackOf } from '../constructs/private/stack';
import { orgWith } from './private/org-with';
import { wrong } from './private/wrong';

/** The times of a schedule, as the provider gets them. */
const written = (when: When) => {
  const { resource } = stackOf([schedule({ name: 'One', ...when })]);
  const { start, end, rrule } = resource?.['genesyscloud_architect_schedules']?.['one'] ?? {};
  return [start, end, rrule].map((text) => String(text).replace(':00.000000', ''));
};

test.each<[string, When, [string, string, string]]>([
  [
    'every week',
    { days: ['friday', 'tuesday'], from: '08:30', to: '18:00' },
    ['2024-01-02T08:30', '2024-01-02T18:00', 'FREQ=WEEKLY;BYDAY=TU,FR'],
  ],
  [
    'until the end of the day',
    { days: ['monday'], from: '18:00', to: '24:00' },
    ['2024-01-01T18:00', '2024-01-02T00:00', 'FREQ=WEEKLY;BYDAY=MO'],
  ],
  [
    'overnight',
    { days: ['saturday'], from: '22:00', to: '06:00', overnight: true },
    ['2024-01-06T22:00', '2024-01-07T06:00', 'FREQ=WEEKLY;BYDAY=SA'],
  ],
  ['once', { date: '2026-12-25' }, ['2026-12-25T00:00', '2026-12-26T00:00', 'undefined']],
  [
    'a part of a day',
    { date: '2026-12-31', from: '14:00', to: '24:00' },
    ['2026-12-31T14:00', '2027-01-01T00:00', 'undefined'],
  ],
  [
    'several days',
    { firstDay: '2026-12-24', lastDay: '2027-01-02' },
    ['2026-12-24T00:00', '2027-01-03T00:00', 'undefined'],
  ],
  [
    'every year, by date',
    { yearly: '25 december' },
    ['2024-12-25T00:00', '2024-12-26T00:00', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25'],
  ],
  [
    'in leap years',
    { yearly: '29 february' },
    ['2024-02-29T00:00', '2024-03-01T00:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
  ],
  [
    'every year, by the last weekday of a month',
    { yearly: 'last monday of may' },
    ['2024-05-27T00:00', '2024-05-28T00:00', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'],
  ],
  [
    'every year, by the fourth weekday of a month, from noon',
    { yearly: 'fourth thursday of november', from: '12:00', to: '24:00' },
    ['2024-11-28T12:00', '2024-11-29T00:00', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
  ],
  [
    'by a rule, from the first day on which it holds',
    { rule: 'RRULE:freq=monthly;bymonthday=13;byday=fr' },
    ['2024-09-13T00:00', '2024-09-14T00:00', 'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR'],
  ],
  [
    'by a rule, since a day',
    { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', since: '2026-03-03', from: '09:00', to: '10:00' },
    ['2026-03-04T09:00', '2026-03-04T10:00', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'],
  ],
])('%s', (_, when, times) => {
  expect(written(when)).toEqual(times);
});

test('a day by its place in a month begins on that day, whichever it is', () => {
  const places = { first: 0, second: 1, third: 2, fourth: 3, last: -1 } as const;
  for (const [nth, place] of Object.entries(places)) {
    for (const [m, month] of months.entries()) {
      for (const [w, weekday] of weekdays.entries()) {
        const inMonth = Array.from({ length: 31 }, (_, i) => new Date(Date.UTC(2024, m, i + 1))).filter(
          (day) => day.getUTCMonth() === m && (day.getUTCDay() + 6) % 7 === w,
        );
        const yearly = `${nth} ${weekday} of ${month}` as DayOfYear;

        expect(schedule({ name: 'One', yearly }).times?.start).toBe(
          inMonth.at(place)?.toISOString().slice(0, '2024-01-01T00:00'.length),
        );
      }
    }
  }
});

test('a schedule that is taken away goes after its groups have let go of it', () => {
  const { resource } = stackOf([schedule({ name: 'One ${x}', description: 'All of it', date: '2026-12-25' })]);

  expect(resource?.['genesyscloud_architect_schedules']).toEqual({
    'one-x': expect.objectContaining({
      name: 'One $${x}',
      description: 'All of it',
      lifecycle: { create_before_destroy: true },
    }) as object,
  });
});

const christmas = schedule({ name: 'Christmas Day', yearly: '25 december' });
const office = scheduleGroup({
  name: 'Office',
  description: 'When somebody answers',
  timeZone: 'Europe/Paris',
  open: [
    { days: ['monday', 'tuesday'], from: '08:30', to: '12:30' },
    { days: ['monday', 'tuesday'], from: '13:30', to: '18:00' },
    { name: 'Saturday', days: ['saturday'], from: '09:00', to: '12:00' },
  ],
  closed: { rule: 'FREQ=MONTHLY;BYDAY=1MO', from: '08:30', to: '10:00' },
  holidays: [
    christmas,
    existing('schedule', 'Works outing'),
    { name: 'Spring bank holiday', yearly: 'last monday of may' },
    { name: 'Easter Monday', date: '2026-04-06' },
    { name: 'Easter Monday', date: '2027-03-29' },
    { name: 'New year', firstDay: '2026-12-31', lastDay: '2027-01-01' },
  ],
});

test('a group has schedules of its own, and others that it shares', () => {
  const { resource, data } = stackOf([office, christmas]);
  const schedules = resource?.['genesyscloud_architect_schedules'] ?? {};

  expect(resource?.['genesyscloud_architect_schedulegroups']).toEqual({
    office: {
      name: 'Office',
      description: 'When somebody answers',
      time_zone: 'Europe/Paris',
      open_schedules_id: ['office-open', 'office-open-2', 'office-open-saturday'].map(own),
      closed_schedules_id: ['office-closed'].map(own),
      holiday_schedules_id: [
        own('christmas-day'),
        '${data.genesyscloud_architect_schedules.schedule-works-outing.id}',
        own('office-holiday-spring-bank-holiday'),
        own('office-holiday-2026-04-06-easter-monday'),
        own('office-holiday-2027-03-29-easter-monday'),
        own('office-holiday-2026-12-31-new-year'),
      ],
    },
  });
  expect(Object.entries(schedules).map(([address, { name }]) => [address, name])).toEqual([
    ['christmas-day', 'Christmas Day'],
    ['office-closed', 'Office: closed'],
    ['office-holiday-2026-04-06-easter-monday', 'Office: Easter Monday 2026-04-06'],
    ['office-holiday-2026-12-31-new-year', 'Office: New year 2026-12-31'],
    ['office-holiday-2027-03-29-easter-monday', 'Office: Easter Monday 2027-03-29'],
    ['office-holiday-spring-bank-holiday', 'Office: Spring bank holiday'],
    ['office-open', 'Office: open'],
    ['office-open-2', 'Office: open 2'],
    ['office-open-saturday', 'Office: Saturday'],
  ]);
  expect(data?.['genesyscloud_architect_schedules']).toEqual({ 'schedule-works-outing': { name: 'Works outing' } });
  expect(office.uses).toEqual([christmas, existing('schedule', 'Works outing')]);
});

const own = (name: string): string => `\${genesyscloud_architect_schedules.${name}.id}`;

test('all of them lie in the division of the stack', () => {
  const { resource } = stackOf([office, christmas], { division: 'Care' });
  const schedules = Object.values(resource?.['genesyscloud_architect_schedules'] ?? {});

  expect(new Set(schedules.map((schedule) => schedule['division_id']))).toEqual(
    new Set(['${data.genesyscloud_auth_division.division.id}']),
  );
});

const week = { days: ['monday'], from: '08:30', to: '18:00' } as const;

test('what is right has no problems', () => {
  const simple = scheduleGroup({ name: 'Simple', timeZone: 'UTC', open: week });

  expect([office, christmas, simple].flatMap(wrong)).toEqual([]);
});

/** Whatever a file, or somebody without the compiler, may say. */
const loosely = (when: object): Definition => schedule({ name: 'One', ...when } as ScheduleProps);

test.each<[string, object, string]>([
  ['nothing', {}, 'it does not say when'],
  ['two ways', { date: '2026-12-25', yearly: '25 december' }, 'it says when in several ways: date, yearly'],
  ['no days', { days: [], from: '08:30', to: '18:00' }, 'days is empty'],
  ['a day that is none', { days: ['mon'], from: '08:30', to: '18:00' }, '"mon" is no day of the week'],
  ['times in the wrong order', { ...week, from: '18:00', to: '08:30' }, 'it lasts from "18:00" to "08:30"'],
  ['a time that is none', { ...week, to: '8:30' }, 'it lasts from "08:30" to "8:30"'],
  ['a time after midnight', { ...week, to: '24:30' }, 'it lasts from "08:30" to "24:30"'],
  ['no end', { date: '2026-12-25', from: '08:00' }, 'it lasts from "08:00" to null'],
  ['more than a night', { ...week, overnight: true }, 'it lasts from "08:30" to "18:00", overnight'],
  ['a date that is none', { date: '2026-02-29' }, 'date is "2026-02-29", which is no day'],
  [
    'a last day before the first',
    { firstDay: '2026-12-24', lastDay: '2026-01-02' },
    'it ends on 2026-01-02 and begins on 2026-12-24 only',
  ],
  ['no last day', { firstDay: '2026-12-24' }, 'lastDay is undefined, which is no day'],
  ['a day of no year', { yearly: '30 february' }, 'yearly is "30 february", which is no day of a year'],
  ['a month nobody knows', { yearly: '25 dezember' }, 'yearly is "25 dezember", which is no day of a year'],
  ['a fifth monday', { yearly: 'fifth monday of may' }, 'yearly is "fifth monday of may", which is no day of a year'],
  ['a rule that is none', { rule: 'every monday' }, "the rule of repetition 'EVERY MONDAY' cannot be followed"],
  ['a rule by the hour', { rule: 'FREQ=HOURLY' }, "the rule of repetition 'FREQ=HOURLY' cannot be followed"],
  ['no rule', { rule: ' ' }, 'rule is empty'],
  [
    'a rule that never holds',
    { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
    'rule never holds: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" since 2024-01-01',
  ],
  [
    'a rule the provider refuses',
    { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1' },
    'rule has a BYMONTHDAY below 1: "FREQ=MONTHLY;BYMONTHDAY=-1"',
  ],
  ['since a day that is none', { rule: 'FREQ=DAILY', since: 'monday' }, 'since is "monday", which is no day'],
])('a schedule with %s is refused', (_, when, message) => {
  const [problem = '', ...others] = wrong(loosely(when));

  expect(problem).toMatch(/^schedule One: .*\n {4}\S/);
  expect(problem.slice('schedule One: '.length).startsWith(message)).toBe(true);
  expect(others).toEqual([]);
});

test('a schedule and a group need a name', () => {
  expect(wrong(schedule({ name: ' ', date: '2026-12-25' }))).toEqual([
    'a schedule has no name\n    Give it the name the organisation should show.',
  ]);
  expect(wrong(scheduleGroup({ name: '', timeZone: 'UTC', open: week }))).toEqual([
    'a schedule group has no name\n    Give it the name the organisation should show.',
  ]);
});

test('everything wrong with a group is told at once, each thing with its place', () => {
  const group = scheduleGroup({
    name: 'Office',
    timeZone: 'Paris',
    open: [week, { days: [], from: '18:00', to: '08:30' }],
    closed: { date: 'tomorrow' },
    holidays: [
      { name: 'Leap day', date: '2026-02-29' },
      { name: 'Christmas', yearly: '25 december' },
      { name: 'Christmas', yearly: '26 december' },
    ],
  });

  expect(wrong(group).map((text) => text.split('\n')[0])).toEqual([
    'schedule group Office: "Paris" is no time zone',
    'schedule group Office: open[1]: days is empty',
    'schedule group Office: open[1]: it lasts from "18:00" to "08:30"',
    'schedule group Office: closed: date is "tomorrow", which is no day',
    'schedule group Office: holiday Leap day: date is "2026-02-29", which is no day',
    'schedule group Office: the schedule "Office: Christmas" is given twice',
  ]);
});

test('a group that is never open is refused', () => {
  expect(wrong(scheduleGroup({ name: 'Office', timeZone: 'UTC', open: [] }))).toEqual([
    "schedule group Office: open: it is never open\n    Say when: open: { days: ['monday'], from: '08:30', to: '18:00' }.",
  ]);
});

test('a flow waits for the schedule it asks for', () => {
  const flow = inboundCall({
    name: 'line',
    startUp: () => task('Ask', [evaluateSchedule('Christmas?', { schedule: christmas }), disconnect()]),
  });

  expect(flow.uses).toEqual([christmas]);
});

describe('in the local org', () => {
  const hours = scheduleGroup({
    name: 'Office',
    timeZone: 'Europe/Paris',
    open: [
      { days: ['monday', 'tuesday'], from: '08:30', to: '12:30' },
      { days: ['monday', 'tuesday'], from: '13:30', to: '18:00' },
      { name: 'Saturday', days: ['saturday'], from: '09:00', to: '12:00' },
      { name: 'Night', days: ['friday'], from: '22:00', to: '02:00', overnight: true },
    ],
    closed: { rule: 'FREQ=MONTHLY;BYDAY=1MO', from: '08:30', to: '10:00' },
    holidays: [
      christmas,
      { name: 'Spring bank holiday', yearly: 'last monday of may' },
      { name: 'Easter Monday', date: '2026-04-06' },
      { name: 'Summer', firstDay: '2026-08-03', lastDay: '2026-08-05' },
    ],
  });
  const ask = workflow({
    name: 'ask',
    outputs: { way: oneOf(['open', 'closed', 'holiday']), by: list(string()) },
    actions: ({ way, by }) => [
      evaluateScheduleGroup('Open?', {
        scheduleGroup: hours,
        inServiceSchedules: by,
        onOpen: [updateData('Open', [set(way, 'open')])],
        onClosed: [updateData('Closed', [set(way, 'closed')])],
        onHoliday: [updateData('Holiday', [set(way, 'holiday')])],
      }),
      endWorkflow(),
    ],
  });
  const definitions = [ask, christmas, hours];

  // Paris is an hour before UTC in winter, two in summer.
  test.each([
    ['2026-01-12T07:29:59Z', 'closed', []],
    ['2026-01-12T07:30:00Z', 'open', ['Office: open']],
    ['2026-01-12T11:30:00Z', 'closed', []],
    ['2026-01-12T12:30:00Z', 'open', ['Office: open 2']],
    ['2026-01-12T17:00:00Z', 'closed', []],
    ['2026-01-14T09:00:00Z', 'closed', []],
    ['2026-01-17T08:00:00Z', 'open', ['Office: Saturday']],
    ['2026-01-17T00:59:00Z', 'open', ['Office: Night']],
    ['2026-01-17T01:00:00Z', 'closed', []],
    ['2026-02-02T08:00:00Z', 'closed', ['Office: closed']],
    ['2026-02-02T09:00:00Z', 'open', ['Office: open']],
    ['2026-04-06T10:00:00Z', 'holiday', ['Office: Easter Monday 2026-04-06']],
    ['2026-05-18T10:00:00Z', 'open', ['Office: open']],
    ['2026-05-25T10:00:00Z', 'holiday', ['Office: Spring bank holiday']],
    ['2027-05-31T10:00:00Z', 'holiday', ['Office: Spring bank holiday']],
    ['2026-08-02T21:59:00Z', 'closed', []],
    ['2026-08-02T22:00:00Z', 'holiday', ['Office: Summer 2026-08-03']],
    ['2026-08-05T21:59:00Z', 'holiday', ['Office: Summer 2026-08-03']],
    ['2026-08-05T22:00:00Z', 'closed', []],
    ['2029-12-25T12:00:00Z', 'holiday', ['Christmas Day']],
  ])('at %s it is %s', async (at, way, by) => {
    const org = await orgWith(definitions, { at: new Date(at) });

    expect((await org.launch('ask')).outputs).toEqual({ 'Flow.way': way, 'Flow.by': by });
  });
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  // @ts-expect-error it is called monday
  schedule({ name: 'One', days: ['mon'], from: '08:00', to: '18:00' });
  // @ts-expect-error a time of every week has a beginning and an end
  schedule({ name: 'One', days: ['monday'], from: '08:00' });
  // @ts-expect-error it does not say when
  schedule({ name: 'One' });
  // @ts-expect-error it is called december
  schedule({ name: 'One', yearly: '25 dezember' });
  // @ts-expect-error no month has a fifth Monday each year
  schedule({ name: 'One', yearly: 'fifth monday of may' });
  // @ts-expect-error a holiday has a name
  scheduleGroup({ name: 'Office', timeZone: 'UTC', open: week, holidays: [{ date: '2026-12-25' }] });
  // @ts-expect-error a schedule group is no schedule
  evaluateSchedule('Christmas?', { schedule: office });
  // @ts-expect-error a schedule is no schedule group
  evaluateScheduleGroup('Open?', { scheduleGroup: christmas });
});
