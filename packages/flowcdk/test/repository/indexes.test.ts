import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// An index lists what the files of its folder hold. What a file holds and no index lists would never run, and nothing
// would say so: unused exports of an action or a rule look like any other.

const sources = resolve(__dirname, '../../src');

describe.each([
  ['the forms of actions', 'architect/actions', 'architect/actions', /\b\w+Forms? = /, 60],
  ['the actions of the runtime', 'emulator/runtime/actions', 'emulator/runtime/actions', /: RunAction<'|\bfinds\b/, 60],
  ['the rules', 'check/rules', 'check/rules', /: Rule = /, 80],
  ['the endpoints', 'emulator/api', 'emulator/api', /: readonly Route\[\] = /, 30],
  ['the endpoints of Flowcdk', 'emulator/api/flowcdk', 'emulator/api', /: readonly Route\[\] = /, 6],
])('%s', (_, folder, indexFolder, fits, least) => {
  const index = readFileSync(join(sources, indexFolder, 'index.ts'), 'utf8');
  const within = folder.slice(indexFolder.length);
  const files = readdirSync(join(sources, folder)).filter(
    (name) =>
      name.endsWith('.ts') && name !== 'index.ts' && fits.test(readFileSync(join(sources, folder, name), 'utf8')),
  );

  test('are all in their index', () => {
    const missing = files.filter((name) => !index.includes(`from '.${within}/${name.replace(/\.ts$/, '')}'`));

    expect(missing).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(least);
  });
});
