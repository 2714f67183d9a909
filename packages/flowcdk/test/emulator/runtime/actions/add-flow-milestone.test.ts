import { callFlowYaml } from '../../private/flows';
import { begin, end, org } from '../private/outcomes';

const milestone =
  '          - addFlowMilestone: { name: Reached, flowOutcome: { name: Identified }, flowMilestone: { name: Asked } }';

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
