import { workflowYaml } from '../../private/flows';
import { bot } from '../../../../src/testing';
import { heardIn, lineWith } from '../../../testing/private/line-with';
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

const unknown = lineWith(`
consultOracle:
    name: Ask the oracle
    outputs:
      success: { actions: [{ playAudio: { name: Said, audio: { tts: The oracle spoke. } } }] }
      failure: { actions: [{ playAudio: { name: Silent, audio: { tts: The oracle is silent. } } }] }`);

test('an unknown action takes the failure path that it has', async () => {
  expect(await heardIn(unknown)).toEqual(['The oracle is silent.', 'none none']);
});

test('a stand-in of its name plays it: its path, and variables', async () => {
  const oracle = bot({ path: 'success', outputs: { 'Flow.order': '12' } });

  expect(await heardIn(unknown, { 'action Ask the oracle': oracle })).toEqual(['The oracle spoke.', 'none 12']);
});

test('a stand-in cannot set a variable that the flow does not have', async () => {
  const oracle = bot({ outputs: { 'Flow.ordr': '12' } });

  expect(await heardIn(unknown, { 'action Ask the oracle': oracle })).toEqual(['It broke.']);
});
