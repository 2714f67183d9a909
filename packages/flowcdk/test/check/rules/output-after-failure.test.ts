import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { outputAfterFailure } from '../../../src/check/rules/output-after-failure';
import { call, string, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const ask = (outputs: string): string => `
- callData:
    name: Ask
    category: { C: { dataAction: { D: { successOutputs: { id: { var: Flow.id } }, failureOutputs: { errorCode: { var: Flow.error } } } } } }
    outputs: { ${outputs} }`;
const askTwo = ask('').replace('id: { var: Flow.id }', 'id: { var: Flow.id }, name: { var: Flow.name }');
const use = '- endWorkflow: { name: Use, exitReason: { exp: \'Append("known as ", Flow.id)\' } }';
const end = 'actions: [endWorkflow: { name: Done }]';
const set = (name: string, value: string): string =>
  `actions: [updateData: { name: Set, statements: [string: { variable: ${name}, value: { lit: ${value} } }] }]`;
const id = { variables: `${string('Flow.id')}\n${string('Flow.error')}` };
const message = 'flow / State / Use: Flow.id is not set here when Ask has failed';

ruleTest(outputAfterFailure, {
  valid: {
    'using it on the success path': workflow(ask(`success: { actions: [${use.slice(2)}] }`), id),
    'using it behind, where failure and timeout end the flow': workflow(
      `${ask(`failure: { ${end} }, timeout: { ${end} }`)}\n${use}`,
      id,
    ),
    'a value of its own on the other paths': workflow(
      `${ask(`failure: { ${set('Flow.id', '""')} }, timeout: { ${set('Flow.id', '""')} }`)}\n${use}`,
      id,
    ),
    'a value from before, which stays': workflow(`${ask('')}\n${use}`, {
      variables: string('Flow.id', 'initialValue: { lit: none }'),
    }),
    'asking whether it is set': workflow(
      `${ask('')}\n${use.replace('Append("known as ", Flow.id)', 'If(IsSet(Flow.id), Flow.id, "")')}`,
      id,
    ),
    'looking at it before': workflow(
      `${ask('')}\n- decision: { condition: { exp: IsNotSetOrEmpty(Flow.id) }, outputs: { "yes": { ${end} } } }\n${use}`,
      id,
    ),
    'looking at the error before': workflow(
      `${ask('')}\n- decision: { condition: { exp: IsSet(Flow.error) }, outputs: { "yes": { ${end} } } }\n${use}`,
      id,
    ),
    'looking at what a path has noted': workflow(
      `${ask(`success: { ${set('Flow.known', '"yes"')} }`)}\n- decision: { condition: { exp: Flow.known == "yes" }, outputs: { "no": { ${end} } } }\n${use}`,
      { variables: `${id.variables}\n${string('Flow.known')}` },
    ),
    'anything in the error handling, as a flow may break anywhere': call('- disconnect: { name: Bye }', {
      variables: `${id.variables}\n${string('Flow.name')}`,
      more: 'settingsErrorHandling: { errorHandling: { task: { targetTaskRef: "./tasks/task[sorry]" } } }',
      tasks: `- task:
    refId: sorry
    actions:
${`${askTwo}\n- setParticipantData: { attributes: [attribute: { name: { lit: a }, value: { exp: 'Append(Flow.id, Flow.name)' } }] }`.replace(/^(?=.)/gm, '      ')}`,
    }),
    'another data action that gives it': workflow(
      `${ask('')}\n${ask(`failure: { ${end} }, timeout: { ${end} }`).trim()}\n${use}`,
      id,
    ),
  },
  invalid: {
    'using it behind, where nothing is done about failure': {
      in: workflow(`${ask('')}\n${use}`, id),
      finds: [message],
    },
    'each of its outputs, and each once': {
      in: workflow(`${askTwo}\n${use.replace('Flow.id)', 'Flow.id, Flow.name, Flow.id)')}`, {
        variables: `${id.variables}\n${string('Flow.name')}`,
      }),
      finds: [message, message.replace('Flow.id', 'Flow.name')],
    },
    'a failure that is only noted': {
      in: workflow(
        `${ask(`failure: { actions: [addFlowMilestone: { name: Note }] }, timeout: { ${end} }`)}\n${use}`,
        id,
      ),
      finds: [message],
    },
    'a timeout that was forgotten': { in: workflow(`${ask(`failure: { ${end} }`)}\n${use}`, id), finds: [message] },
    'using it in the turn of a loop behind the one that has failed': {
      in: workflow(
        `- loop:
    name: Try
    loopCount: { lit: 3 }
    outputs:
      loop:
        actions:
          - decision: { name: Use, condition: { exp: Lower(Flow.id) == "a" } }
          - callData:
              name: Ask
              category: { C: { dataAction: { D: { successOutputs: { id: { var: Flow.id } } } } } }`,
        id,
      ),
      finds: ['flow / State / Try / Use: Flow.id is not set here when Ask has failed'],
    },
    'using it on the failure path': {
      in: workflow(ask(`failure: { actions: [${use.slice(2)}] }, timeout: { ${end} }, success: { ${end} }`), id),
      finds: ['flow / State / Ask / Use: Flow.id is not set here when Ask has failed'],
    },
  },
});

test('the place is the variable in the expression', () => {
  const project = { files: [readFile('flow.yaml', workflow(`${ask('')}\n${use}`, id))], definitions: [] };
  const [finding] = check(project, { rules: [outputAfterFailure] });
  expect(finding?.excerpt?.text.slice(finding.excerpt.column - 1).slice(0, finding.excerpt.length)).toBe('Flow.id');
});
