import { unusedInput } from '../../../src/check/rules/unused-input';
import { string, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const input = (name: string): string => string(name, 'isInput: true');
const read = (name: string): string => `- endWorkflow: { exitReason: { exp: ${name} } }`;

ruleTest(unusedInput, {
  valid: {
    'an input that is read': workflow(read('Flow.id'), { variables: input('Flow.id') }),
    'an input that is read in another case': workflow(read('Flow.ID'), { variables: input('Flow.id') }),
    'an input an unknown action mentions': workflow('- doSomethingNew: { with: { exp: Flow.id } }', {
      variables: input('Flow.id'),
    }),
    'an input that the flow gives back': workflow('- endWorkflow: { name: Done }', {
      variables: string('Flow.id', 'isInput: true, isOutput: true'),
    }),
  },
  invalid: {
    'an input nothing reads': {
      in: workflow('- endWorkflow: { name: Done }', { variables: input('Flow.id') }),
      finds: ['flow: nothing reads the input Flow.id'],
    },
    'an input whose other spelling is read': {
      in: workflow(read('Flow.customer_id'), {
        variables: `${input('Flow.customerId')}\n${input('Flow.customer_id')}`,
      }),
      finds: ['flow: nothing reads the input Flow.customerId'],
    },
  },
  helps: {
    'an input nothing reads': {
      in: workflow('- endWorkflow: { name: Done }', { variables: input('Flow.id') }),
      helps: ['Remove it, or read it where it was meant to be read.'],
    },
    'an input whose other spelling is read': {
      in: workflow(read('Flow.customer_id'), {
        variables: `${input('Flow.customerId')}\n${string('Flow.customer_id')}`,
      }),
      helps: ['The flow reads Flow.customer_id, whose name differs only in its spelling. Keep one of them.'],
    },
    'an input whose other spelling is read in another case than it is declared': {
      in: workflow(read('FLOW.CUSTOMER_ID'), {
        variables: `${input('Flow.customerId')}\n${string('Flow.customer_id')}`,
      }),
      helps: ['The flow reads Flow.customer_id, whose name differs only in its spelling. Keep one of them.'],
    },
  },
});
