import { attributeNeverWritten } from '../../../src/check/rules/attribute-never-written';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const read = (name: string): string =>
  `- getParticipantData: { name: Read, attributes: [attribute: { name: { lit: ${name} }, variable: Flow.x }] }`;
const reads = (name: string): string => call(`${read(name)}\n- disconnect: { name: Bye }`);
const writes = (name: string): string =>
  workflow(
    `- setConversationData: { attributes: [attribute: { name: { ${name} }, value: { lit: x } }] }\n- endWorkflow: { name: Done }`,
  );

ruleTest(attributeNeverWritten, {
  valid: {
    'an attribute another flow writes': [reads('status'), writes('lit: status')],
    'one flow alone, which knows nothing of the others': reads('status'),
    'a name that is worked out, which may be any': [reads('status'), writes('exp: Flow.name')],
    'a name that is worked out, beside one that is not': [reads('status'), writes('exp: Flow.name'), writes('lit: x')],
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
    'an attribute that is read twice, once': {
      in: [call(`${read('tier')}\n${read('tier')}\n- disconnect: { name: Bye }`), writes('lit: status')],
      finds: ['flow / Task / Read: no flow that is checked writes tier'],
    },
  },
  helps: {
    'a name that is meant': {
      in: [reads('Status'), writes('lit: status')],
      helps: ['Did you mean status? Without it the variable is NOT_SET for ever.'],
    },
    'a name that is like no other': {
      in: [reads('tier'), writes('lit: status')],
      helps: ['Without it the variable is NOT_SET for ever.'],
    },
  },
});
