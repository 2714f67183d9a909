import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

test.each([
  ['{ lit: no customer }', 'no customer'],
  ['{ exp: ToString(1 + 1) }', '2'],
])('the workflow ends at once, with the reason %s', (exitReason, completionReason) => {
  const org = livingOrg();
  const end = `          - endWorkflow: { name: Over, exitReason: ${exitReason} }`;
  const never = '          - wait: { name: Never, duration: { lit: { hours: 1 } } }';
  const execution = org.launch(org.publish(workflowYaml('short', `${end}\n${never}`)));
  expect(execution).toMatchObject({ status: 'COMPLETED', completionReason });
  expect(org.seconds()).toBe(0);
});

test('a workflow whose actions run out has ended', () => {
  const org = livingOrg();
  const yaml = workflowYaml('short').replace(
    / {10}- endWorkflow:\n {14}name: End\n/,
    '          - wait: { name: A moment, duration: { lit: { seconds: 1 } } }\n',
  );
  expect(org.launch(org.publish(yaml))).toMatchObject({ status: 'COMPLETED' });
});
