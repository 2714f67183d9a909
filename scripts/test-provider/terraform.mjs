// Runs Terraform, tells how long it took, and stops at the first failure.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

let count = 0;
export const passed = () => count;

/** A failure that has been told already. */
export class Failed extends Error {}

export function run(command, args, cwd = root, env = {}) {
  const before = Date.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
  });
  const text = `${stdout ?? ''}${stderr ?? ''}`;
  return { ok: status === 0, status, missing: error?.code === 'ENOENT', text, seconds: (Date.now() - before) / 1000 };
}

export function must(what, result) {
  if (result.ok) return result;
  fail(`${what} failed:\n${result.text}`);
}

export function fail(text) {
  console.error(text);
  process.exitCode = 1;
  throw new Failed(text);
}

/** Something was looked at and is as it should be. */
export function pass(text) {
  console.log(text);
  count += 1;
}

export const flowcdk = (args, cwd = root, env = {}) =>
  run(process.execPath, [join(root, 'packages/flowcdk/bin/flowcdk.cjs'), ...args], cwd, env);

/** The version of the provider, or why there is none. */
export function init(folder, name) {
  const result = run('terraform', ['init', '-no-color', '-input=false'], folder);
  if (result.missing) return { absent: 'there is no terraform on this machine' };
  const unavailable = /Failed to query available provider packages|could not connect|Failed to install provider/i;
  if (!result.ok && unavailable.test(result.text)) {
    return { absent: 'terraform init found no mypurecloud/genesyscloud' };
  }
  must(`terraform init of ${name}`, result);
  return { version: /Installed mypurecloud\/genesyscloud (\S+)/.exec(result.text)?.[1] ?? 'provider' };
}

/** Needs no secrets that are any, and tells a mistake at once. */
export const environmentOf = (folder) => {
  const synthesized = join(folder, 'cdk.tf.json');
  const { variable = {} } = existsSync(synthesized) ? JSON.parse(readFileSync(synthesized, 'utf8')) : {};
  return {
    GENESYSCLOUD_CUSTOM_RETRY_TIMEOUT: '0s',
    ...Object.fromEntries(Object.keys(variable).map((name) => [`TF_VAR_${name}`, 'x'])),
  };
};

export const terraform = (folder, args, env = {}) =>
  run('terraform', [...args, '-no-color', '-input=false'], folder, { ...environmentOf(folder), ...env });

function step(folder, name, what, args, env) {
  const result = must(`terraform ${what} of ${name}`, terraform(folder, args, env));
  const summary = /^(?:Apply complete!|Destroy complete!|No changes\.).*$/m.exec(result.text)?.[0] ?? '';
  pass(`${name}: ${what}, ${result.seconds.toFixed(1)} s. ${summary}`);
}

export const apply = (folder, name, what, env) => step(folder, name, what, ['apply', '-auto-approve'], env);
export const planEmpty = (folder, name, env) =>
  step(folder, name, 'plan is empty', ['plan', '-detailed-exitcode'], env);
export const destroy = (folder, name, env) => step(folder, name, 'destroy', ['destroy', '-auto-approve'], env);
