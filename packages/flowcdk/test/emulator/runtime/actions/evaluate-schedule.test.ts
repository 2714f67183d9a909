import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const variables = `    - stringVariable: { name: Flow.way, initialValue: { noValue: true }, isInput: false, isOutput: true }
    - stringCollectionVariable: { name: Flow.schedules, initialValue: { lit: [] }, isInput: false, isOutput: true }
    - dateTimeVariable: { name: Flow.unset, initialValue: { noValue: true }, isInput: false, isOutput: false }
    - stringVariable: { name: Flow.noZone, initialValue: { noValue: true }, isInput: false, isOutput: false }`;

const ways = (...names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`,
    )
    .join(', ');

/** The org of every test; it lives from Monday, 5 January 2026, 12:00 UTC. */
function run(action: string, emergency = false): unknown {
  const org = livingOrg();
  const office = org.put('schedule', {
    name: 'Office',
    start: '2026-01-05T09:00:00.000000',
    end: '2026-01-05T17:00:00.000000',
    rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  });
  org.put('scheduleGroup', { name: 'Hours', timeZone: 'Asia/Tokyo', openSchedules: [{ id: office.id }] });
  org.put('emergencyGroup', { name: 'Fire', enabled: emergency });
  const { outputs, problem } = org.launch(org.publish(workflowYaml('hours', `          - ${action}`, variables)));
  return problem ?? [outputs?.['Flow.way'], outputs?.['Flow.schedules']];
}

const schedule = (options: string): string =>
  `evaluateSchedule: { name: When?, schedule: { lit: { name: Office } }, ${options}, outputs: { ${ways('active', 'inactive', 'emergency')} } }`;

const now = 'evaluate: { now: true }';
const noEmergency = 'emergencyGroup: { noValue: true }';
const fire = 'emergencyGroup: { lit: { name: Fire } }';
const moment = (expression: string): string => `evaluate: { dateTime: { exp: '${expression}' } }`;

test.each([
  ['now, in UTC', `${now}, ${noEmergency}`, 'active'],
  ['now, in Tokyo', `${now}, evaluationTimeZone: { lit: Asia/Tokyo }, ${noEmergency}`, 'inactive'],
  ['another moment', `${moment('MakeDateTime(2026, 1, 10, 12, 0, 0)')}, ${noEmergency}`, 'inactive'],
  ['an emergency nobody declared', `${now}, ${fire}`, 'active'],
])('evaluate schedule: %s', (_, options, expected) => {
  expect(run(schedule(options))).toEqual([expected, []]);
});

test.each([
  ['America/Chicago', 'inactive'],
  ['Europe/London', 'active'],
])('evaluate schedule, as the exporter writes it, in %s', (zone, expected) => {
  const schedule = `{ selectedSchedule: { lit: { name: Office } }, name: Office, evaluationTimeZone: ${zone}, scheduleTimeZone: { lit: ${zone} }, ${now} }`;
  const action = `evaluateSchedule: { name: When?, evaluationType: { schedule: ${schedule} }, outputs: { ${ways('active', 'inactive')} } }`;
  expect(run(action)).toEqual([expected, []]);
});

test('evaluate schedule: an emergency comes first', () => {
  expect(run(schedule(`${now}, ${fire}`), true)).toEqual(['emergency', []]);
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

const group = (options: string): string =>
  `evaluateScheduleGroup: { name: Open?, inServiceSchedules: { var: Flow.schedules }, scheduleGroup: { lit: { name: Hours } }, ${options}, outputs: { ${ways('open', 'closed', 'holiday', 'emergency')} } }`;

test.each([
  ['in the time zone of the group', `${now}, ${noEmergency}`, false, ['closed', []]],
  ['at ten in Tokyo', `${moment('MakeDateTime(2026, 1, 6, 1, 0, 0)')}, ${noEmergency}`, false, ['open', ['Office']]],
  ['in an emergency, as a value', `${now}, ${fire}`, true, ['emergency', []]],
  ['in an emergency, by both', `${now}, emergencyGroup: { lit: { name: Fire }, name: Fire }`, true, ['emergency', []]],
  ['in an emergency, by its bare name', `${now}, emergencyGroup: { name: Fire }`, true, ['emergency', []]],
])('evaluate schedule group %s', (_, options, emergency, expected) => {
  expect(run(group(options), emergency)).toEqual(expected);
});
