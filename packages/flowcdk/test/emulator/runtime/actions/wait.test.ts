import { workflowYaml } from '../../private/flows';
import { set, withRescue } from '../private/breaking-flows';
import { livingOrg } from '../private/living-org';

const waits = (hours: number, trim: boolean): string =>
  `          - wait: { name: Long, trimDurationNearMaxRunningTime: { lit: ${trim} }, duration: { exp: 'MakeDuration(0, ${hours}, 0, 0)' } }`;

test('a workflow breaks after 72 hours', () => {
  const org = livingOrg();
  const execution = org.launch(org.publish(withRescue(waits(100, false), set('late'))));
  expect(execution).toMatchObject({ status: 'COMPLETED', outputs: { 'Flow.text': 'late' } });
  expect(org.seconds()).toBe(72 * 3600);
  expect(org.events('limit.reached')).toMatchObject([{ limit: 'workflow.duration.max' }]);
});

test('a wait that is to be shortened leaves the workflow its last minute', () => {
  const org = livingOrg();
  const execution = org.launch(org.publish(workflowYaml('patient', waits(100, true))));
  expect(execution.status).toBe('COMPLETED');
  expect(org.seconds()).toBe(72 * 3600 - 60);
});
