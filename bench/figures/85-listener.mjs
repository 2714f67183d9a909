// Events through the listener of `flowcdk/events`, with keys, de-duplication and a handler, beside a bare `ws` client that
// parses each frame and calls a function. The service that sends them runs in a process of its own and has the frames
// ready, so that the clients are what is measured.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers';
import { fileURLToPath, URL } from 'node:url';

const SHARE_GOAL = 0.4;
const [ROUNDS, FRAMES] = process.env.FLOWCDK_BENCH_ONCE ? [1, 500] : [7, 20_000];
const QUEUE = '0b5dc2d1-0a3f-4c7c-9d20-6a8b3e0c8e11';
const TOPIC = `v2.routing.queues.${QUEUE}.conversations`;
const { WebSocket, WebSocketServer } = createRequire(new URL('../../packages/flowcdk/package.json', import.meta.url))(
  'ws',
);

export default async function listener({ root }) {
  const { listen } = createRequire(join(root, 'package.json'))('./packages/flowcdk/dist/events/index.js');
  const service = await start();
  try {
    const rates = { ours: [], bare: [] };
    // The first round warms both up.
    for (let round = 0; round <= ROUNDS; round++) {
      const rate = { ours: await throughListener(listen, service.port), bare: await throughBareClient(service.port) };
      if (round > 0) for (const [name, list] of Object.entries(rates)) list.push(rate[name]);
    }
    const [value, peerValue] = [median(rates.ours), median(rates.bare)];
    const ratio = value / peerValue;
    return [
      {
        name: 'events through the listener',
        value,
        unit: 'events/s',
        peer: 'a bare ws client that parses each frame',
        peerValue,
        ratio,
        goal: `≥ ${SHARE_GOAL * 100} % of the peer`,
        met: ratio >= SHARE_GOAL,
      },
    ];
  } finally {
    service.child.kill('SIGTERM');
    await once(service.child, 'exit');
  }
}

/** Counts events, from the first to the last. */
function meter() {
  let [count, began, seen] = [0, 0, 0];
  let done;
  const rate = new Promise((resolve) => (done = resolve));
  const hear = ({ id, participants }) => {
    if (count === 0) began = performance.now();
    count += 1;
    seen += id.length + participants.length;
    if (count === FRAMES) done(((FRAMES - 1) * 1000) / (performance.now() - began) + 0 * seen);
  };
  return { rate, hear };
}

async function throughListener(listen, port) {
  const { rate, hear } = meter();
  const api = `http://127.0.0.1:${port}`;
  const listener = await listen([TOPIC], ({ event }) => hear(event), { api, token: 'local' });
  const result = await rate;
  await listener.stop();
  return result;
}

async function throughBareClient(port) {
  const { rate, hear } = meter();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false });
  socket.on('message', (data) => hear(JSON.parse(data.toString('utf8')).eventBody));
  const result = await rate;
  socket.terminate();
  return result;
}

function start() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'service'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => resolve({ child, port: Number(chunk) }));
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The state of a conversation, as the topic of a queue has it. */
const conversation = () => ({
  id: randomUUID(),
  address: 'tel:+442079460101',
  recordingState: 'none',
  participants: ['customer', 'ivr', 'acd', 'agent'].map((purpose) => ({
    id: randomUUID(),
    purpose,
    name: `Somebody, the ${purpose}`,
    address: 'tel:+33142685300',
    queueId: QUEUE,
    connectedTime: '2026-01-05T10:00:00.000Z',
    attributes: { language: 'en-us', customer: randomUUID() },
    calls: [
      {
        id: randomUUID(),
        state: 'connected',
        direction: 'inbound',
        held: false,
        connectedTime: '2026-01-05T10:00:00.000Z',
      },
    ],
  })),
});

/** A text as a frame of the protocol. */
function frameOf(text) {
  const payload = Buffer.from(text);
  const head = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([head, payload]);
}

// As a process of its own: as much of the notification service as a listener needs.
if (process.argv[2] === 'service') {
  const frames = Buffer.concat(
    Array.from({ length: FRAMES }, () =>
      frameOf(
        JSON.stringify({
          topicName: TOPIC,
          version: '2',
          eventBody: conversation(),
          metadata: { CorrelationId: randomUUID() },
        }),
      ),
    ),
  );
  const answers = (port) => ({
    POST: { id: 'channel', connectUri: `ws://127.0.0.1:${port}/`, expires: '2100-01-01T00:00:00.000Z' },
    PUT: { entities: [{ id: TOPIC, state: 'Permitted' }] },
  });
  const server = createServer((request, reply) => {
    request.resume();
    reply.writeHead(200, { 'content-type': 'application/json' });
    reply.end(JSON.stringify(answers(server.address().port)[request.method] ?? {}));
  });
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (client) => {
    // A listener is ready a moment after its socket is open.
    setTimeout(() => client._socket.write(frames), 50);
    client.on('error', () => client.terminate());
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}
