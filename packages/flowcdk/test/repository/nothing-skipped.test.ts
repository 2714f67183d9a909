import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

const testsIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}/test`);

const testFiles = ['test', ...testsIn('packages'), ...testsIn('applications')].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

const filesWith = (pattern: RegExp): readonly string[] =>
  testFiles
    .filter((file) => file !== relative(root, __filename) && pattern.test(readFileSync(join(root, file), 'utf8')))
    .sort();

// What others published is not ours to ship. Everything else that a test needs is in the repository.
test('only the corpus of public flows and the worked examples of the vendor lie outside of the repository', () => {
  expect(filesWith(/\.\.\/shared\/(?:reference|corpus|trials)/)).toEqual([
    'packages/flowcdk/test/architect/expressions/examples.test.ts',
    'packages/flowcdk/test/private/corpus.ts',
  ]);
});

test('no other test is skipped or chosen, but those that a script of their own runs', () => {
  expect(filesWith(/\b(?:test|it|describe)\.(?:skip|only|todo)\b/)).toEqual([
    // systemd is not on every machine
    'packages/back-office/test/deployment.test.ts',
    // npm run test:sdk
    'packages/flowcdk/test/emulator/sdk/sdk.test.ts',
    // npm run test:soak
    'packages/flowcdk/test/emulator/soak.test.ts',
    // npm run test:installed
    'packages/flowcdk/test/installed/private/installed.ts',
    'packages/flowcdk/test/private/corpus.ts',
  ]);
});
