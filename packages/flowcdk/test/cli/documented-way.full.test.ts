import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggedEvent } from '../../src/emulator/runtime/events';
import { end, type OrgProcess, startProcess } from '../emulator/private/org-process';
import { bin, build, built, projectFolder, root } from './private/run';

// The way that docs/emulator.md shows, with the command line as it is built: each step is a process of its own.
jest.setTimeout(300_000);

const project = projectFolder();
const inProject = { cwd: project.folder };
let org: OrgProcess | undefined;

beforeAll(build);
afterAll(async () => {
  if (org) await end(org.process, 'SIGKILL');
  project.remove();
});

const headers = { authorization: 'Bearer local', 'content-type': 'application/json' };

/** Moves the clock of the org ahead. */
async function move(url: string, seconds: number): Promise<void> {
  const answer = await fetch(`${url}/flowcdk/clock`, { method: 'POST', headers, body: JSON.stringify({ seconds }) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Seconds from now to a moment at which the support line is open. */
function untilOpen(): number {
  const holidays = readFileSync(join(root, 'settings.yaml'), 'utf8');
  const now = Date.now();
  const noon = Date.parse(`${new Date(now).toISOString().slice(0, 10)}T12:00:00Z`);
  for (let day = 1; day < 30; day++) {
    const moment = new Date(noon + day * 86_400_000);
    const isWeekend = [0, 6].includes(moment.getUTCDay());
    if (!isWeekend && !holidays.includes(moment.toISOString().slice(0, 10))) {
      return Math.ceil((moment.getTime() - now) / 1000);
    }
  }
  throw new Error('the line is never open');
}

/** How many keys the caller presses. */
const KEYS = 2;

/** Whether the line waits for a key that the caller has not pressed yet. */
async function keysAreDue(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/flowcdk/events?since=0`, { headers });
  const { entities } = (await answer.json()) as { readonly entities: readonly LoggedEvent[] };
  const count = (type: LoggedEvent['type']): number => entities.filter((event) => event.type === type).length;
  return Math.min(count('input.awaited'), KEYS) > count('input.taken');
}

/** Calls the line while the clock is moved on, so that nobody waits: what the call left with, and its events. */
async function called(url: string): Promise<{ readonly code: number | null; readonly events: readonly LoggedEvent[] }> {
  const args = ['call', '--env', 'local', '--org', url, '--press', '1,2', '--answered-after', '20', '--json'];
  const child = spawn(process.execPath, [bin, ...args], { cwd: project.folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  const closed = once(child, 'close') as Promise<[number | null]>;
  let isOver = false;
  void closed.then(() => (isOver = true));
  // The clock stands while the line waits for keys that the caller will press: the command is a process of its own.
  while (!isOver) if (!(await keysAreDue(url))) await move(url, 1);
  const [code] = await closed;
  return { code, events: (JSON.parse(out) as { events: LoggedEvent[] }).events };
}

test('synth, org, org apply and call --org identify a caller, without a network and without an account', async () => {
  expect(built(['synth', '--env', 'local'], inProject).code).toBe(0);

  org = await startProcess(['--chance-seed', 'documented'], {}, project.folder);
  const url = `http://127.0.0.1:${org.port}`;
  expect(org.output()).toContain(`Local org ready on ${url}`);

  const applied = built(['org', 'apply', 'cdktf.out', '--url', url, '--made-up-secrets', '--json'], inProject);
  expect([applied.code, JSON.parse(applied.out)]).toMatchObject([0, { findings: [] }]);

  await move(url, untilOpen());
  const { code, events } = await called(url);
  const written = events.flatMap((event) => (event.type === 'attributes.written' ? [event.attributes] : []));

  expect(code).toBe(0);
  expect(Object.assign({}, ...written)).toMatchObject({
    'identification.status': 'SUCCESS',
    'identification.customerName': 'Ada Lambert',
  });
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['agent.answered', 'call.ended']));
  expect(org.output()).toContain('Services of data actions, and bots: played as flowcdk.config.ts says');
});
