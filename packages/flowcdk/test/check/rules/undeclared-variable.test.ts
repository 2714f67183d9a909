import { undeclaredVariable } from '../../../src/check/rules/undeclared-variable';
import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import type { Finding } from '../../../src/ground/finding';
import { call, string, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const read = (expression: string): string => `- decision: { name: Look, condition: { exp: '${expression}' } }`;

ruleTest(undeclaredVariable, {
  valid: {
    'a variable of the flow, whatever its case': workflow(read('IsSet(flow.NAME)'), { variables: string('Flow.name') }),
    'a variable of the state': workflow('').replace(
      'actions:',
      'variables: [stringVariable: { name: State.x }]\n        actions: [decision: { condition: { exp: IsSet(State.x) } }]',
    ),
    'a variable of a starting task': `
inqueueCall:
  startUpTaskVariables: [stringVariable: { name: Task.x }]
  startUpTaskActions: [decision: { condition: { exp: IsSet(Task.x) } }]`,
    'a variable of a common module where no such module is': call(read('IsSet(Common.x)')),
    'what the platform provides': call(read('Flow.IsTest and Call.Ani == "x" and IsSet(Slot.Number)')),
  },
  invalid: {
    'a variable that is only read': {
      in: workflow(read('IsSet(Flow.nmae)'), { variables: string('Flow.name') }),
      finds: ['flow / State / Look: Flow.nmae is declared nowhere'],
    },
    'each name once': {
      in: workflow(`${read('IsSet(Flow.a)')}\n${read('IsSet(Flow.A) or IsSet(Flow.b)')}`),
      finds: ['flow / State / Look: Flow.a is declared nowhere', 'flow / State / Look: Flow.b is declared nowhere'],
    },
    'a variable of a state, and one of a task': {
      in: workflow(read('IsSet(State.x) or IsSet(Task.x)')),
      finds: ['flow / State / Look: State.x is declared nowhere', 'flow / State / Look: Task.x is declared nowhere'],
    },
    'a variable of a common module': {
      in: `
commonModule:
  name: module
  startUpTaskActions: [decision: { name: Look, condition: { exp: IsSet(Common.x) } }]`,
      finds: ['module / Starting task / Look: Common.x is declared nowhere'],
    },
    'a variable that is only written': {
      in: workflow('- updateData: { name: Count, statements: [integer: { variable: Flow.n, value: { lit: 1 } }] }'),
      finds: ['flow / State / Count: Flow.n is declared nowhere'],
    },
    'an attribute read into a variable': {
      in: call(
        '- getParticipantData: { name: Known?, attributes: [attribute: { name: { lit: a }, variable: Flow.a }] }',
      ),
      finds: ['flow / Task / Known?: Flow.a is declared nowhere'],
    },
  },
});

test('it is a warning where Archy creates the variable from what writes it, an error where nothing does', () => {
  const text = workflow(
    `- updateData: { statements: [integer: { variable: Flow.made, value: { exp: Flow.missing } }] }`,
  );
  const findings = check({ files: [readFile('f.yaml', text)], definitions: [] }, { rules: [undeclaredVariable] });
  expect(findings.map(({ severity, message }) => [message, severity])).toEqual([
    ['Flow.made is declared nowhere', 'warning'],
    ['Flow.missing is declared nowhere', 'error'],
  ]);
  expect(findings.map(({ help }) => help)).toEqual([
    'Archy creates it from what writes it; declare it under variables.',
    'Declare it under variables.',
  ]);
  const placeOf = ({ excerpt }: Finding): string | undefined => excerpt?.text.slice(excerpt.column - 1);
  expect(findings.map(placeOf)).toEqual([
    expect.stringMatching(/^\{ variable: Flow.made/),
    expect.stringMatching(/^Flow.missing/),
  ]);
});

test('the name that was probably meant is told', () => {
  const text = workflow(read('IsSet(Flow.custmerId)'), { variables: string('Flow.customerId') });
  const [finding] = check({ files: [readFile('f.yaml', text)], definitions: [] }, { rules: [undeclaredVariable] });
  expect(finding?.help).toMatch(/^Did you mean Flow.customerId\?/);
  expect(finding?.excerpt?.length).toBe('Flow.custmerId'.length);
});
