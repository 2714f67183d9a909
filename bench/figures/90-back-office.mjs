// The back office: how many results it accepts beside a bare fastify route that does one insert into the same kind of
// database, and how many become records. The service runs in a process of its own; what Genesys Cloud answers comes from
// memory. On PostgreSQL only where its server is installed.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, URL } from 'node:url';
import { serverPrograms, withPostgres } from '../../scripts/back-office/postgres.mjs';

const SHARE_GOAL = 0.5;
const CONNECTIONS = 20;
const [ROUNDS, RESULTS] = process.env.FLOWCDK_BENCH_ONCE ? [1, 100] : [5, 500];

/** Packages as the back office has them, and itself. */
const ofBackOffice = createRequire(new URL('../../packages/back-office/package.json', import.meta.url));

export default async function backOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-bench-'));
  try {
    const onPglite = await figuresOn('PGlite', (name) => ({ folder: join(folder, name) }));
    if (!serverPrograms()) return [...onPglite, ...notMeasured('PostgreSQL')];
    const onPostgres = await withPostgres((server) => figuresOn('PostgreSQL', () => ({ url: `${server}/postgres` })));
    return [...onPglite, ...onPostgres];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const goal = `≥ ${SHARE_GOAL * 100} % of the peer`;
const peer = 'a bare fastify route that does one insert';
const namesOn = (database) => ({
  accepting: `back office, accepting results on ${database}`,
  recording: `back office, recording accepted results on ${database}`,
});

function notMeasured(database) {
  const nothing = { value: null, unit: 'results/s', peer: 'not measured: the server is not installed' };
  const { accepting, recording } = namesOn(database);
  return [
    { name: accepting, ...nothing, peerValue: null, ratio: null, goal, met: null },
    { name: recording, ...nothing, peerValue: null, ratio: null, goal: null, met: null },
  ];
}

async function figuresOn(database, placeOf) {
  const ours = await start('ours', placeOf('ours'));
  const bare = await start('bare', placeOf('bare'));
  try {
    const rates = { ours: [], bare: [], recorded: [] };
    // The first round warms both up.
    for (let round = 0; round <= ROUNDS; round++) {
      const rate = { ours: await rateOf(ours), bare: await rateOf(bare), recorded: await recordingRate(ours) };
      if (round > 0) for (const [name, list] of Object.entries(rates)) list.push(rate[name]);
    }
    const [value, peerValue, recorded] = [median(rates.ours), median(rates.bare), median(rates.recorded)];
    const ratio = value / peerValue;
    const { accepting, recording } = namesOn(database);
    const unit = 'results/s';
    return [
      { name: accepting, value, unit, peer, peerValue, ratio, goal, met: ratio >= SHARE_GOAL },
      { name: recording, value: recorded, unit, peer: 'no peer', peerValue: null, ratio: null, goal: null, met: null },
    ];
  } finally {
    await end(ours);
    await end(bare);
  }
}

/** Posts results over several connections; gives how many a second were accepted. */
async function rateOf({ port, key }) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let left = RESULTS;
  const start = performance.now();
  const poster = async () => {
    while (left-- > 0) await post(agent, port, key);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, poster));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return RESULTS / seconds;
}

function post(agent, port, key) {
  const conversationId = randomUUID();
  const body = JSON.stringify({
    conversationId,
    eventTime: '2026-11-21T11:59:00Z',
    direction: 'inbound',
    mediaType: 'voice',
    ani: '+33142685300',
    subject: 'order',
    wrapupCode: '9f1b2c3d-55a3-4b7c-8d9e-6e2f3a4b5c55',
    userId: '0e8a7c1d-44f2-4a6b-9b7c-5d1f2e3a4b44',
  });
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'idempotency-key': `${conversationId}/${randomUUID()}/${randomUUID()}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: '/customers/supportResult', headers },
      (response) => {
        response.resume();
        if (response.statusCode !== 202) reject(new Error(`status ${response.statusCode}`));
        response.on('end', resolve);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Lets the worker record what was accepted; gives how many a second. */
async function recordingRate({ child }) {
  child.send('work');
  const [{ recorded, seconds }] = await once(child, 'message');
  return recorded / seconds;
}

async function start(which, place) {
  const child = fork(fileURLToPath(import.meta.url), [which, JSON.stringify(place)]);
  const [ready] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the ${which} service ended with ${code}`))),
  ]);
  return { child, ...ready };
}

async function end({ child }) {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** As a process of its own: the back office. */
async function runOurs(place) {
  const { openBackOffice } = ofBackOffice('@flowcdk/back-office');
  const answers = { '/oauth/token': { access_token: 'token' } };
  const { server, keys, worker } = await openBackOffice(
    {
      database: place,
      gateway: { api: 'http://genesys', login: 'http://genesys', clientId: 'id', clientSecret: 'secret' },
    },
    { fetch: async (url) => globalThis.Response.json(answers[new URL(url).pathname] ?? { name: 'Ada' }) },
  );
  const key = await keys.add('genesys', 'bench');
  await server.listen({ host: '127.0.0.1', port: 0 });
  process.on('message', async () => {
    const began = performance.now();
    let recorded = 0;
    for (let count = 1; count > 0; recorded += count) count = await worker.work();
    process.send({ recorded, seconds: (performance.now() - began) / 1000 });
  });
  process.send({ port: server.server.address().port, key });
}

/** As a process of its own: the peer. It does nothing but insert what comes. */
async function runBare(place) {
  const fastify = ofBackOffice('fastify');
  const query = await queriesOn(place);
  await query('create table if not exists bare (key text primary key, body text not null, received_at timestamptz)');
  const server = fastify();
  server.post('/customers/supportResult', async ({ headers, body }, reply) => {
    await query('insert into bare values ($1, $2, $3) on conflict do nothing', [
      headers['idempotency-key'],
      JSON.stringify(body),
      new Date().toISOString(),
    ]);
    return reply.status(202).send({ result: 'accepted' });
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  process.send({ port: server.server.address().port, key: 'none' });
}

async function queriesOn(place) {
  if (place.folder === undefined) {
    const { Pool } = ofBackOffice('pg');
    const pool = new Pool({ connectionString: place.url, max: 10 });
    return (text, values) => pool.query(text, values);
  }
  const { PGlite } = ofBackOffice('@electric-sql/pglite');
  const database = await PGlite.create({ dataDir: place.folder });
  return (text, values) => database.query(text, values);
}

if (process.send && process.argv[2] === 'ours') await runOurs(JSON.parse(process.argv[3]));
if (process.send && process.argv[2] === 'bare') await runBare(JSON.parse(process.argv[3]));
