import { unusedVariable } from '../../../src/check/rules/unused-variable';
import { call, string, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const set = '- updateData: { name: Set, statements: [string: { variable: Flow.x, value: { lit: a } }] }';
const read = '- decision: { name: Look, condition: { exp: IsSet(Flow.x) } }';

ruleTest(unusedVariable, {
  valid: {
    'a variable that is read': workflow(read, { variables: string('Flow.x') }),
    'an output, which the caller reads': workflow(set, { variables: string('Flow.x', 'isOutput: true') }),
    'an input, of which another rule tells': workflow('', { variables: string('Flow.x', 'isInput: true') }).replace(
      'actions:\n',
      'actions: []\n',
    ),
    'a variable collectInput asks for, wanted or not': call(
      '- collectInput: { inputData: { var: Flow.x }, digits: { exact: 1 } }',
      {
        variables: string('Flow.x'),
      },
    ),
    'a variable an unknown action mentions': workflow('- doSomethingNew: { with: { exp: Flow.x } }', {
      variables: string('Flow.x'),
    }),
    'a variable in a text that is put together': workflow(
      `- endWorkflow: { exitReason: { exp: 'Append("a", Flow.x)' } }`,
      {
        variables: string('Flow.x'),
      },
    ),
  },
  invalid: {
    'a variable nobody mentions': {
      in: workflow('- endWorkflow: { name: Done }', { variables: string('Flow.x') }),
      finds: ['flow: nothing uses the variable Flow.x'],
    },
    'a variable that is only written': {
      in: workflow(set, { variables: string('Flow.x') }),
      finds: ['flow: the variable Flow.x is written, but nothing reads it'],
    },
  },
});
