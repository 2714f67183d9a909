import '../../src/testing/jest';
import { seconds } from '../../src/architect/types';
import { customer } from '../../../../src/story/customer-databases';
import { failsWith, hangs, KitProblem, localOrg, type LocalOrgOptions } from '../../src/testing';
import { FlowCoverage } from '../../src/testing/flow-coverage';
import { ADA, app, patientCall, shipped, supportNumber } from '../../../../test/private/calls';

/** What a matcher says when it fails. */
function messageOf(assertion: () => void): string {
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
    const message = messageOf(() => expect(call).toHaveHeard('Buenos días'));
    expect(message).toContain('they heard');
    expect(message).toContain('“Hello, and thank you for calling Northwind.');
    expect(message).toMatch(/ s +caller +participant data +workflow/);
  });

  test('of participant data', async () => {
    const org = await shipped();
    const call = await patientCall(org);
    await call.end();
    const message = messageOf(() => expect(call).toHaveParticipantData({ 'identification.status': 'SUCCESS' }));
    expect(message).toContain('"identification.status": "FAILED"');
  });

  test('of requests', async () => {
    const org = await shipped();
    const message = messageOf(() => expect(org.service('backOffice')).toHaveReceivedOnce({ direction: 'inbound' }));
    expect(message).toContain('once, not 0 times; it received\n\n  nothing');
  });

  test('a matcher for a call says so when it is given something else', () => {
    expect(messageOf(() => expect('a text').toHaveHeard('x'))).toContain('this matcher is for a call');
  });
});

test('an option that is undefined was left out', async () => {
  const org = await shipped(
    {},
    {
      consistency: undefined,
      seed: undefined,
      at: undefined,
      has: undefined,
      keepEvents: undefined,
      limits: { 'requests.volume.max': undefined },
      settings: { eventLatency: undefined, agents: undefined, keepEnded: undefined },
    },
  );
  const other = await shipped();

  expect(org.runtime.settings).toEqual(other.runtime.settings);
  expect(org.clock.now()).toBe(other.clock.now());
});

describe('what cannot be is refused with words', () => {
  test('a number nobody answers', async () => {
    const org = await shipped();
    expect(() => org.call({ from: ADA, to: '+33199009999' })).toThrow(
      /nobody answers \+33199009999: no call route has this number. Numbers of the org: \+442079460101, /,
    );
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
    await expect(org.launch('identify')).rejects.toThrow(/no flow 'identify'\. There are .*'identify-caller'/);
  });

  test('a service that is not among those of the test, which nobody could have asked', async () => {
    const org = await shipped();
    expect(() => org.service('backOfice')).toThrow(
      "the test has no service 'backOfice'. Did you mean 'backOffice'? There are 'alpha', 'beta', 'gamma', 'login.gamma', 'backOffice'",
    );
  });

  test.each<readonly [string, LocalOrgOptions, string]>([
    [
      'a fault of a data action that is not there',
      { faults: { 'Find customer in Btea': hangs() } },
      "faults: the org has no data action 'Find customer in Btea'. Did you mean 'Find customer in Beta'?",
    ],
    [
      'a variable that no stack has',
      { variables: { alpha_key: 'x' } },
      "variables: no stack has 'alpha_key'. Did you mean 'alpha_api_key'?",
    ],
    ['a moment that is none', { at: new Date('noon') }, 'at is no date'],
    ['a seed that is no number', { seed: NaN }, 'seed is NaN; expected a whole number'],
    [
      'a consistency mode that is none',
      { consistency: 'lazy' as 'strict' },
      "consistency is 'lazy'; there are 'strict', 'eventual', 'hostile'",
    ],
    [
      'a limit that is none',
      { limits: { 'requests.volume.most': 5 } as object },
      "limits: there is no limit 'requests.volume.most'. Did you mean requests.volume.max?",
    ],
    [
      'a limit that counts nothing',
      { limits: { 'requests.volume.max': -1 } },
      'limits: requests.volume.max is -1; expected a whole number from 1',
    ],
    ['people in the org who are no list', { has: 'users: 3' }, 'has: users must be a list'],
  ])('%s', async (_, options, message) => {
    await expect(localOrg(app, options)).rejects.toThrow(message);
    await expect(localOrg(app, options)).rejects.toThrow(KitProblem);
  });

  test('a wrap-up code the org does not have', async () => {
    const org = await shipped();
    const call = org.call({ from: ADA, to: supportNumber });
    await expect(call.end({ agentAnswersAfter: seconds(5), wrapUp: 'Order takn or changed' })).rejects.toThrow(
      "the org has no wrap-up code 'Order takn or changed'. Did you mean 'Order taken or changed'?",
    );
  });

  test.each([seconds(-1), seconds(NaN), seconds(Infinity)])('a time that cannot pass: %j', async (length) => {
    const org = await shipped();
    const call = org.call({ from: ADA, to: supportNumber });
    for (const work of [
      () => org.waits(length),
      () => call.waits(length),
      () => call.end({ agentAnswersAfter: length }),
      () => call.end({ agentAnswersAfter: seconds(1), talksFor: length }),
      () => call.end({ agentAnswersAfter: seconds(1), wrapsUpIn: length }),
    ]) {
      await expect(work()).rejects.toThrow(/is no length of time: it has to be 0 or more/);
    }
  });
});

test.each<[string, () => unknown, string]>([
  ['a probability above 1', () => hangs().sometimes(1.01, hangs()), 'a probability goes from 0 to 1; 1.01 does not'],
  ['a probability below 0', () => hangs().sometimes(-0.01, hangs()), 'a probability goes from 0 to 1; -0.01 does not'],
  ['a probability in percent', () => hangs().sometimes(10, hangs()), 'a probability goes from 0 to 1; 10 does not'],
  ['no probability', () => hangs().sometimes(NaN, hangs()), 'a probability goes from 0 to 1; NaN does not'],
  ['half a time', () => hangs().first(0.5, hangs()), 'how many times is a whole number from 0; 0.5 is none'],
  ['an answer before it is asked', () => hangs().after(seconds(-1)), 'a latency is 0 seconds or more; -1 is not'],
  ['no latency', () => hangs().after(seconds(NaN)), 'a latency is 0 seconds or more; NaN is not'],
])('a service is refused that has %s', (_, create, message) => {
  expect(create).toThrow(new RangeError(message));
});

test('a service is asked by its own name; requests that a fault answered by that of the data action', async () => {
  const org = await shipped({}, { faults: { 'Find customer in Beta': failsWith(500) } });
  const call = await patientCall(org);
  await call.end();
  expect(org.service('ALPHA').requests).toHaveLength(1);
  expect(org.service('beta').requests).toEqual([]);
  expect(org.service('Find customer in Beta').requests).toHaveLength(1);
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
  expect(execution).toMatchObject({ status: 'COMPLETED', completionReason: 'NO_NUMBER, NOT REPORTED' });
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
