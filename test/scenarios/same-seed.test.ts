import { milliseconds, seconds } from 'flowcdk';
import { latencies } from 'flowcdk/testing';
import { customer, notFound } from '../../src/story/customer-databases';
import { cutsConnection, failsWith, malformed } from 'flowcdk/testing';
import { ADA, patientCall, shipped } from '../private/calls';

/** Databases that are slow and broken by chance, events that come late or twice, and calls one after another. */
async function story(seed: number): Promise<string> {
  const slowly = latencies(milliseconds(900), seconds(3));
  const org = await shipped(
    {
      alpha: notFound().after(slowly).sometimes(0.3, failsWith(503)).sometimes(0.2, cutsConnection()),
      beta: notFound().after(slowly).sometimes(0.3, malformed()),
      gamma: customer('Ada Lambert').after(slowly).sometimes(0.2, failsWith(429)),
      backOffice: failsWith(503).sometimes(0.6, customer('unused')),
    },
    {
      seed,
      consistency: 'hostile',
      settings: { deliveryFaults: { duplicated: 0.4, delayed: 0.4, reordered: 0.2, dropped: 0.1 } },
    },
  );
  for (let i = 0; i < 6; i += 1) {
    const call = await patientCall(org, { from: i % 2 === 0 ? ADA : `+3314268530${i}` });
    await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Delivery traced' });
  }
  await org.clock.run();
  return org.events.map((event) => JSON.stringify(event)).join('\n');
}

test('the same seed gives the same events, byte for byte, whatever goes wrong by chance', async () => {
  const first = await story(3);

  expect(first).toContain('"type":"fault.applied"');
  expect(first).toContain('"outcome":"failure"');
  expect(await story(3)).toBe(first);
});

test('another seed gives another run', async () => {
  expect(await story(4)).not.toBe(await story(3));
});
