import { fire, moment, noEmergency, now, run, ways } from '../private/opening-hours';

const group = (options: string): string =>
  `evaluateScheduleGroup:
              { name: Open?, inServiceSchedules: { var: Flow.schedules }, scheduleGroup: { lit: { name: Hours } },
                ${options},
                outputs: { ${ways('open', 'closed', 'holiday', 'emergency')} } }`;

test.each([
  ['in the time zone of the group', `${now}, ${noEmergency}`, false, ['closed', []]],
  ['at ten in Tokyo', `${moment('MakeDateTime(2026, 1, 6, 1, 0, 0)')}, ${noEmergency}`, false, ['open', ['Office']]],
  ['in an emergency, as a value', `${now}, ${fire}`, true, ['emergency', []]],
  ['in an emergency, by both', `${now}, emergencyGroup: { lit: { name: Fire }, name: Fire }`, true, ['emergency', []]],
  ['in an emergency, by its bare name', `${now}, emergencyGroup: { name: Fire }`, true, ['emergency', []]],
])('evaluate schedule group %s', (_, options, emergency, expected) => {
  expect(run(group(options), emergency)).toEqual(expected);
});
