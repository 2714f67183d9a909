import { inputsAlike } from '../../../src/check/rules/inputs-alike';
import { string, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const taking = (...inputs: readonly string[]): string =>
  workflow('- endWorkflow: { name: Done }', {
    variables: inputs.map((name) => string(name, 'isInput: true')).join('\n'),
  });

ruleTest(inputsAlike, {
  valid: {
    'names that differ': taking('Flow.customerId', 'Flow.conversationId'),
    'a list and its item': taking('Flow.phoneNumber', 'Flow.phoneNumbers'),
    'a variable that is no input': workflow('- endWorkflow: { name: Done }', {
      variables: `${string('Flow.customerId', 'isInput: true')}\n${string('Flow.customer_id')}`,
    }),
  },
  invalid: {
    'names that differ in their spelling': {
      in: taking('Flow.customerId', 'Flow.customer_ID'),
      finds: ['flow: the inputs Flow.customerId and Flow.customer_ID differ only in their spelling'],
    },
  },
});
