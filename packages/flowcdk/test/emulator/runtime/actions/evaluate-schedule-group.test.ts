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

const withoutGroup = (emergency: string, schedules = '{ exp: ToScheduleGroup(NOT_SET) }'): string =>
  `evaluateScheduleGroup:
              { name: Emergency?, inServiceSchedules: { var: Flow.schedules }, scheduleGroup: ${schedules},
                ${now}, ${emergency}, outputs: { ${ways('open', 'closed', 'holiday', 'emergency')} } }`;

describe('a flow that only asks for an emergency names no schedule group', () => {
  test.each([
    ['an emergency', fire, true, 'emergency'],
    ['no emergency', fire, false, 'closed'],
  ])('in %s', (_, emergencyGroup, emergency, way) => {
    expect(run(withoutGroup(emergencyGroup), emergency)).toEqual([way, []]);
    expect(run(withoutGroup(emergencyGroup, '{ noValue: true }'), emergency)).toEqual([way, []]);
  });

  test('and breaks if it names no emergency group either', () => {
    expect(run(withoutGroup(noEmergency))).toBe('Begin / Emergency?: the schedule group to evaluate is NOT_SET');
  });
});
