import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

test('an action the local org does not do breaks the flow, and the log names it', () => {
  const org = livingOrg();
  const execution = org.launch(org.publish(workflowYaml('asks', '          - getResponse: { name: Canned }')));
  expect(execution).toMatchObject({ status: 'FAILED' });
  expect(org.events('action.notEmulated')).toMatchObject([{ action: 'Begin / Canned', kind: 'getResponse' }]);
});

test.each(['getResponse', 'callLexV2Bot'])(
  '%s, which does not run here, takes the failure path that it has',
  (kind) => {
    const org = livingOrg();
    const actions = `          - ${kind}: { name: Bot, outputs: { failure: { actions: [{ endWorkflow: { name: Sorry, exitReason: { lit: no bot } } }] } } }`;
    expect(org.launch(org.publish(workflowYaml('asks', actions)))).toMatchObject({ status: 'COMPLETED' });
    expect(org.events('action.notEmulated')).toMatchObject([{ action: 'Begin / Bot', kind }]);
  },
);
