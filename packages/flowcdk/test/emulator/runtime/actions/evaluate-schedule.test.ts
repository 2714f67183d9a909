import type { LivingOrg } from '../private/calls';
import { fire, moment, noEmergency, now, run, ways } from '../private/opening-hours';

const schedule = (options: string): string =>
  `evaluateSchedule: { name: When?, schedule: { lit: { name: Office } }, ${options}, outputs: { ${ways('active', 'inactive', 'emergency')} } }`;

test.each([
  ['now, in UTC', `${now}, ${noEmergency}`, 'active'],
  ['now, in Tokyo', `${now}, evaluationTimeZone: { lit: Asia/Tokyo }, ${noEmergency}`, 'inactive'],
  ['another moment', `${moment('MakeDateTime(2026, 1, 10, 12, 0, 0)')}, ${noEmergency}`, 'inactive'],
  ['an emergency nobody declared', `${now}, ${fire}`, 'active'],
])('evaluate schedule: %s', (_, options, expected) => {
  expect(run(schedule(options))).toEqual([expected, ['before']]);
});

test.each([
  ['America/Chicago', 'inactive'],
  ['Europe/London', 'active'],
])('evaluate schedule, as the exporter writes it, in %s', (zone, expected) => {
  const schedule = `{ selectedSchedule: { lit: { name: Office } }, name: Office, evaluationTimeZone: ${zone}, scheduleTimeZone: { lit: ${zone} }, ${now} }`;
  const action = `evaluateSchedule: { name: When?, evaluationType: { schedule: ${schedule} }, outputs: { ${ways('active', 'inactive')} } }`;
  expect(run(action)).toEqual([expected, ['before']]);
});

test('evaluate schedule: an emergency comes first', () => {
  expect(run(schedule(`${now}, ${fire}`), true)).toEqual(['emergency', ['before']]);
});

test.each([
  ['a moment that is NOT_SET', `${moment('Flow.unset')}, ${noEmergency}`, /the moment to evaluate is NOT_SET/],
  [
    'a time zone that is NOT_SET',
    `${now}, evaluationTimeZone: { exp: Flow.noZone }, ${noEmergency}`,
    /the time zone of the evaluation is NOT_SET/,
  ],
  [
    'a time zone nobody knows',
    `${now}, evaluationTimeZone: { lit: Mars/Base }, ${noEmergency}`,
    /there is no time zone 'Mars\/Base'/,
  ],
])('evaluate schedule: %s breaks the flow', (_, options, problem) => {
  expect(run(schedule(options))).toMatch(problem);
});

describe('evaluate schedule by the bare name of a schedule', () => {
  const action = `evaluateSchedule: { name: When?, evaluationType: { schedule: { name: Office, ${now} } }, outputs: { ${ways('active', 'inactive')} } }`;

  test('finds it', () => {
    expect(run(action)).toEqual(['active', ['before']]);
  });

  test('breaks the flow where it was deleted since', () => {
    const withoutOffice = ({ org }: LivingOrg): void => {
      for (const { id } of org.all('schedule')) org.remove('schedule', id);
    };
    expect(run(action, false, withoutOffice)).toBe("Begin / When?: the schedule 'Office' is not there any more");
  });
});
