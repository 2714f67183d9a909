import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/main';

export const root = join(__dirname, '../../../../..');

/** What a command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process, in a folder, with these environment variables besides those of the tests. */
export async function flowcdk(
  args: readonly string[],
  { cwd = root, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Said> {
  const said = { out: '', err: '' };
  const before = { cwd: process.cwd(), env: process.env, exitCode: process.exitCode };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true)),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true)),
  ];
  try {
    process.chdir(cwd);
    process.env = { ...plainEnvironment(), ...env };
    const code = await run(args);
    return { code, ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.chdir(before.cwd);
    process.env = before.env;
    process.exitCode = before.exitCode;
  }
}

/** Where the command line begins. */
export const bin = join(root, 'packages/flowcdk/bin/flowcdk.cjs');

/** Runs the command line, or node with other arguments, in a process of its own. */
export function built(
  args: readonly string[],
  {
    cwd = root,
    env = {},
    node = [bin],
  }: { readonly cwd?: string; readonly env?: object; readonly node?: readonly string[] } = {},
): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...plainEnvironment(), ...env },
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** Brings `dist` up to date, as `npm start` does. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.cjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** That of the tests without what would change what a command says. */
const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NO_COLOR|FORCE_COLOR|FLOWCDK_.*)$/.test(name)));

/** The application in the box with the settings that are shipped, as a project in which files can be written anew. */
export function projectFolder(): {
  readonly folder: string;
  readonly write: (name: string, text: string) => void;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-cli-'));
  for (const name of ['settings.yaml', 'settings.local.yaml']) cpSync(join(root, name), join(folder, name));
  writeFileSync(
    join(folder, 'flowcdk.config.ts'),
    `export { default } from ${JSON.stringify(join(root, 'flowcdk.config'))};\n`,
  );
  return {
    folder,
    write: (name, text) => writeFileSync(join(folder, name), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
