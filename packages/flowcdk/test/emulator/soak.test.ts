import type { Org } from '../../src/emulator/state/org';
import { workflowYaml } from './private/flows';
import { type Answer, localOrg } from './private/local-org';
import { oneFrom, randomFrom } from './private/random-bodies';
import { contentsOf } from './private/unharmed';

jest.setTimeout(300_000);

/** There only where Node was told to (`--expose-gc`), as `npm run test:soak` does. */
const collectGarbage = (globalThis as { readonly gc?: () => void }).gc;
const REQUESTS = 10_000;

interface Thing {
  readonly path: string;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is created, changed, read, listed and deleted, over and over. */
const bodies: Readonly<Record<string, (name: string) => Readonly<Record<string, unknown>>>> = {
  '/api/v2/routing/wrapupcodes': (name) => ({ name }),
  '/api/v2/routing/queues': (name) => ({ name, description: 'x'.repeat(500) }),
  '/api/v2/flows/milestones': (name) => ({ name }),
  '/api/v2/flows/datatables': (name) => ({ name, schema: { properties: { key: { type: 'string' } } } }),
  '/api/v2/architect/prompts': (name) => ({ name: name.replace(/\W/g, '_') }),
  '/api/v2/integrations/credentials': (name) => ({
    name,
    type: { name: 'basicAuth' },
    credentialFields: { userName: name, password: 'x'.repeat(500) },
  }),
};

/** What an org holds, in bytes of JSON. */
const sizeOf = (org: Org): number => JSON.stringify(contentsOf(org)).length;

function heap(): number {
  collectGarbage?.();
  collectGarbage?.();
  return process.memoryUsage().heapUsed;
}

/** Day-to-day requests of a pipeline, in no order; what is created is mostly deleted again. */
async function work(local: ReturnType<typeof localOrg>, random: () => number, requests: number): Promise<number> {
  const things: Thing[] = [];
  let failed = 0;
  const sent = (answer: Answer): Answer => {
    if (answer.status >= 500) failed += 1;
    return answer;
  };
  for (let i = 0; i < requests; i++) {
    const chance = random();
    const thing = oneFrom(random, things);
    if (chance < 0.02) {
      await local.publish(workflowYaml(`Flow ${Math.floor(random() * 5)}`));
    } else if (chance < 0.05) {
      const basic = { authorization: `Basic ${Buffer.from('local:local').toString('base64')}` };
      sent(await local.send('POST', '/oauth/token', 'grant_type=client_credentials', basic));
      await local.wait(3_600_000);
    } else if (!thing || chance < (things.length < 200 ? 0.3 : 0.1)) {
      const path = oneFrom(random, Object.keys(bodies)) ?? '';
      const body = bodies[path]?.(`Thing ${i}`) ?? {};
      things.push({ path, body, id: ((sent(await local.post(path, body)).body ?? {}) as { readonly id: string }).id });
    } else if (chance < 0.5) {
      sent(await local.get(`${thing.path}/${thing.id}`));
    } else if (chance < 0.65) {
      sent(await local.get(`${thing.path}?pageSize=50&name=Thing*`));
    } else if (chance < 0.8) {
      sent(await local.put(`${thing.path}/${thing.id}`, { ...thing.body, description: `changed ${i}` }));
    } else {
      sent(await local.delete(`${thing.path}/${thing.id}`));
      things.splice(things.indexOf(thing), 1);
    }
  }
  for (const { path, id } of things) sent(await local.delete(`${path}/${id}`));
  return failed;
}

(collectGarbage ? test : test.skip)(`${REQUESTS} requests: none fails, and memory grows by what is held`, async () => {
  const defects: unknown[] = [];
  const local = localOrg({ onDefect: (problem) => defects.push(problem) });
  const random = randomFrom(20261121);
  // What is compiled, cached and learnt at first is no growth.
  await work(local, random, REQUESTS / 4);
  const [heapBefore, sizeBefore] = [heap(), sizeOf(local.org)];

  const failed = await work(local, random, REQUESTS);

  const [grown, data] = [heap() - heapBefore, sizeOf(local.org) - sizeBefore];
  expect([failed, defects]).toEqual([0, []]);
  // Objects take more than their JSON; a request that left 100 bytes behind would show as a megabyte.
  process.stdout.write(`memory grew by ${grown} bytes, what is held by ${data} bytes of JSON\n`);
  expect(grown).toBeLessThan(4 * Math.max(0, data) + 1_000_000);
});
