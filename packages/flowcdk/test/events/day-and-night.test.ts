import { livesThrough } from './private/day-and-night';

test('in 25 hours with a renewal and troubles nothing that can be refilled is lost or doubled', () =>
  livesThrough({ seed: 1, callEvery: 50, troubles: 30 }));
