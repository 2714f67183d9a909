import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const { transpile } = jest.requireActual<{
  readonly transpile: (file: string, source: string) => { readonly code: string };
}>('../../../scripts/transpile.cjs');

let built: string | undefined;

/** The command line as JavaScript in a folder of its own: nobody else builds there. */
export function build(): void {
  built = mkdtempSync(join(tmpdir(), 'flowcdk-built-'));
  cpSync(join(root, 'package.json'), join(built, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'));
  const folders = ['cli', 'emulator', 'architect', 'check', 'process-automation', 'settings', 'data-action'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  for (const file of [...files, 'errors.ts', 'finding.ts', 'thrown.ts'].filter((name) => name.endsWith('.ts'))) {
    const target = join(built, 'src', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, transpile(file, readFileSync(join(root, 'src', file), 'utf8')).code);
  }
}

export const removeBuilt = (): void => {
  if (built !== undefined) rmSync(built, { recursive: true });
};

export interface OrgProcess {
  readonly process: ChildProcess;
  readonly port: number;
  readonly output: () => string;
}

const command = (args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, [join(built ?? '', 'src/cli/main.js'), 'org', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });

/** Starts `flowcdk org` on a free port; it listens when this resolves. */
export async function startProcess(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<OrgProcess> {
  const child = command(['--port', '0', '--log', 'quiet', ...args], env);
  let output = '';
  const port = await new Promise<number>((resolvePort, reject) => {
    const read = (chunk: unknown): void => {
      output += String(chunk);
      const [, found] = /ready on http:\/\/[^:]+:(\d+)/.exec(output) ?? [];
      if (found !== undefined) resolvePort(Number(found));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return { process: child, port, output: () => output };
}

/** Ends a process, if it has not ended, and tells its exit code. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await ended)[0];
}

/** A command that ends by itself. */
export async function runToEnd(
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = command(args, env);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
