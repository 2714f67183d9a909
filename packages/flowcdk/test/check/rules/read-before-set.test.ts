import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { readBeforeSet } from '../../../src/check/rules/read-before-set';
import { call, string, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const read = (expression: string, name = 'Read'): string =>
  `- endWorkflow: { name: ${name}, exitReason: { exp: '${expression}' } }`;
const set = '- updateData: { name: Set, statements: [string: { variable: Flow.x, value: { lit: a } }] }';
const x = { variables: string('Flow.x') };
const message = 'flow / State / Read: nothing can have set Flow.x when it is read here';

ruleTest(readBeforeSet, {
  valid: {
    'an input': workflow(read('Flow.x'), { variables: string('Flow.x', 'isInput: true') }),
    'an initial value': workflow(read('Flow.x'), { variables: string('Flow.x', 'initialValue: { lit: a }') }),
    'a collection, which begins empty': workflow(read('ToString(Flow.x)'), {
      variables: '- stringCollectionVariable: { name: Flow.x }',
    }),
    'a value given before': workflow(`${set}\n${read('Flow.x')}`, x),
    'a value given by the statement above': workflow(
      '- updateData: { statements: [string: { variable: Flow.x, value: { lit: a } }, string: { variable: Flow.y, value: { exp: Flow.x } }] }',
      x,
    ),
    'an output on the path taken': workflow(
      `
- callData:
    category: { C: { dataAction: { D: { successOutputs: { id: { var: Flow.x } } } } } }
    outputs: { success: { actions: [${read('Flow.x').slice(2)}] } }`,
      x,
    ),
    'a value given on one of the ways': workflow(
      `- decision: { condition: { exp: Flow.IsTest }, outputs: { "yes": { actions: [${set.slice(2)}] } } }\n${read('Flow.x')}`,
      x,
    ),
    'a value of the turn before': workflow(
      `- loop: { loopCount: { lit: 2 }, outputs: { loop: { actions: [decision: { condition: { exp: Lower(Flow.x) == "a" } }, ${set.slice(2)}] } } }`,
      x,
    ),
    'a value a called task gives': call(
      `- callTask: { targetTaskRef: "./tasks/task[t]" }\n- setParticipantData: { attributes: [attribute: { name: { lit: a }, value: { exp: Flow.x } }] }`,
      {
        ...x,
        tasks: `- task: { refId: t, actions: [${set.slice(2)}] }`,
      },
    ),
    'asking whether it is set': workflow(
      read('IsSet(Flow.x) or IsNotSetOrEmpty(Flow.x) or Flow.x == "a"').replace('exitReason', 'exitReason'),
      x,
    ),
    'reading it where an If has asked': workflow(read('If(IsSet(Flow.x), Flow.x, "")'), x),
    'reading it behind an and that has asked': workflow(read('IsSet(Flow.x) and Length(Flow.x) > 3'), x),
    'reading it behind an or that has asked': workflow(read('IsNotSetOrEmpty(Flow.x) or Length(Flow.x) > 3'), x),
    'the index of a loop inside of it': workflow(
      '- loop: { currentIndex: { var: Flow.i }, loopCount: { lit: 2 }, outputs: { loop: { actions: [decision: { condition: { exp: Flow.i > 0 } }] } } }',
      { variables: '- integerVariable: { name: Flow.i }' },
    ),
    'the index of a loop in its count': workflow(
      '- loop: { currentIndex: { var: Flow.i }, loopCount: { exp: ToInt(Flow.i) <= 3 }, outputs: { loop: { actions: [] } } }',
      { variables: '- integerVariable: { name: Flow.i }' },
    ),
    'a variable an unknown action mentions': workflow(`- doSomethingNew: { to: Flow.x }\n${read('Flow.x')}`, x),
    'anything in the error handling, as a flow may break anywhere': call('- disconnect: { name: Bye }', {
      ...x,
      more: 'settingsErrorHandling: { errorHandling: { task: { targetTaskRef: "./tasks/task[sorry]" } } }',
      tasks:
        '- task: { refId: sorry, actions: [setParticipantData: { attributes: [attribute: { name: { lit: a }, value: { exp: Flow.x } }] }] }',
    }),
    'every variable in the error handling, of several': call('- disconnect: { name: Bye }', {
      variables: ['Flow.a', 'Flow.b', 'Flow.c'].map((name) => string(name)).join('\n'),
      more: 'settingsErrorHandling: { errorHandling: { task: { targetTaskRef: "./tasks/task[sorry]" } } }',
      tasks: `- task: { refId: sorry, actions: [setParticipantData: { attributes: [attribute: { name: { lit: a }, value: { exp: 'Append(Flow.a, Flow.b, Flow.c)' } }] }] }`,
    }),
  },
  invalid: {
    'a variable nobody sets': { in: workflow(read('Lower(Flow.x)'), x), finds: [message] },
    'a variable once, however often it is read': {
      in: workflow(`- wait: { name: Read, duration: { exp: 'ToDuration(Flow.x)' } }\n${read('Lower(Flow.X)')}`, x),
      finds: [message],
    },
    'a variable that is set later': {
      in: workflow(
        `- wait: { name: Read, duration: { exp: 'ToDuration(Flow.x)' } }\n${set}\n- endWorkflow: { name: Done }`,
        x,
      ),
      finds: [message],
    },
    'an output on the path that does not have it': {
      in: workflow(
        `
- callData:
    name: Ask
    category: { C: { dataAction: { D: { successOutputs: { id: { var: Flow.x } } } } } }
    outputs: { failure: { actions: [${read('Flow.x').slice(2)}] } }`,
        x,
      ),
      finds: ['flow / State / Ask / Read: nothing can have set Flow.x when it is read here'],
    },
    'the statement above the one that sets it': {
      in: workflow(
        '- updateData: { name: Read, statements: [string: { variable: Flow.y, value: { exp: Flow.x } }, string: { variable: Flow.x, value: { lit: a } }] }',
        x,
      ),
      finds: [message],
    },
    'the wrong branch of an If': { in: workflow(read('If(IsSet(Flow.x), "", Flow.x)'), x), finds: [message] },
    'a failure that was not asked for': {
      in: workflow(
        `
- callData:
    category: { C: { dataAction: { D: { failureOutputs: { errorCode: { var: Flow.x } } } } } }
    outputs: { success: { actions: [${read('Flow.x').slice(2)}] } }`,
        x,
      ),
      finds: ['flow / State / callData / Read: nothing can have set Flow.x when it is read here'],
    },
  },
});

test('the place is the variable in the expression', () => {
  const project = { files: [readFile('flow.yaml', workflow(read('Lower(Flow.x)'), x))], definitions: [] };
  const [finding] = check(project, { rules: [readBeforeSet] });
  expect(finding?.excerpt?.text.slice(finding.excerpt.column - 1).slice(0, finding.excerpt.length)).toBe('Flow.x');
});
