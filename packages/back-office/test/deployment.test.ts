import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/main';

// What the page for administrators gives them: units of systemd and a container file.

const docs = join(__dirname, '../../../docs/back-office');
const units = [
  'flowcdk-back-office.service',
  'flowcdk-back-office-reconcile.service',
  'flowcdk-back-office-reconcile.timer',
];
const folder = mkdtempSync(join(tmpdir(), 'back-office-units-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(join(docs, file), 'utf8');

/** What `systemd-analyze verify` has to say of units whose program exists here. It warns without an exit code. */
function verified(files: readonly string[], change = (text: string): string => text): string {
  const paths = files.map((file) => join(folder, file));
  for (const [at, path] of paths.entries())
    writeFileSync(path, change(read(files[at] ?? '')).replaceAll('/usr/local/bin/flowcdk-back-office', '/bin/true'));
  const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

// Only systemd can judge its units. Where it is missing, as on macOS, the two tests are listed as skipped.
const withSystemd = existsSync('/usr/bin/systemd-analyze') ? test : test.skip;

withSystemd('systemd has nothing to say against the units', () => {
  expect(verified(units)).toBe('');
});

withSystemd('it would say so', () => {
  const wrong = verified(units.slice(0, 1), (text) => text.replace('ProtectSystem=strict', 'ProtectSystem=stict'));

  expect(wrong).toContain('stict');
});

test.each<[string, string, RegExp]>([
  ['the service', 'flowcdk-back-office.service', /flowcdk-back-office (serve) (.*)/],
  ['the reconciliation', 'flowcdk-back-office-reconcile.service', /flowcdk-back-office (reconcile) (.*)/],
  ['the container', 'Containerfile', /CMD \["(serve)", (.*)\]/],
])('%s has a command and options that there are', async (_, file, pattern) => {
  const [, command = '', options = ''] = pattern.exec(read(file)) ?? [];
  let help = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((help += String(text)), true));
  await run([command, '--help']);
  jest.restoreAllMocks();
  const names = options.match(/--[a-z-]+/g) ?? [];

  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(help).toContain(`${name} `);
});

test('the container starts the program of the package', () => {
  const { bin } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>;
  };

  expect(read('Containerfile')).toContain(`node_modules/@flowcdk/back-office/${bin['flowcdk-back-office']}`);
});
