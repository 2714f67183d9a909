// The local org: how soon it is ready, and how many requests it answers beside a bare HTTP server that answers the same
// bytes without thinking. Both run in processes of their own, as does what asks them.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from '../measure.mjs';
import { fetchPeer } from '../peers.mjs';

const READY_GOAL = 300;
const SHARE_GOAL = 0.6;
const ROUNDS = 5;
const codes = '/api/v2/routing/wrapupcodes';
const headers = { authorization: 'Bearer local', 'content-type': 'application/json' };

export default async function localOrg({ root }) {
  return [await readyTime(root), ...(await throughput(root))];
}

async function readyTime(root) {
  let running;
  const times = await measure(
    { ours: async () => (running = await start(orgArgs(root))), end: () => end(running) },
    { rounds: 9, warmUp: 1 },
  );
  return {
    name: 'local org, from start to ready',
    value: times.ours,
    unit: 'ms',
    peer: 'no peer',
    peerValue: null,
    ratio: null,
    goal: `≤ ${READY_GOAL} ms`,
    met: times.ours <= READY_GOAL,
  };
}

async function throughput(root) {
  const autocannon = (await fetchPeer(root, 'autocannon', '8.0.0'))?.default;
  const org = await start(orgArgs(root));
  try {
    const ids = [];
    for (let i = 0; i < 25; i++) ids.push(await create(org.port, `Code ${i}`));
    const readings = [
      ['reading one thing', `${codes}/${ids[0]}`, SHARE_GOAL],
      ['listing 25 things', `${codes}?pageSize=25`, undefined],
    ];
    const figures = [];
    for (const [what, path, goal] of readings) figures.push(await beside(autocannon, org.port, what, path, goal));
    return figures;
  } finally {
    await end(org);
  }
}

async function beside(autocannon, port, what, path, goal) {
  const figure = {
    name: `local org, ${what}`,
    unit: 'requests/s',
    goal: goal ? `≥ ${goal * 100} % of the peer` : null,
  };
  if (!autocannon) {
    const peer = 'a bare node:http server: not measured (npm cannot fetch autocannon)';
    return { ...figure, value: null, peer, peerValue: null, ratio: null, met: null };
  }
  const answer = await globalThis.fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const bare = await start([fileURLToPath(import.meta.url), 'bare', await answer.text()]);
  try {
    const rates = { ours: [], bare: [] };
    // The first round warms both up.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, at] of [
        ['ours', port],
        ['bare', bare.port],
      ]) {
        const rate = await rateOf(autocannon, at, path);
        if (round > 0) rates[name].push(rate);
      }
    }
    const [value, peerValue] = [median(rates.ours), median(rates.bare)];
    const ratio = value / peerValue;
    const peer = 'a bare node:http server that answers the same bytes';
    return { ...figure, value, peer, peerValue, ratio, met: goal ? ratio >= goal : null };
  } finally {
    await end(bare);
  }
}

async function rateOf(autocannon, port, path) {
  const result = await autocannon({ url: `http://127.0.0.1:${port}${path}`, headers, connections: 10, duration: 2 });
  if (result.non2xx + result.errors > 0) throw new Error(`${path}: ${result.non2xx} answers other than 2xx`);
  return result.requests.average;
}

async function create(port, name) {
  const answer = await globalThis.fetch(`http://127.0.0.1:${port}${codes}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name }),
  });
  return (await answer.json()).id;
}

const orgArgs = (root) => [join(root, 'packages/flowcdk/bin/flowcdk.cjs'), 'org', '--port', '0', '--log', 'quiet'];

/** Resolves when the process says where it listens. */
function start(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const [, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(output) ?? [];
      if (port !== undefined) resolve({ child, port: Number(port) });
    });
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)));
  });
}

async function end({ child }) {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// As a process of its own: the peer.
if (process.argv[2] === 'bare') {
  const { createServer } = await import('node:http');
  const body = process.argv[3];
  const sent = {
    'ININ-Correlation-Id': '885c869e-e5b6-4165-8db6-9ad79c5f3c3a',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  };
  const server = createServer((_request, reply) => reply.writeHead(200, sent).end(body));
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
}
