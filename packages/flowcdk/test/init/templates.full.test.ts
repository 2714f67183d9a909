import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build, built } from '../cli/private/run';
import { projectsFolder, root, written } from './private/project';

// Templates as projects: written, then tested by their own tests, with the packages of this repository. That they work
// with packed packages, type check included, is tested by scripts/test-installed.mjs.

jest.setTimeout(120_000);
beforeAll(build);

const folder = projectsFolder();

/** A project with what is installed here. */
function project(template: 'reception' | 'blank'): string {
  const path = join(folder, template);
  written(path, template);
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
  return path;
}

describe.each(['reception', 'blank'] as const)('the template %s', (template) => {
  let cwd: string;
  beforeAll(() => {
    cwd = project(template);
  });

  test('passes its own tests', () => {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const { status, stderr } = spawnSync(process.execPath, [jest, '--ci', '--runInBand'], { cwd, encoding: 'utf8' });

    expect(stderr).not.toContain('✕');
    expect(stderr).not.toMatch(/warning/i);
    expect(status).toBe(0);
  });

  test('has nothing that flowcdk check finds', () => {
    const { code, out } = built(['check', '--json'], { cwd });

    expect([code, JSON.parse(out)]).toMatchObject([0, { findings: [] }]);
  });

  test('can be called', () => {
    const { code, out } = built(['start', '--press', '2'], { cwd });

    expect(code).toBe(0);
    expect(out).toContain('the call is over');
  });
});
