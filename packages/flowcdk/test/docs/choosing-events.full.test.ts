import { readFileSync } from 'node:fs';
import { DAY, FIGURES } from '../../../../scripts/choosing-events/page';
import { compareWays } from '../../src/event-ways/compare-ways';

// Ten thousand calls.
jest.setTimeout(600_000);

test('the figures of docs/choosing-events.md are those of today (npm run choosing-events writes them)', async () => {
  expect(JSON.parse(JSON.stringify(await compareWays(DAY)))).toEqual(JSON.parse(readFileSync(FIGURES, 'utf8')));
});
