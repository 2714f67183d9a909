import {
  addFlowMilestone,
  endWorkflow,
  flowMilestone,
  flowOutcome,
  initializeFlowOutcome,
  queue,
  setFlowOutcome,
  workflow,
} from '../../src';
import { stackOf } from '../constructs/private/stack';
import { orgWith } from './private/org-with';
import { wrong } from './private/wrong';

const identified = flowOutcome({ name: 'Caller identified', description: 'We know who calls' });
const databases = flowMilestone({ name: 'Databases asked', description: 'Each has answered or failed' });

const identify = workflow({
  name: 'identify',
  actions: () => [
    initializeFlowOutcome('It begins', identified),
    addFlowMilestone('All asked', databases, { flowOutcome: identified }),
    setFlowOutcome('Found', identified, { value: 'SUCCESS' }),
    endWorkflow(),
  ],
});

test('a flow uses the outcomes and milestones it names', () => {
  expect(identify.uses).toEqual([identified, databases]);
});

test('they are deployed before the flow that names them', () => {
  expect(stackOf([identify, databases, identified]).resource).toMatchObject({
    genesyscloud_flow_outcome: {
      'caller-identified': { name: 'Caller identified', description: 'We know who calls' },
    },
    genesyscloud_flow_milestone: {
      'databases-asked': { name: 'Databases asked', description: 'Each has answered or failed' },
    },
    genesyscloud_flow: {
      identify: {
        depends_on: ['genesyscloud_flow_milestone.databases-asked', 'genesyscloud_flow_outcome.caller-identified'],
      },
    },
  });
});

test('a description may be left out, and may be undefined', () => {
  const definitions = [flowOutcome({ name: 'One' }), flowMilestone({ name: 'Two', description: undefined })];

  expect(stackOf(definitions).resource).toEqual({
    genesyscloud_flow_outcome: { one: { name: 'One' } },
    genesyscloud_flow_milestone: { two: { name: 'Two' } },
  });
});

test('they lie in the division of the stack', () => {
  const { resource } = stackOf([identified, databases], { division: 'Care' });

  expect(resource).toMatchObject({
    genesyscloud_flow_outcome: {
      'caller-identified': { division_id: '${data.genesyscloud_auth_division.division.id}' },
    },
    genesyscloud_flow_milestone: {
      'databases-asked': { division_id: '${data.genesyscloud_auth_division.division.id}' },
    },
  });
});

test.each([
  ['flow outcome', flowOutcome({ name: ' ' })],
  ['flow milestone', flowMilestone({ name: '' })],
])('a %s needs a name', (kind, definition) => {
  expect(wrong(definition)).toEqual([`a ${kind} has no name\n    Give it the name the organisation should show.`]);
});

test('in the local org a flow reaches the milestone and sets the outcome', async () => {
  const org = await orgWith([identify, databases, identified]);
  await org.launch('identify');

  expect(org.events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'milestone.reached', milestone: 'Databases asked' }),
      expect.objectContaining({ type: 'outcome.set', outcome: 'Caller identified', value: 'SUCCESS' }),
    ]),
  );
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  // @ts-expect-error a milestone is no outcome
  initializeFlowOutcome('It begins', databases);
  // @ts-expect-error an outcome is no milestone
  addFlowMilestone('All asked', identified);
  // @ts-expect-error an outcome succeeds or fails
  setFlowOutcome('Found', identified, 'MAYBE');
  // @ts-expect-error a queue is no outcome
  setFlowOutcome('Found', queue({ name: 'Orders' }), 'SUCCESS');
  // @ts-expect-error it needs a name
  expect(() => flowOutcome({ description: 'Nobody knows which' })).toThrow();
});
