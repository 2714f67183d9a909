// A local org on a free port, as a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fail, pass, root } from './terraform.mjs';

/** What stays for ever, here as in the cloud: outcomes, and what only tells what happened. */
const stays = ['token', 'flowJob', 'flowEvent', 'flowOperation', 'datatableJob', 'outcome', 'deletedUser'];

/** Runs `work` with an org and ends the org, whatever happens. */
export async function withOrg(work, options = []) {
  const org = await startOrg(options);
  try {
    return await work(org);
  } finally {
    await org.stop();
  }
}

async function startOrg(options) {
  const args = ['org', '--port', '0', '--log', 'quiet', ...options];
  const org = spawn(process.execPath, [join(root, 'packages/flowcdk/bin/flowcdk.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const port = await new Promise((resolve, reject) => {
    org.once('exit', (code) => reject(new Error(`the org ended with ${code}`)));
    org.stdout.on('data', (chunk) => {
      output += chunk;
      const match = /ready on http:\/\/127\.0\.0\.1:(\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    });
  });
  const url = `http://127.0.0.1:${port}`;
  const contents = async () => {
    // The org closes what is idle; nobody here would notice while Terraform runs.
    const headers = { authorization: 'Bearer test', connection: 'close' };
    return (await globalThis.fetch(`${url}/flowcdk/contents`, { headers })).json();
  };
  const atFirst = await contents();
  return {
    port,
    url,
    /** Fails unless what was made has been deleted. */
    mustBeEmpty: async () => {
      const now = await contents();
      const left = Object.keys(now).filter((kind) => !stays.includes(kind) && now[kind] !== atFirst[kind]);
      if (left.length > 0) fail(`the org is not empty: ${left.map((kind) => `${now[kind]} ${kind}`).join(', ')}`);
      pass('the org is empty');
    },
    stop: async () => {
      if (org.exitCode !== null) return;
      const ended = once(org, 'exit');
      org.kill('SIGINT');
      await ended;
    },
  };
}
