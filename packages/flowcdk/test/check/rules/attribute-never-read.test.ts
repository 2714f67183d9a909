import {
  disconnect,
  endWorkflow,
  getParticipantData,
  inboundCall,
  participantData,
  setConversationData,
  string,
  task,
  workflow as workflowOf,
} from '../../../src';
import { projectOf } from '../../../src/check/application';
import { check } from '../../../src/check/check';
import { attributeNeverRead } from '../../../src/check/rules/attribute-never-read';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const reads = (name: string): string =>
  call(
    `- getParticipantData: { attributes: [attribute: { name: { ${name} }, variable: Flow.x }] }\n- disconnect: { name: Bye }`,
  );
const writes = (name: string): string =>
  workflow(
    `- setConversationData: { name: Write, attributes: [attribute: { name: { lit: ${name} }, value: { lit: x } }] }\n- endWorkflow: { name: Done }`,
  );

ruleTest(attributeNeverRead, {
  valid: {
    'an attribute another flow reads': [reads('lit: status'), writes('status')],
    'one flow alone, which knows nothing of the others': writes('status'),
    'flows that read nothing: it is all for somebody else': [writes('status'), writes('tier')],
    'a name that is worked out, among others': [reads('exp: Flow.name'), reads('lit: other'), writes('status')],
    'a name that is worked out, which may be any': [reads('exp: Flow.name'), writes('status')],
  },
  invalid: {
    'an attribute that several flows write, once': {
      in: [reads('lit: other'), writes('status'), writes('status')],
      finds: ['flow / State / Write: no flow that is checked reads status'],
    },
    'an attribute that is read under another name': {
      in: [reads('lit: Status'), writes('status')],
      finds: ['flow / State / Write: no flow that is checked reads status'],
    },
  },
});

test('an attribute that a contract declares is meant for somebody', () => {
  const contract = participantData({ name: 'p', owner: 'write', attributes: { status: string(), note: string() } });
  const write = workflowOf({
    name: 'write',
    inputs: { conversationId: string() },
    actions: ({ conversationId }) => [
      setConversationData('Write', { conversationId, attributes: contract.write({ status: 'x', note: 'y' }) }),
      endWorkflow(),
    ],
  });
  const read = inboundCall({
    name: 'read',
    defaultLanguage: 'en-us',
    variables: { status: string() },
    startUp: ({ status }) => task('Task', [getParticipantData('Read', contract.read({ status })), disconnect()]),
  });
  const project = projectOf([{ name: 'stack', definitions: [write, read] }]);
  expect(check(project, { rules: [attributeNeverRead] })).toEqual([]);
});
