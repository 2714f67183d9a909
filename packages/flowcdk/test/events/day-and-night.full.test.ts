import { livesThrough } from './private/day-and-night';

jest.setTimeout(120_000);

test.each([1, 2])(
  'in 25 hours with 150 calls and 60 troubles nothing that can be refilled is lost or doubled (seed %i)',
  (seed) => livesThrough({ seed, callEvery: 10, troubles: 60 }),
);
