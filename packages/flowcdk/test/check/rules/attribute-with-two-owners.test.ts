import { disconnect, inboundCall, setParticipantData, task } from '../../../src';
import { projectOf } from '../../../src/check/application';
import { check } from '../../../src/check/check';
import { attributeWithTwoOwners } from '../../../src/check/rules/attribute-with-two-owners';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const attributes = (name: string): string => `attributes: [attribute: { name: { lit: ${name} }, value: { lit: x } }]`;
const inCall = (name: string, flow = 'line'): string =>
  call(`- setParticipantData: { name: Write, ${attributes(name)} }\n- disconnect: { name: Bye }`, { name: flow });
const inWorkflow = (name: string): string =>
  workflow(`- setConversationData: { name: Write, ${attributes(name)} }\n- endWorkflow: { name: Done }`, {
    name: 'identify',
  });

ruleTest(attributeWithTwoOwners, {
  valid: {
    'attributes of their own': [inCall('support.reason'), inWorkflow('identification.status')],
    'names that differ in case, which are two attributes': [inCall('Status'), inWorkflow('status')],
    'one flow that writes twice': [
      inCall('status').replace(
        '- disconnect',
        `- setParticipantData: { ${attributes('status')} }\n          - disconnect`,
      ),
    ],
    'names that are worked out': [inCall('x').replace('lit: x }, value', 'exp: Flow.n }, value'), inWorkflow('x')],
  },
  invalid: {
    'a call flow and a workflow': {
      in: [inCall('status'), inWorkflow('status')],
      finds: ['identify / State / Write: status is written here and by the flow line'],
    },
    'three flows, once': {
      in: [inCall('status'), inCall('status', 'other'), inWorkflow('status')],
      finds: ['other / Task / Write: status is written here and by the flow line'],
    },
  },
});

test('one line in two languages is one owner', () => {
  const line = (name: string, variantOf?: string) =>
    inboundCall({
      name,
      ...(variantOf === undefined ? {} : { variantOf }),
      defaultLanguage: 'en-us',
      startUp: () => task('Task', [setParticipantData('Write', { reason: 'order' }), disconnect()]),
    });
  const project = projectOf([{ name: 'stack', definitions: [line('line'), line('line-fr', 'line')] }]);
  expect(check(project, { rules: [attributeWithTwoOwners] })).toEqual([]);
});
