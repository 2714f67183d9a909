import { milliseconds, minutes, seconds } from '../../src';
import { KitProblem } from '../../src/testing';
import { inOrg } from '../../src/testing/org-settings';

test('lengths of time become milliseconds, however deep they stand', () => {
  const queueId = 'billing';
  const settings = inOrg({
    logVariables: false,
    eventLatency: seconds(2),
    analyticsDelay: minutes(15),
    agents: {
      answersAfter: seconds(20),
      rings: milliseconds(500),
      talksFor: minutes(1),
      wrapsUpIn: seconds(5),
      wrapUp: 'Resolved',
      transfer: {
        to: { queueId },
        then: { answersAfter: seconds(1), talksFor: seconds(2), wrapsUpIn: seconds(3) },
      },
    },
    callees: { 'Night desk': { answersAfter: seconds(4) }, Ada: { busy: true } },
    deliveryFaults: { delayed: 0.5, delay: minutes(2) },
  });

  expect(settings).toEqual({
    logVariables: false,
    eventLatency: 2_000,
    analyticsDelay: 900_000,
    agents: {
      answersAfter: 20_000,
      rings: 500,
      talksFor: 60_000,
      wrapsUpIn: 5_000,
      wrapUp: 'Resolved',
      transfer: { to: { queueId }, then: { answersAfter: 1_000, talksFor: 2_000, wrapsUpIn: 3_000 } },
    },
    callees: { 'Night desk': { answersAfter: 4_000 }, Ada: { busy: true } },
    deliveryFaults: { delayed: 0.5, delay: 120_000 },
  });
});

test('what is left out keeps what the org does by itself', () => {
  expect(inOrg({})).toEqual({});
});

test('time that cannot pass is refused', () => {
  expect(() => inOrg({ eventLatency: seconds(-1) })).toThrow(KitProblem);
});
