import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// Who looks for the test of an action, a rule or a group of endpoints finds it in the file of its name.

const flowcdk = resolve(__dirname, '../..');

/** The names of the files in a folder of the sources whose text fits. */
const sourcesIn = (folder: string, fits: RegExp): readonly string[] =>
  readdirSync(join(flowcdk, 'src', folder))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .filter((name) => fits.test(readFileSync(join(flowcdk, 'src', folder, name), 'utf8')))
    .map((name) => name.replace(/\.ts$/, ''));

describe.each([
  ['actions of the runtime', 'emulator/runtime/actions', /: RunAction<'|\bfinds\b/, 60],
  ['rules', 'check/rules', /: Rule = /, 80],
  ['groups of endpoints', 'emulator/api', /\bRoutes\b[^;]*: readonly Route\[\] = |: readonly Route\[\] = /, 30],
  ['groups of endpoints of Flowcdk', 'emulator/api/flowcdk', /: readonly Route\[\] = /, 6],
])('%s', (_, folder, fits, least) => {
  const sources = sourcesIn(folder, fits);

  test('are many', () => {
    expect(sources.length).toBeGreaterThanOrEqual(least);
  });

  test.each(sources)('%s has a test in the file of its name', (name) => {
    expect(existsSync(join(flowcdk, 'test', folder, `${name}.test.ts`))).toBe(true);
  });
});
