import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/main';
import { wrapped } from './private/wrapped';

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-check-'));
const inFolder = (name: string): string => join(folder, name);
const before = process.cwd();

beforeAll(() => {
  process.chdir(folder);
  writeFileSync(inFolder('fine.yaml'), wrapped('- endWorkflow: { name: End }'));
  writeFileSync(
    inFolder('warning.yaml'),
    wrapped('- decision: { name: x, condition: { lit: true } }\n- endWorkflow: {}'),
  );
  writeFileSync(inFolder('error.yaml'), wrapped('- endWorkflow: { name: End, foo: 1 }'));
  writeFileSync(inFolder('no-yaml.yaml'), 'a: [');
  writeFileSync(inFolder('binary.yaml'), Buffer.from([0, 255, 254, 1, 2, 3]));
  writeFileSync(inFolder('list.yaml'), '- a\n- b');
  mkdirSync(inFolder('folder.yaml'));
});

afterAll(() => {
  process.chdir(before);
  process.exitCode = 0;
  rmSync(folder, { recursive: true });
});

/** One run of the command: its exit code and what it wrote. */
async function checked(
  ...args: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  try {
    // What other rules say of these small flows does not matter here.
    const quiet = ['unused-variable', 'unused-input', 'undeclared-variable'].flatMap((rule) => [
      '--rule',
      `${rule}=off`,
    ]);
    return { code: await run(['check', ...quiet, ...args]), out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

test('without findings it exits with 0', async () => {
  expect(await checked('fine.yaml')).toEqual({ code: 0, out: 'nothing found in 1 file\n', err: '' });
});

test('warnings are told, and exit with 0', async () => {
  const { code, out } = await checked('warning.yaml');

  expect(code).toBe(0);
  expect(out).toContain('constant-condition');
});

test('errors exit with 1', async () => {
  expect((await checked('fine.yaml', 'error.yaml')).code).toBe(1);
});

test('more warnings than are allowed exit with 1, and say so', async () => {
  expect((await checked('warning.yaml', '--max-warnings', '1')).code).toBe(0);

  const { code, err } = await checked('warning.yaml', '--max-warnings', '0');
  expect([code, err]).toEqual([1, 'There are more than 0 warnings (--max-warnings).\n']);
});

test('a rule can be switched off, or made an error', async () => {
  expect((await checked('error.yaml', '--rule', 'unknown-key=off')).code).toBe(0);
  expect((await checked('warning.yaml', '--rule', 'constant-condition=error')).code).toBe(1);
});

test('whatever is in a file, it is reported on', async () => {
  const { code, out } = await checked('no-yaml.yaml', 'binary.yaml', 'list.yaml');

  expect(code).toBe(1);
  for (const file of ['no-yaml.yaml', 'binary.yaml', 'list.yaml']) expect(out).toContain(`${file}\n`);
});

test.each([
  ['a file that is not there', ['nothing.yaml'], 'nothing.yaml cannot be read: there is no such file'],
  ['a folder without flows', ['folder.yaml'], 'folder.yaml cannot be read: no flow lies in this folder'],
  ['an unknown rule', ['--rule', 'unknown-kye=off'], 'There is no rule "unknown-kye". Did you mean unknown-key?'],
  ['an unknown severity', ['--rule', 'unknown-key=loud'], 'Write it as unknown-key=off'],
  ['an unknown reporter', ['--reporter', 'xml'], 'Allowed choices are pretty, json, sarif'],
  ['no number of warnings', ['--max-warnings', 'many'], 'It has to be a whole number'],
])('%s is wrong use', async (_, args, message) => {
  const { code, out, err } = await checked(...args);

  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('of several files that cannot be read each is named, and the others are checked', async () => {
  const { code, out, err } = await checked('nothing.yaml', 'fine.yaml', 'folder.yaml');

  expect([code, out]).toEqual([2, 'nothing found in 1 file\n']);
  for (const file of ['nothing.yaml', 'folder.yaml']) expect(err).toContain(`${file} cannot be read`);
});

test('--json is the reporter json', async () => {
  const { out } = await checked('error.yaml', '--json');

  expect(JSON.parse(out)).toMatchObject({ version: 1, summary: { files: 1, errors: 1 } });
  expect(out).toBe((await checked('error.yaml', '--reporter', 'json')).out);
});

test('a file that is named twice is checked once', async () => {
  expect((await checked('fine.yaml', 'fine.yaml')).out).toBe('nothing found in 1 file\n');
});
