import { ruleNamed, ruleTest } from '../private/rule-test';

const outcomes = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `- initializeFlowOutcome: { name: x, flowOutcome: { name: "Outcome ${i}" } }`,
  ).join('\n');

ruleTest(ruleNamed('outcomes-and-milestones'), {
  valid: { '100 outcomes': outcomes(100), 'one, often': `${outcomes(1)}\n`.repeat(101) },
  invalid: { '101 outcomes': [outcomes(101), 'the flow has 101 flow outcomes'] },
});
