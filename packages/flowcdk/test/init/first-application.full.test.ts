import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, built } from '../cli/private/run';
import { projectsFolder, root, written } from './private/project';

// docs/your-first-application.md: what it names is there, and its changes do what it says.

jest.setTimeout(120_000);

const page = readFileSync(join(root, 'docs/your-first-application.md'), 'utf8');
const project = join(projectsFolder(), 'my-line');

beforeAll(() => {
  build();
  written(project, 'reception');
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
});

test('the files it names are there', () => {
  const [, table = ''] = /## What is there\n(.*?)\n## /s.exec(page) ?? [];
  const named = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  );

  expect(named.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  expect(named.length).toBeGreaterThan(10);
});

/** The changes of the page: which file, what stands there, what comes in its place. */
const changes = [...page.matchAll(/^```diff\n# (\S+)\n(.*?)^```$/gms)].map(([, file = '', text = '']) => {
  const lines = text.trimEnd().split('\n');
  const without = (sign: string): string =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n');
  return { file, before: without('+'), after: without('-') };
});

test('its changes fit, and what they change is found right by its tests and by flowcdk check', () => {
  for (const { file, before, after } of changes) {
    const text = readFileSync(join(project, file), 'utf8');
    expect(text.split(before)).toHaveLength(2);
    writeFileSync(join(project, file), text.replace(before, after));
  }
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status, stderr } = spawnSync(process.execPath, [jest, '--ci', '--runInBand', 'test/reception'], {
    cwd: project,
    encoding: 'utf8',
  });

  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  expect(stderr).toContain('who presses 3 hears the opening hours');
  expect(built(['check'], { cwd: project }).out).toMatch(/^nothing found/);
});
