import { dataAction, integer, optional, string, webServices } from '../../../src';
import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { outputMayMiss } from '../../../src/check/rules/output-may-miss';
import { workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const score = (more = ''): string => `- integerVariable: { name: Flow.score${more} }`;

const asks = (condition: string, before = '', variables = score()): string =>
  workflow(
    `${before}- callData:
    name: Ask
    category: { Survey: { dataAction: { Score: { successOutputs: { score: { var: Flow.score } } } } } }
- decision: { name: Low, condition: { exp: ${condition} } }`,
    { variables },
  );

/** The data action of the flow, with a score that the answer must have, or may have. */
const scoreAction = (isOptional: boolean) =>
  dataAction({
    name: 'Score',
    integration: webServices({ name: 'Survey' }),
    input: { id: string() },
    output: { score: isOptional ? optional(integer()) : integer() },
    request: () => ({ method: 'GET', url: 'https://survey.example/score' }),
  });

const finds = ['flow / State / Low: Flow.score is NOT_SET here where the answer of the data action has no such value'];

ruleTest(outputMayMiss, {
  valid: {
    'a flow that looks first': asks('IsSet(Flow.score) and Flow.score < 1'),
    'a flow that looks in another action': `${asks('Flow.score < 1')}          - decision: { name: Known, condition: { exp: IsSet(Flow.score) } }\n`,
    'a number with an initial value': asks('Flow.score < 1', '', score(', initialValue: { lit: 0 }')),
    'a number that the flow sets, too': asks(
      'Flow.score < 1',
      '- updateData: { name: Zero, statements: [integer: { variable: Flow.score, value: { lit: 0 } }] }\n',
    ),
    'a value that is read elsewhere than in a decision': `${asks('Flow.IsTest')}          - endWorkflow: { name: Done, exitReason: { exp: ToString(Flow.score + 1) } }\n`,
    'a comparison that takes NOT_SET': asks('Flow.score == 1'),
    'an output that the contract requires': { flows: [asks('Flow.score < 1')], definitions: [scoreAction(false)] },
  },
  invalid: {
    'a number of an answer, compared at once': { in: asks('Flow.score < 1'), finds },
    'the other way round, among other things': { in: asks('3 < 4 and 1 >= Flow.score'), finds },
    'it once, however often it is compared': {
      in: `${asks('Flow.score < 1')}          - decision: { name: High, condition: { exp: Flow.score > 9 } }\n`,
      finds,
    },
    'an output that the contract does not require': {
      in: { flows: [asks('Flow.score < 1')], definitions: [scoreAction(true)] },
      finds,
    },
  },
});

test('the place is the variable in the expression', () => {
  const project = { files: [readFile('flow.yaml', asks('Flow.score < 1'))], definitions: [] };
  const [finding] = check(project, { rules: [outputMayMiss] });
  expect(finding?.excerpt?.text.slice(finding.excerpt.column - 1).slice(0, finding.excerpt.length)).toBe('Flow.score');
});
