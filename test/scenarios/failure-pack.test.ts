import 'flowcdk/testing/jest';
import { seconds } from 'flowcdk';
import { customer } from '../../src/story/customer-databases';
import { failurePack } from 'flowcdk/testing';
import { app, patientCall, shipped } from '../private/calls';

// The pack is made from the application: a data action more is tested without a line more.

test.each(failurePack(app))('$title: the caller reaches an agent', async ({ faults }) => {
  const org = await shipped({ gamma: customer('Ada Lambert') }, { faults });
  const call = await patientCall(org);
  await call.end({ agentAnswersAfter: seconds(5), wrapUp: 'Wrong number' });

  expect(call.eventsOf('agent.answered')).toHaveLength(1);
  expect(call.eventsOf('flow.failed')).toEqual([]);
  expect(call.silences.filter(({ from, to }) => to - from > 6_000)).toEqual([]);
});
