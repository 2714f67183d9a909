import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leavingOut } from '../../src/i3/left-out';
import { MAX_BYTES, MAX_DEPTH } from '../../src/i3/limits';

const page = readFileSync(join(__dirname, '../../../../docs/i3-exports.md'), 'utf8');

test('the page of i3 exports names every rule of leaving out with its reason, and no other', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, rule, why]) => [rule, why]);

  expect(rows).toEqual(Object.entries(leavingOut));
});

test('the page of i3 exports names the limits', () => {
  expect(page).toContain(`More than ${MAX_BYTES / 1024 / 1024} MiB, more than ${MAX_DEPTH} levels of JSON`);
});
