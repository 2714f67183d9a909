import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// `node --require flowcdk/register`: the hook by which a project's TypeScript is loaded without a build step.

const hook = join(__dirname, '../../typescript/register.cjs');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowcdk-hook-'));
  mkdirSync(join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true }));

jest.setTimeout(60_000);

function run(files: Readonly<Record<string, string>>): { readonly out: string; readonly err: string } {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', hook, join(folder, 'main.ts')], {
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr };
}

const cached = (): readonly string[] => readdirSync(join(folder, 'node_modules/.cache/flowcdk/typescript'));

test('TypeScript runs, with what it imports', () => {
  const { out, err } = run({
    'main.ts': "import { name } from './name';\nconst length: number = name.length;\nconsole.log(name, length);\n",
    'name.ts': "export const name: string = 'Ada';\n",
  });

  expect([out, err]).toEqual(['Ada 3\n', '']);
});

test('what changes is compiled again, what does not is not', () => {
  const main = "import { name } from './name';\nconsole.log(name);\n";
  expect(run({ 'main.ts': main, 'name.ts': "export const name = 'Ada';\n" }).out).toBe('Ada\n');
  expect(cached()).toHaveLength(2);

  expect(run({ 'name.ts': "export const name = 'Bea';\n" }).out).toBe('Bea\n');
  expect(cached()).toHaveLength(3);

  expect(run({ 'name.ts': "export const name = 'Ada';\n" }).out).toBe('Ada\n');
  expect(cached()).toHaveLength(3);
});

test('errors have the line of the TypeScript', () => {
  const { err } = run({
    'main.ts': "interface Caller {\n  readonly name: string;\n}\n\nthrow new Error('no caller');\n",
  });

  expect(err).toContain(`${join(folder, 'main.ts')}:5:7`);
});

test('what is no TypeScript is told of with its line', () => {
  const { err } = run({ 'main.ts': 'const a = 1;\nconst = 2;\n' });

  expect(err).toContain(`${join(folder, 'main.ts')}:2:7`);
});
