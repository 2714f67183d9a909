import { judge } from '../../../src/emulator/publish/publish';
import { livingOrg } from '../runtime/private/living-org';
import { callFlowYaml, workflowYaml } from '../private/flows';

const warningsOf = (yaml: string): readonly string[] => judge(yaml, livingOrg().org).warnings;

test('an action that is not emulated is a warning, once for each kind', () => {
  const actions = '          - getResponse: { name: One }\n          - getResponse: { name: Two }';
  expect(warningsOf(workflowYaml('asks', actions))).toEqual([
    'the local org does not do actions of kind getResponse: a flow that gets there takes the failure path of the action, else its own error path',
  ]);
});

test('an expression that cannot run here is a warning at its line', () => {
  const variables = '    - stringVariable: { name: Flow.x, initialValue: { exp: Sing("la") } }';
  expect(warningsOf(workflowYaml('sings', '', variables))).toEqual([
    expect.stringMatching(/^line 9, .*there is no function Sing among those known.*\(unknown-function\)$/),
  ]);
});

test('a flow of a kind that does not run here is kept with a warning', () => {
  const yaml = workflowYaml('writes')
    .replaceAll('workflow', 'inboundChat')
    .replace('none: true', 'defaultLanguageSkill: { noValue: true }')
    .replace('endWorkflow:\n        none: true', 'disconnect: { none: true }')
    .replace('endWorkflow:\n              name: End', 'disconnect: { name: End }');
  expect(warningsOf(yaml)).toEqual(['the local org keeps flows of kind inboundChat, but does not run them']);
});

test('a flow of a kind that Flowcdk does not know is kept with a warning', () => {
  expect(judge('inboundVideo:\n  name: Look\n', livingOrg().org)).toMatchObject({
    flow: { name: 'Look', type: 'INBOUNDVIDEO' },
    warnings: [
      expect.stringContaining('inboundVideo is a kind of flow that Flowcdk does not know'),
      'the local org keeps flows of this kind, but does not run them',
    ],
  });
});

test('settings that Flowcdk does not know are a warning', () => {
  const yaml = workflowYaml('new').replace(
    '  settingsErrorHandling:',
    '  settingsTracing: {}\n  settingsErrorHandling:',
  );

  expect(warningsOf(yaml)).toEqual([expect.stringMatching(/unknown key settingsTracing.*\(unknown-key\)$/)]);
});

test('a flow that runs in full has none', () => {
  expect(warningsOf(workflowYaml('fine'))).toEqual([]);
});

test('an outbound call flow waits for a dialler that the local org does not have', () => {
  const yaml = callFlowYaml('remind').replaceAll('inboundCall', 'outboundCall');

  expect(warningsOf(yaml)).toEqual([
    'the local org has no campaigns: it dials with this flow when POST /flowcdk/calls or flowcdk call --dials says so',
  ]);
});
