import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unusable } from '../../src/init/write-project';
import { flowcdk } from './private/run';

// What init writes, and that it works, is tested in test/init, and with packed packages in installed.test.ts.

const cwd = mkdtempSync(join(tmpdir(), 'flowcdk-init-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

mkdirSync(join(cwd, 'full'));
for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(cwd, 'full', name), '');
writeFileSync(join(cwd, 'file'), '');

test.each([
  ['full', 'folder-not-empty', 'full is not empty: it has a, b, c and 1 more'],
  ['file', 'folder-not-usable', 'file is a file'],
])('%s is refused: %s', async (folder, rule, message) => {
  const { code, out, err } = await flowcdk(['init', folder], { cwd });

  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`error ${message} (${rule})`);
  expect(readdirSync(join(cwd, 'full'))).toHaveLength(4);
});

test('programs are told the same', async () => {
  const { code, out } = await flowcdk(['init', 'full', '--json'], { cwd });

  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ findings: [{ rule: 'folder-not-empty' }] });
});

test.each([
  ['a folder that does not exist', 'new', []],
  ['an empty folder', 'empty', ['']],
  ['a folder with nothing but a .git', 'repository', ['.git']],
])('%s will do', (_, folder, names) => {
  for (const name of names) mkdirSync(join(cwd, folder, name), { recursive: true });

  expect(unusable(join(cwd, folder))).toBeUndefined();
});

test('a template that does not exist is refused, and those that do are named', async () => {
  const { code, err } = await flowcdk(['init', 'new', '--template', 'recepton'], { cwd });

  expect(code).toBe(2);
  expect(err).toContain('Allowed choices are reception, blank, caller-identification.');
});

test('--help tells what is in each template', async () => {
  const { out } = await flowcdk(['init', '--help'], { cwd });

  expect(out).toMatch(/reception +a reception: menu, opening hours/);
  expect(out).toMatch(/vendor\//);
});
