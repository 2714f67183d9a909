import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';
import { strings } from '../private/tasks';

const moduleYaml = (actions: string, variables: string, serves = 'workflow'): string => `commonModule:
  name: Shout
  supportedLanguages: { en-us: { none: true } }
  variables:
${variables}
  settingsCommonModule: { compatibleFlowTypes: [{ flowType: ${serves} }] }
  startUpTaskActions:
${actions}
`;

const moduleVariables = `    - stringVariable: { name: Common.text, initialValue: { lit: nothing }, isInput: true, isOutput: true }
    - stringCollectionVariable: { name: Common.list, initialValue: { lit: [] }, isInput: true, isOutput: true }`;

const upper = `    - updateData:
        name: Upper
        statements:
          - string: { variable: Common.text, value: { exp: Upper(Common.text) } }
          - stringCollection: { variable: Common.list, value: { exp: 'AddItem(Common.list, "more")' } }
    - endTask: { name: Back, outputPath: { name: default } }`;

const callModule = (inputs: string, outputs: string): string =>
  `          - callCommonModule: { name: Module, commonModule: { Shout: { ver_latestPublished: { inputs: ${inputs}, outputs: ${outputs} } } } }`;

test('a common module has variables of its own; inputs and outputs go by value', () => {
  const org = livingOrg();
  org.publish(moduleYaml(upper, moduleVariables));
  const variables = `${strings('Flow.text', 'Flow.default')}
    - stringCollectionVariable: { name: Flow.list, initialValue: { lit: [{ lit: one }] }, isInput: false, isOutput: true }
    - stringCollectionVariable: { name: Flow.longer, initialValue: { lit: [] }, isInput: false, isOutput: true }`;
  const yaml = workflowYaml(
    'caller',
    `${callModule('{ Common.text: { lit: hello }, Common.list: { exp: Flow.list } }', '{ Common.text: { var: Flow.text }, Common.list: { var: Flow.longer } }')}
${callModule('{ Common.list: { exp: Flow.list } }', '{ Common.text: { var: Flow.default }, Common.list: { noValue: true } }')}`,
    variables,
  );
  expect(org.launch(org.publish(yaml)).outputs).toEqual({
    'Flow.text': 'HELLO',
    'Flow.default': 'NOTHING',
    'Flow.list': ['one'],
    'Flow.longer': ['one', 'more'],
  });
});

test('what breaks a module breaks the flow that called it', () => {
  const org = livingOrg();
  org.publish(moduleYaml('    - decision: { name: Break, condition: { exp: ToInt("x") == 1 } }', moduleVariables));
  const execution = org.launch(org.publish(workflowYaml('caller', callModule('{ }', '{ }'))));
  expect(execution).toMatchObject({
    status: 'FAILED',
    problem: expect.stringMatching(/Shout: Starting task \/ Break/) as string,
  });
});

test('a module runs on the call of its caller, and counts as part of it', () => {
  const org = livingOrg();
  org.publish(
    moduleYaml(
      '    - setParticipantData: { name: Tell, attributes: [{ attribute: { name: { lit: caller }, value: { exp: Common.text } } }] }\n    - disconnect: { name: Over }',
      moduleVariables,
      'inboundcall',
    ),
  );
  const yaml = `inboundCall:
  name: line
  startUpRef: /inboundCall/tasks/task[Begin]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  tasks:
    - task:
        name: Begin
        refId: Begin
        actions:
${callModule('{ Common.text: { exp: Call.Ani } }', '{ }')}
          - playAudio: { name: Never, audio: { tts: never } }
          - disconnect: { name: End }
`;
  org.number('+33199000001', org.publish(yaml));
  org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow();
  expect(org.events('attributes.written')).toMatchObject([{ by: 'Shout', attributes: { caller: 'tel:+33142685300' } }]);
  expect(org.events('flow.ended')).toMatchObject([{ flow: 'line', reason: 'disconnect', actions: 3 }]);
});
