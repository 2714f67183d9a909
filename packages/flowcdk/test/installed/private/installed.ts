import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where scripts/test-installed.mjs installed packages and projects; undefined where it did not run. */
const work = process.env['FLOWCDK_INSTALLED'];

/** For what only scripts/test-installed.mjs can test. */
export const describeInstalled: jest.Describe = work === undefined ? describe.skip : describe;

/** A path in the folder with everything that was installed. */
export const inWork = (...path: readonly string[]): string => join(work ?? '', ...path);

export const read = (...path: readonly string[]): string => readFileSync(inWork(...path), 'utf8');

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program in a project. */
export function run(command: string, args: readonly string[], cwd: string): Said {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    // What these tests run in is not what a user's project runs in.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(npm_|JEST_|NODE_ENV|FLOWCDK_)/.test(name)),
    ),
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** Runs JavaScript of a project by this Node, or by another version that comes from the npm registry. */
export function node(args: readonly string[], project: string, version?: number): Said {
  const cwd = inWork(project);
  if (version === undefined) return run(process.execPath, args, cwd);
  return run('npx', ['--yes', '--prefer-offline', '-p', `node@${version}`, 'node', ...args], cwd);
}

export const TSC = 'node_modules/typescript/bin/tsc';
export const JEST = 'node_modules/jest/bin/jest.js';
export const FLOWCDK = 'node_modules/flowcdk/bin/flowcdk.cjs';
