import { ruleNamed, ruleTest } from '../private/rule-test';

const variables = (...names: string[]) =>
  `workflow:\n  name: x\n  variables:\n${names.map((name) => `    - stringVariable: { name: ${name} }\n`).join('')}`;

ruleTest(ruleNamed('variable-declared-twice'), {
  valid: {
    'different names': variables('Flow.a', 'Flow.b'),
    'one name in two tasks': `inboundCall:
  tasks:
    - task: { name: One, variables: [{ stringVariable: { name: Task.a } }] }
    - task: { name: Two, variables: [{ stringVariable: { name: Task.a } }] }`,
  },
  invalid: {
    'the same name': [variables('Flow.a', 'Flow.a'), 'the variable Flow.a is declared twice'],
    'the same name in one task': [
      `inboundCall:
  tasks:
    - task: { name: One, variables: [{ stringVariable: { name: Task.a } }, { stringVariable: { name: Task.a } }] }`,
      'the variable Task.a is declared twice',
    ],
    'another case': [variables('Flow.a', 'Flow.A'), 'the variable Flow.A is declared twice (as Flow.a before)'],
  },
});
