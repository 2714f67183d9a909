import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { ruleNamed, ruleTest } from '../private/rule-test';
import { wrapped } from '../private/wrapped';

const outcomes = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `- initializeFlowOutcome: { name: x, flowOutcome: { name: "Outcome ${i}" } }`,
  ).join('\n');

const milestones = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `- addFlowMilestone: { name: x, flowMilestone: { name: "Milestone ${i}" } }`,
  ).join('\n');

ruleTest(ruleNamed('outcomes-and-milestones'), {
  valid: {
    '100 milestones': milestones(100),
    '100 outcomes and 100 milestones': `${outcomes(100)}\n${milestones(100)}`,
    '100 outcomes': outcomes(100),
    'one, often': `${outcomes(1)}\n`.repeat(101),
  },
  invalid: {
    '101 outcomes': [outcomes(101), 'the flow has 101 flow outcomes'],
    '101 milestones': [milestones(101), 'the flow has 101 flow milestones'],
  },
});

test('each flow counts for itself', () => {
  const files = [
    outcomes(60),
    milestones(60),
    outcomes(60).replace(/"Outcome/g, '"Other'),
    milestones(60).replace(/"Milestone/g, '"Other'),
  ];
  const project = { files: files.map((actions, i) => readFile(`${i}.yaml`, wrapped(actions))), definitions: [] };
  expect(check(project, { rules: [ruleNamed('outcomes-and-milestones')] })).toEqual([]);
});
