import '../../src/testing/jest';
import { seconds } from '../../src/architect/types';
import { customer } from '../../src/story/customer-databases';
import { KitProblem, localOrg } from '../../src/testing';
import { FlowCoverage } from '../../src/testing/flow-coverage';
import { ADA, app, patientCall, shipped, supportNumber } from '../scenarios/private/shipped';

/** What a matcher says when it fails. */
function told(assertion: () => void): string {
  try {
    assertion();
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
  throw new Error('the assertion should have failed');
}

describe('a matcher that fails says what was there instead, and prints the timeline', () => {
  test('of what was heard', async () => {
    const org = await shipped();
    const call = await patientCall(org);
    await call.end();
    const message = told(() => expect(call).toHaveHeard('Buenos días'));
    expect(message).toContain('they heard');
    expect(message).toContain('“Hello, and thank you for calling Northwind.');
    expect(message).toMatch(/ s +caller +participant data +workflow/);
  });

  test('of participant data', async () => {
    const org = await shipped();
    const call = await patientCall(org);
    await call.end();
    const message = told(() => expect(call).toHaveParticipantData({ 'identification.status': 'SUCCESS' }));
    expect(message).toContain('"identification.status": "FAILED"');
  });

  test('of requests', async () => {
    const org = await shipped();
    const message = told(() => expect(org.service('backOffice')).toHaveReceivedOnce({ direction: 'inbound' }));
    expect(message).toContain('once, not 0 times; it received\n\n  nothing');
  });

  test('a matcher for a call says so when it is given something else', () => {
    expect(told(() => expect('a text').toHaveHeard('x'))).toContain('this matcher is for a call');
  });
});

describe('what cannot be is refused with words', () => {
  test('a number nobody answers', async () => {
    const org = await shipped();
    expect(() => org.call({ from: ADA, to: '+33199009999' })).toThrow(/nobody answers \+33199009999/);
  });

  test('keys that are none', async () => {
    const org = await shipped();
    const call = org.call({ from: ADA, to: supportNumber });
    expect(() => call.presses('one')).toThrow("'one' are no keys of a telephone");
  });

  test('waiting for what never comes', async () => {
    const org = await shipped();
    const call = org.call({ from: ADA, to: supportNumber });
    call.hangsUp();
    await expect(call.untilHears('anything')).rejects.toThrow(KitProblem);
    await expect(call.untilHears('anything')).rejects.toThrow('the call ended before');
  });

  test('a workflow the org does not have', async () => {
    const org = await shipped();
    await expect(org.launch('identify')).rejects.toThrow(/no flow 'identify'; it has .*'identify-caller'/);
  });
});

test('the same seed gives the same log, byte for byte; another one another', async () => {
  const run = async (seed: number): Promise<string> => {
    const org = await shipped({ alpha: customer('Ada Lambert').after(seconds(1)) }, { seed, consistency: 'eventual' });
    const call = await patientCall(org);
    await call.end({ agentAnswersAfter: seconds(5) });
    return JSON.stringify(org.events);
  };
  expect(await run(7)).toBe(await run(7));
  expect(await run(7)).not.toBe(await run(8));
});

test('a workflow can be launched by itself', async () => {
  const org = await localOrg(app);
  const execution = await org.launch('identify-caller', { conversationId: 'none', callerNumber: 'anonymous' });
  expect(execution).toMatchObject({ status: 'COMPLETED', completionReason: 'NO_NUMBER' });
});

test('coverage counts the ways of flows that were taken, and names the others', async () => {
  const org = await shipped({ alpha: customer('Ada Lambert') });
  const coverage = new FlowCoverage();
  coverage.watch(org.runtime.org, org.runtime.log);
  const call = await patientCall(org);
  await call.end({ agentAnswersAfter: seconds(5) });
  const identify = coverage.flows.find(({ flow }) => flow === 'identify-caller');
  expect(identify?.taken).toBeGreaterThan(3);
  expect(identify?.missed).toContainEqual(expect.stringMatching(/^#\d+ Ask Beta: timeout$/));
  expect(identify?.missed).not.toContainEqual(expect.stringMatching(/Known in Alpha\?: yes/));
});
