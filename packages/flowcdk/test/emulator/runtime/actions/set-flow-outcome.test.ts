import { workflowYaml } from '../../private/flows';
import { begin, end, org } from '../private/outcomes';

test.each([
  ['set', [begin, end('{ lit: SUCCESS }')], ['SUCCESS']],
  ['set without being begun', [end('{ lit: FAILURE }')], ['FAILURE']],
  ['begun and never set: a failure', [begin], ['FAILURE']],
  ['set twice: the last one counts', [begin, end('{ lit: FAILURE }'), end('{ lit: SUCCESS }')], ['FAILURE', 'SUCCESS']],
  ['begun again after its end', [begin, end('{ lit: SUCCESS }'), begin], ['SUCCESS', 'FAILURE']],
])('an outcome that is %s', (_, actions, values) => {
  const living = org();
  living.launch(living.publish(workflowYaml('measures', actions.join('\n'))));
  expect(living.events('outcome.set').map(({ value }) => value)).toEqual(values);
});

test('another value than SUCCESS and FAILURE breaks the flow', () => {
  const living = org();
  expect(
    living.launch(living.publish(workflowYaml('measures', end(`{ exp: 'Append("MAY", "BE")' }`)))).problem,
  ).toMatch(/is MAYBE; it is SUCCESS or FAILURE/);
});
