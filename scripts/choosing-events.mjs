// Measures a day of calls on each way and writes docs/choosing-events.json and .md: `npm run choosing-events`. It takes a
// minute. With --page it only writes the page anew, from the figures that are there.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('flowcdk/register');
const { DAY, FIGURES, PAGE, pageWith } = require('./choosing-events/page.ts');

if (!process.argv.includes('--page')) {
  const { compareWays } = require('../packages/flowcdk/src/event-ways/compare-ways.ts');
  writeFileSync(FIGURES, `${JSON.stringify(await compareWays(DAY), null, 2)}\n`);
}
writeFileSync(PAGE, pageWith(readFileSync(PAGE, 'utf8'), JSON.parse(readFileSync(FIGURES, 'utf8'))));
