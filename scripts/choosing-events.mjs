// Measures a day of calls on each way and writes docs/choosing-events.json and .md: `npm run choosing-events`. It takes a
// minute.
//
//   --page    only writes the page anew, from the figures that are there
//   --check   writes nothing; ends with 1 where the figures are not those of today
//
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { format, resolveConfig } from 'prettier';

const require = createRequire(import.meta.url);
require('flowcdk/register');
const { DAY, FIGURES, PAGE, pageWith } = require('./choosing-events/page.ts');
const [option] = process.argv.slice(2);

const figures = () => JSON.parse(readFileSync(FIGURES, 'utf8'));
const laidOut = async (json) => format(json, { ...(await resolveConfig(FIGURES)), filepath: FIGURES });
const measured = async () => {
  const { compareWays } = require('../packages/flowcdk/src/event-ways/compare-ways.ts');
  return JSON.parse(JSON.stringify(await compareWays(DAY)));
};

if (option === '--check') {
  if (!isDeepStrictEqual(await measured(), figures())) {
    console.error('docs/choosing-events.json has figures of another day: npm run choosing-events');
    process.exitCode = 1;
  }
} else if (option === undefined || option === '--page') {
  if (option === undefined) writeFileSync(FIGURES, await laidOut(JSON.stringify(await measured())));
  writeFileSync(PAGE, pageWith(readFileSync(PAGE, 'utf8'), figures()));
} else {
  console.error('npm run choosing-events [-- --page | --check]');
  process.exitCode = 2;
}
