import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const bin = resolve(__dirname, '../../../bin/flowcdk.cjs');

export interface OrgProcess {
  readonly process: ChildProcess;
  readonly port: number;
  readonly output: () => string;
}

const command = (args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = process.cwd()): ChildProcess =>
  spawn(process.execPath, [bin, 'org', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });

/** Starts `flowcdk org` on a free port; it listens when this resolves. */
export async function startProcess(
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  cwd?: string,
): Promise<OrgProcess> {
  const child = command(['--port', '0', '--log', 'quiet', ...args], env, cwd);
  let output = '';
  const port = await new Promise<number>((resolvePort, reject) => {
    const read = (chunk: unknown): void => {
      output += String(chunk);
      const [, listening] = /ready(?: on |":")http:\/\/[^:]+:(\d+)/.exec(output) ?? [];
      if (listening !== undefined) resolvePort(Number(listening));
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
