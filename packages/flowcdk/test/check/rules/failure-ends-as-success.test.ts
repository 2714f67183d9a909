import { failureEndsAsSuccess } from '../../../src/check/rules/failure-ends-as-success';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const end = (reason: string): string => `endWorkflow: { name: ${reason}, exitReason: { lit: ${reason} } }`;
const ask = (outputs: Readonly<Record<string, string>>): string =>
  `- callData: { name: Ask, category: { C: { dataAction: { Find: {} } } }, outputs: { ${Object.entries(outputs)
    .map(([way, actions]) => `${way}: { actions: [${actions}] }`)
    .join(', ')} } }`;

ruleTest(failureEndsAsSuccess, {
  valid: {
    'a reason of its own': workflow(ask({ success: end('Done'), failure: end('Broken'), timeout: end('Late') })),
    'ends without a reason': workflow(
      ask({ success: 'endWorkflow: { name: A }', failure: 'endWorkflow: { name: B }' }),
    ),
    'a workflow whose only end has a reason': workflow(`${ask({})}\n- ${end('Over')}`),
    'a second try that succeeds': workflow(
      `${ask({
        success: end('Done'),
        failure: `callData: { name: Again, category: { C: { dataAction: { Find: {} } } }, outputs: { success: { actions: [${end('Done')}] } } }`,
      })}\n- ${end('Broken')}`,
    ),
    'a failure that shares the only end of a workflow': workflow(`${ask({})}\n- ${end('Done')}`),
    'an end whose reason is computed': workflow(
      ask({
        success: 'endWorkflow: { name: A, exitReason: { exp: Flow.reason } }',
        failure: 'endWorkflow: { name: B, exitReason: { exp: Flow.reason } }',
        timeout: end('Late'),
      }),
    ),
    'an end whose reason is empty': workflow(
      ask({
        success: 'endWorkflow: { name: A, exitReason: { lit: "" } }',
        failure: 'endWorkflow: { name: B, exitReason: { lit: "" } }',
        timeout: end('Late'),
      }),
    ),
    'what no way leads to': workflow(
      `- ${end('Over')}\n${ask({ success: end('Done'), failure: end('Done'), timeout: end('Late') })}`,
    ),
    'a call flow, which has no reasons': call(ask({ failure: 'disconnect: { name: Bye }' })),
  },
  invalid: {
    'a failure with the reason of success': {
      in: workflow(ask({ success: end('Done'), failure: end('Done'), timeout: end('Late') })),
      finds: [
        'flow / State / Ask / Done: the failure of "Ask" ends the workflow as its success does, with the reason "Done"',
      ],
    },
    'a failure that leads there by way of a decision, once': {
      in: workflow(
        ask({
          success: end('Done'),
          failure: `decision: { name: So?, outputs: { "yes": { actions: [${end('Done')}] }, "no": { actions: [${end('Done')}] } } }`,
          timeout: end('Late'),
        }),
      ),
      finds: [
        'flow / State / Ask / So? / Done: the failure of "Ask" ends the workflow as its success does, with the reason "Done"',
      ],
    },
    'the only reason of a workflow, given twice': {
      in: workflow(ask({ success: end('Done'), failure: end('Done'), timeout: 'endWorkflow: { name: Late }' })),
      finds: [
        'flow / State / Ask / Done: the failure of "Ask" ends the workflow as its success does, with the reason "Done"',
      ],
    },
    'a time-out with the reason of success': {
      in: workflow(`${ask({ timeout: end('Done'), failure: end('Broken') })}\n- ${end('Done')}`),
      finds: [
        'flow / State / Ask / Done: the timeout of "Ask" ends the workflow as its success does, with the reason "Done"',
      ],
    },
    'a failure that goes on to the end of success, in a workflow that tells reasons apart': {
      in: workflow(`${ask({ timeout: end('Late') })}\n- ${end('Done')}`),
      finds: ['flow / State / Ask: the failure of "Ask" ends the workflow as its success does, with the reason "Done"'],
    },
  },
});
