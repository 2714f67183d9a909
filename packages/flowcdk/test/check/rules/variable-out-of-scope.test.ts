import { variableOutOfScope } from '../../../src/check/rules/variable-out-of-scope';
import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
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
    'a variable that the flow declares, too': states('stringVariable: { name: State.x }', read).replace(
      'startUpRef',
      'variables: [stringVariable: { name: State.x }]\n  startUpRef',
    ),
    'a variable both states declare': states(
      'stringVariable: { name: State.x }',
      `variables: [stringVariable: { name: State.x }], ${read}`,
    ),
    'a variable of the flow in every state': states('', 'actions: [decision: { condition: { exp: IsSet(Flow.x) } }]'),
    'a variable nobody declares, which another rule tells': states('', read),
  },
  invalid: {
    'a variable of another state, however often it is used there': {
      in: states(
        'stringVariable: { name: State.x }',
        `actions: [decision: { name: Look, condition: { exp: IsSet(State.x) } }, decision: { name: Look again, condition: { exp: IsSet(STATE.X) } }]`,
      ),
      finds: ['flow / B / Look: State.x is a variable of the state A, not of the state B'],
    },
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

test('a container of the same kind is an error; whether a task sees the variables of a state is not known', () => {
  const declared = 'stringVariable: { name: State.x }';
  const inTask = `
  tasks:
    - task: { name: T, refId: t, actions: [decision: { name: See, condition: { exp: "true or IsSet(State.x)" } }] }`;
  const text =
    states(declared, `actions: [callTask: { targetTaskRef: "./tasks/task[t]" }, ${read.slice('actions: ['.length)}`) +
    inTask;
  const findings = check({ files: [readFile('flow.yaml', text)], definitions: [] }, { rules: [variableOutOfScope] });
  expect(
    findings.map(({ severity, path, excerpt }) => [
      severity,
      path,
      excerpt?.text.slice(excerpt.column - 1).slice(0, excerpt.length),
    ]),
  ).toEqual([
    ['error', 'flow / B / Look', 'State.x'],
    ['warning', 'flow / T / See', 'State.x'],
  ]);
});

test('it is an error, too, where a container of another kind also declares it', () => {
  const declared = 'stringVariable: { name: State.x }';
  const text = `${states(declared, read)}
  tasks:
    - task: { name: T, refId: t, variables: [${declared}] }`;
  const findings = check({ files: [readFile('flow.yaml', text)], definitions: [] }, { rules: [variableOutOfScope] });
  expect(findings.map(({ severity, path }) => `${severity} ${path ?? ''}`)).toEqual(['error flow / B / Look']);
});
