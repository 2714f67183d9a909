import { workflowYaml } from '../../private/flows';
import type { LivingOrg } from './calls';
import { livingOrg } from './living-org';

export const variables = `    - stringVariable: { name: Flow.way, initialValue: { noValue: true }, isInput: false, isOutput: true }
    - stringCollectionVariable: { name: Flow.schedules, initialValue: { lit: [{ lit: before }] }, isInput: false, isOutput: true }
    - dateTimeVariable: { name: Flow.unset, initialValue: { noValue: true }, isInput: false, isOutput: false }
    - stringVariable: { name: Flow.noZone, initialValue: { noValue: true }, isInput: false, isOutput: false }`;

export const ways = (...names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`,
    )
    .join(', ');

/**
 * The org of every test; it lives from Monday, 5 January 2026, 12:00 UTC.
 *
 * @param meanwhile what happens between the publication of the flow and its run
 */
export function run(action: string, emergency = false, meanwhile: (org: LivingOrg) => void = () => undefined): unknown {
  const org = livingOrg();
  const office = org.put('schedule', {
    name: 'Office',
    start: '2026-01-05T09:00:00.000000',
    end: '2026-01-05T17:00:00.000000',
    rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  });
  org.put('scheduleGroup', { name: 'Hours', timeZone: 'Asia/Tokyo', openSchedules: [{ id: office.id }] });
  org.put('emergencyGroup', { name: 'Fire', enabled: emergency });
  const flow = org.publish(workflowYaml('hours', `          - ${action}`, variables));
  meanwhile(org);
  const { outputs, problem } = org.launch(flow);
  return problem ?? [outputs?.['Flow.way'], outputs?.['Flow.schedules']];
}

export const now = 'evaluate: { now: true }';

export const noEmergency = 'emergencyGroup: { noValue: true }';

export const fire = 'emergencyGroup: { lit: { name: Fire } }';

export const moment = (expression: string): string => `evaluate: { dateTime: { exp: '${expression}' } }`;
