import { callFlowYaml, workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const begin = '          - initializeFlowOutcome: { name: Begin, flowOutcome: { name: Identified } }';
const end = (value: string): string =>
  `          - setFlowOutcome: { name: Set, flowOutcome: { name: Identified }, flowOutcomeValue: ${value} }`;
const milestone =
  '          - addFlowMilestone: { name: Reached, flowOutcome: { name: Identified }, flowMilestone: { name: Asked } }';

function org() {
  const made = livingOrg();
  made.put('outcome', { name: 'Identified' });
  made.put('milestone', { name: 'Asked' });
  return made;
}

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

test('a call tells its outcome with the milestones on the way', () => {
  const living = org();
  living.number(
    '+33199000001',
    living.publish(callFlowYaml('line', [begin, milestone, end('{ lit: SUCCESS }')].join('\n'))),
  );
  living.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  living.clock.runNow();
  const events = living.events('event.published').filter(({ topic }) => topic.endsWith('.flow.outcome'));
  expect(events).toMatchObject([{ event: { flowOutcomeValue: 'SUCCESS', flowMilestones: [{}] } }]);
  expect(living.events('milestone.reached')).toMatchObject([{ milestone: 'Asked' }]);
});

test('a caller who hangs up leaves an outcome that was begun as a failure', () => {
  const living = org();
  living.number(
    '+33199000001',
    living.publish(
      callFlowYaml('line', `${begin}\n          - playAudio: { name: Long, audio: { tts: A long story. } }`),
    ),
  );
  living.runtime.calls.place({ from: '+33142685300', to: '+33199000001' })?.hangUp();
  expect(living.events('outcome.set')).toMatchObject([{ value: 'FAILURE' }]);
});
