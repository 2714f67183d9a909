import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('ref-id-twice'), {
  valid: {
    'one refId for a state and a task':
      'workflow:\n  states: [{ state: { refId: a } }]\n  tasks: [{ task: { refId: a } }]',
  },
  invalid: {
    'two tasks with one': [
      'workflow:\n  tasks: [{ task: { name: One, refId: a } }, { task: { name: Two, refId: a } }]',
      'the task has the refId "a", and so has "One"',
    ],
  },
});
