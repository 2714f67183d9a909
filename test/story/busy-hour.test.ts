import { type DurationLiteral, minutes, seconds } from 'flowcdk';
import { defaultLimits } from 'flowcdk/testing';
import { outcomes } from '../../src/story/callers';
import { shippedApplication } from '../private/shipped';
import { busyHour } from 'flowcdk/testing/traffic';
import type { ServicesDescription } from 'flowcdk/testing/services';

const application = shippedApplication();

const services: ServicesDescription = {
  services: {
    alpha: { kind: 'database', knows: 1, latency: 4 },
    backOffice: { kind: 'answer' },
  },
};
const simulated = (
  calls: number,
  per: DurationLiteral,
  limits: Parameters<typeof busyHour>[1]['limits'] = 'real',
  seed = 1,
) => busyHour(application, { calls, per, services, limits, seed });

jest.setTimeout(30_000);

test('in a quiet time everybody is answered, known, and greeted by name', async () => {
  const { slots, ...hour } = await simulated(20, minutes(10));

  expect(hour).toMatchObject({
    calls: 20,
    refused: 0,
    answeredByAgents: 20,
    outcomes: { [outcomes.known]: 1, [outcomes.greeted]: 1 },
    // Launch, Alpha, report.
    dataActions: 60,
    apiCalls: 20,
    limits: [],
  });
  expect(Math.max(...slots)).toBe(hour.peakSlots);
});

test('a limit that is reached is told: which, when, how often, at how many calls a minute', async () => {
  const { limits, peakSlots, slots } = await simulated(20, minutes(1), {
    ...defaultLimits,
    'actions.concurrent.executions.max': 2,
  });

  expect(limits).toEqual([
    {
      limit: 'actions.concurrent.executions.max',
      value: 2,
      firstAt: expect.any(Number),
      callsPerMinute: expect.any(Number),
      times: expect.any(Number),
    },
  ]);
  expect(limits[0]?.firstAt).toBeLessThan(60_000);
  expect([peakSlots, Math.max(...slots)]).toEqual([2, 2]);
});

test('a client that asks the API of the platform too often is refused: those calls go on without a name', async () => {
  const {
    limits,
    outcomes: shares,
    answeredByAgents,
  } = await simulated(20, minutes(1), {
    ...defaultLimits,
    'client.credentials.token.rate.per.minute': 5,
  });

  expect(limits).toMatchObject([{ limit: 'client.credentials.token.rate.per.minute', value: 5 }]);
  expect([answeredByAgents, (shares[outcomes.known] ?? 1) < 1]).toEqual([20, true]);
});

test('without limits there are none to reach', async () => {
  expect((await simulated(60, seconds(30), 'off')).limits).toEqual([]);
});

test('the same seed gives the same hour, another one another', async () => {
  const [first, second, other] = [
    await simulated(10, minutes(1)),
    await simulated(10, minutes(1)),
    await simulated(10, minutes(1), 'real', 2),
  ];

  expect(second).toEqual(first);
  expect(other.silence.p50 === first.silence.p50 && other.slots.join() === first.slots.join()).toBe(false);
});

test('it tells how far it is', async () => {
  const shares: number[] = [];
  await busyHour(application, {
    calls: 120,
    per: minutes(1),
    services,
    limits: 'off',
    seed: 1,
    onProgress: (n) => shares.push(n),
  });

  expect(shares).toEqual([50, 100]);
});
