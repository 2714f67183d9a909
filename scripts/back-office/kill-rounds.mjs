// kill -9 at any moment: every result that was answered with 202 becomes exactly one record.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, URL } from 'node:url';

const command = fileURLToPath(new URL('../../packages/back-office/bin/flowcdk-back-office.cjs', import.meta.url));

/** A generator of numbers from 0 to 1 that a seed decides (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Genesys Cloud as far as the gateway needs it. */
function genesys() {
  const server = createServer((request, response) => {
    request.resume();
    const body = request.url === '/oauth/token' ? { access_token: 'token' } : { name: 'Ada Lambert' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }),
    ),
  );
}

/** Runs a command of the back office to its end. */
function run(environment, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, ...environment } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.on('close', (code) => (code === 0 ? resolve(out.trim()) : reject(new Error(`${args.join(' ')}: ${err}`))));
  });
}

/** Starts the service; ends when it listens. */
function serve(environment) {
  const child = spawn(process.execPath, [command, 'serve', '--port', '0'], { env: { ...process.env, ...environment } });
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (data) => {
      text += data;
      const match = /"msg":"Server listening at (http:\/\/127\.0\.0\.1:\d+)"/.exec(text);
      if (match) resolve({ child, url: match[1] });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => reject(new Error(`the service ended with ${code}: ${text.slice(-2000)}`)));
  });
}

const gone = (child) =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.on('close', resolve) : resolve(),
  );

/**
 * @param environment where the database is
 * @param options.seconds after so many no further round begins
 * @returns how many rounds there were, how many results were accepted, and what went wrong
 */
export async function killRounds(environment, { rounds, seconds = Infinity, seed = 15, print = () => undefined }) {
  const random = randomNumbers(seed);
  const cloud = await genesys();
  const settings = {
    ...environment,
    GENESYS_ENVIRONMENT: cloud.url,
    GENESYS_CLIENT_ID: 'id',
    GENESYS_CLIENT_SECRET: 'secret',
  };
  const key = await run(settings, 'key', 'add', '--role', 'genesys', '--name', 'rounds');
  const reader = await run(settings, 'key', 'add', '--role', 'reader', '--name', 'rounds');
  const accepted = new Set();
  const sent = new Map();

  const post = async (url, id) => {
    const response = await globalThis
      .fetch(`${url}/customers/supportResult`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': `${id}/p/s` },
        body: JSON.stringify({ conversationId: id, eventTime: sent.get(id), direction: 'inbound', mediaType: 'voice' }),
      })
      .catch(() => undefined);
    if (response?.status === 202 || response?.status === 200) accepted.add(id);
  };
  const isDue = async (url) => {
    const response = await globalThis.fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${reader}` } });
    return /state="(received|waiting)"\} [1-9]/.test(await response.text());
  };

  const began = performance.now();
  let done = 0;
  while (done < rounds && performance.now() - began < seconds * 1000) {
    const { child, url } = await serve(settings);
    let killed = false;
    const before = accepted.size;
    // The moment is a number of answers and a part of the next one: a slow machine is killed as often at work.
    const answers = 1 + Math.floor(random() * 40);
    let enough = () => undefined;
    const atWork = new Promise((resolve) => (enough = resolve));
    const load = (async () => {
      while (!killed) {
        const ids = Array.from({ length: 5 }, () => randomUUID());
        for (const id of ids) sent.set(id, Date.now());
        // What was sent before and got no answer comes again, as a data action that tries again.
        const again = [...sent.keys()].filter((id) => !accepted.has(id) && !ids.includes(id)).slice(0, 5);
        await Promise.all([...ids, ...again].map((id) => post(url, id)));
        if (accepted.size - before >= answers) enough();
      }
    })();
    await atWork;
    await sleep(random() * 50);
    child.kill('SIGKILL');
    killed = true;
    await gone(child);
    await load;
    done += 1;
    print(`round ${done} of ${rounds}: ${accepted.size} accepted`);
  }

  const { child, url } = await serve(settings);
  while (await isDue(url)) await sleep(200);
  const records = new Map();
  for (let after = ''; ;) {
    const response = await globalThis.fetch(`${url}/communicationRecords?limit=500${after}`, {
      headers: { authorization: `Bearer ${reader}` },
    });
    const { entities, next } = await response.json();
    for (const { interactionId } of entities) records.set(interactionId, (records.get(interactionId) ?? 0) + 1);
    if (next === undefined) break;
    after = `&after=${next}`;
  }
  child.kill('SIGTERM');
  await gone(child);
  cloud.close();
  const lost = [...accepted].filter((id) => !records.has(id));
  const doubled = [...records].filter(([, count]) => count > 1).map(([id]) => id);
  return { done, accepted: accepted.size, records: records.size, lost, doubled };
}
