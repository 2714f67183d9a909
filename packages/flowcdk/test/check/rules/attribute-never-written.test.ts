import { attributeNeverWritten } from '../../../src/check/rules/attribute-never-written';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const reads = (name: string): string =>
  call(
    `- getParticipantData: { name: Read, attributes: [attribute: { name: { lit: ${name} }, variable: Flow.x }] }\n- disconnect: { name: Bye }`,
  );
const writes = (name: string): string =>
  workflow(
    `- setConversationData: { attributes: [attribute: { name: { ${name} }, value: { lit: x } }] }\n- endWorkflow: { name: Done }`,
  );

ruleTest(attributeNeverWritten, {
  valid: {
    'an attribute another flow writes': [reads('status'), writes('lit: status')],
    'one flow alone, which knows nothing of the others': reads('status'),
    'a name that is worked out, which may be any': [reads('status'), writes('exp: Flow.name')],
  },
  invalid: {
    'an attribute written in another case': {
      in: [reads('Status'), writes('lit: status')],
      finds: ['flow / Task / Read: no flow that is checked writes Status'],
    },
    'an attribute nobody writes': {
      in: [reads('tier'), writes('lit: status')],
      finds: ['flow / Task / Read: no flow that is checked writes tier'],
    },
  },
});
