import { variableOutOfScope } from '../../../src/check/rules/variable-out-of-scope';
import { ruleTest } from '../graph/private/rule-test';

/** Two states: the first declares and may read, the second reads. */
const states = (variables: string, second: string): string => `
workflow:
  name: flow
  startUpRef: ./states/state[a]
  states:
    - state: { name: A, refId: a, variables: [${variables}], actions: [changeState: { targetStateRef: "./states/state[b]" }] }
    - state: { name: B, refId: b, ${second} }`;

const read = 'actions: [decision: { name: Look, condition: { exp: IsSet(State.x) } }]';

ruleTest(variableOutOfScope, {
  valid: {
    'a variable both states declare': states(
      'stringVariable: { name: State.x }',
      `variables: [stringVariable: { name: State.x }], ${read}`,
    ),
    'a variable of the flow in every state': states('', 'actions: [decision: { condition: { exp: IsSet(Flow.x) } }]'),
    'a variable nobody declares, which another rule tells': states('', read),
  },
  invalid: {
    'a variable of another state': {
      in: states('stringVariable: { name: State.x }', read),
      finds: ['flow / B / Look: State.x is a variable of the state A, not of the state B'],
    },
    'a variable of a state in a task': {
      in: `
inboundShortMessage:
  name: flow
  startUpRef: ./states/state[a]
  states:
    - state: { name: A, refId: a, variables: [stringVariable: { name: State.x }], actions: [callTask: { targetTaskRef: "./tasks/task[t]" }] }
  tasks:
    - task: { name: T, refId: t, actions: [updateData: { name: Set, statements: [string: { variable: State.x, value: { lit: a } }] }] }`,
      finds: ['flow / T / Set: State.x is a variable of the state A, not of the task T'],
    },
  },
});
