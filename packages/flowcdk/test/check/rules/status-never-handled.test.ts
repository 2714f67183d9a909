import { oneOf, participantData } from '../../../src';
import { statusNeverHandled } from '../../../src/check/rules/status-never-handled';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const write = (value: string): string =>
  `- setConversationData: { attributes: [attribute: { name: { lit: status }, value: { ${value} } }] }`;
const writes = workflow(
  [write('lit: ONGOING'), write('lit: SUCCESS'), write(`exp: '"FAILED"'`), write('exp: Flow.other')].join('\n'),
);
const bye = 'actions: [disconnect: { name: Bye }]';

const switchOver = (values: readonly string[], more = ''): string =>
  call(`
- getParticipantData: { attributes: [attribute: { name: { lit: status }, variable: Flow.status }] }
- switch:
    name: Which?
    evaluate:
      firstMatch:
        string:
          value: { exp: flow.status }
          cases: [${values.map((value) => `case: { value: { lit: ${value} }, ${bye} }`).join(', ')}]
${more === '' ? '' : `          ${more}\n`}- disconnect: { name: Bye }`);

const switchTrue = (conditions: readonly string[]): string =>
  call(`
- getParticipantData: { attributes: [attribute: { name: { lit: status }, variable: Flow.status }] }
- switch:
    name: Which?
    evaluate: { firstTrue: { cases: [${conditions.map((exp) => `case: { value: { exp: '${exp}' }, ${bye} }`).join(', ')}] } }
- disconnect: { name: Bye }`);

const contract = participantData({ name: 'line', owner: 'flow', attributes: { status: oneOf(['OPEN', 'CLOSED']) } });

ruleTest(statusNeverHandled, {
  valid: {
    'a case for every value': [switchOver(['ONGOING', 'SUCCESS', 'FAILED']), writes],
    'a default': [switchOver(['SUCCESS'], `default: { ${bye} }`), writes],
    'a switch over something else': [switchOver(['1', '2', '3']), writes],
    'conditions about more than the status': [switchTrue(['Flow.status == "SUCCESS"', 'Flow.turn > 3']), writes],
    'conditions of which one is none of equality': [
      switchTrue(['Flow.status == "SUCCESS"', 'Flow.status != "FAILED"']),
      writes,
    ],
    'conditions that join several': [switchTrue(['Flow.status == "SUCCESS" and Flow.turn == "FAILED"']), writes],
    'conditions about two variables': [switchTrue(['Flow.status == "SUCCESS"', 'Flow.other == "FAILED"']), writes],
    'conditions that compare variables': [
      switchTrue(['Flow.status == "SUCCESS"', 'Flow.status == Flow.other']),
      writes,
    ],
    'conditions that are true or false anyway': [switchTrue(['Flow.known']), writes],
    'a switch without cases': [switchTrue([]), writes],
    'a switch over a value that is worked out': [
      switchOver(['SUCCESS']).replace('exp: flow.status', 'exp: Lower(flow.status)'),
      writes,
    ],
    'a case that is worked out': [switchOver(['SUCCESS']).replace('lit: SUCCESS', 'exp: Flow.other'), writes],
    'a flow of which nobody writes the status': switchOver(['SUCCESS']),
  },
  invalid: {
    'a value that was forgotten': {
      in: [switchOver(['ONGOING', 'SUCCESS']), writes],
      finds: ['flow / Task / Which?: status can be FAILED, which this switch does not handle'],
    },
    'a default without actions': {
      in: [switchOver(['SUCCESS'], 'default: { actions: [] }'), writes],
      finds: ['flow / Task / Which?: status can be ONGOING, FAILED, which this switch does not handle'],
    },
    'a value that the contract allows, though nobody writes it': {
      in: { flows: [switchOver(['OPEN']).replace('lit: status', 'lit: line.status')], definitions: [contract] },
      finds: ['flow / Task / Which?: line.status can be CLOSED, which this switch does not handle'],
    },
    'values that the only condition is not about': {
      in: [switchTrue(['Flow.status == "SUCCESS"']), writes],
      finds: ['flow / Task / Which?: status can be ONGOING, FAILED, which this switch does not handle'],
    },
    'a value no condition is about': {
      in: [switchTrue(['Flow.status == "SUCCESS"', '"FAILED" == Flow.status']), writes],
      finds: ['flow / Task / Which?: status can be ONGOING, which this switch does not handle'],
    },
  },
});
