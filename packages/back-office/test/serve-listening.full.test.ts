import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OrgOverHttp, orgOverHttp } from '../../flowcdk/test/private/org-over-http';
import { testDatabase } from './private/test-database';

// `flowcdk-back-office serve --listen` as a process of its own, beside an org over HTTP that wants its permissions.

jest.setTimeout(180_000);

/** What the page for administrators says that the OAuth client needs. */
const PERMISSIONS = [
  'conversation:communication:view',
  'analytics:conversationDetail:view',
  'routing:queue:view',
  'routing:wrapupCode:view',
];

const bin = join(__dirname, '../bin/flowcdk-back-office.cjs');
const folder = mkdtempSync(join(tmpdir(), 'back-office-listening-'));
let org: OrgOverHttp;
let environment: NodeJS.ProcessEnv;
let remove = () => Promise.resolve();
let service: ChildProcess | undefined;

beforeAll(async () => {
  const { status, stderr } = spawnSync(process.execPath, [join(__dirname, '../../../scripts/build.cjs')]);
  if (status !== 0) throw new Error(String(stderr));
  org = await orgOverHttp({ enforcePermissions: true });
  const { clientId, secret } = await org.client(...PERMISSIONS);
  const { place, remove: removeDatabase } = await testDatabase();
  remove = removeDatabase;
  environment = {
    ...process.env,
    GENESYS_ENVIRONMENT: org.url,
    GENESYS_CLIENT_ID: clientId,
    GENESYS_CLIENT_SECRET: secret,
    ...('url' in place ? { DATABASE_URL: place.url } : { DATABASE_FOLDER: join(folder, 'data') }),
  };
});
afterAll(async () => {
  service?.kill('SIGKILL');
  await org.stop();
  await remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the service, and waits for lines of its log. */
function serve(...options: readonly string[]) {
  const started = spawn(process.execPath, [bin, 'serve', '--port', '0', ...options], { env: environment });
  service = started;
  let log = '';
  let look = (): void => undefined;
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (part: Buffer) => {
      log += part.toString('utf8');
      look();
    });
  return {
    log: () => log,
    logged: (pattern: RegExp) =>
      new Promise<string>((done, fail) => {
        look = () => {
          const [match, group] = pattern.exec(log) ?? [];
          if (match !== undefined) done(group ?? match);
        };
        started.once('exit', () => fail(new Error(log)));
        look();
      }),
    stop: async () => {
      started.kill('SIGTERM');
      return once(started, 'exit');
    },
  };
}

interface Records {
  readonly entities: readonly { readonly interactionId: string; readonly bankUserName: string | null }[];
}

/** The records of the history, when there are so many. */
async function records(url: string, key: string, count: number): Promise<Records['entities']> {
  for (;;) {
    const answer = await fetch(`${url}/communicationRecords`, { headers: { authorization: `Bearer ${key}` } });
    const { entities } = (await answer.json()) as Records;
    if (entities.length >= count) return entities;
    await new Promise(setImmediate);
  }
}

test('a call is a record, and so is one that ended while the service was stopped', async () => {
  const added = spawnSync(process.execPath, [bin, 'key', 'add', '--role', 'reader', '--name', 'test'], {
    env: environment,
    encoding: 'utf8',
  });
  const key = added.stdout.trim();
  const first = serve('--listen');
  await first.logged(/"state":"live"/);
  const url = await first.logged(/Server listening at (http:[^"]+)/);
  const heard = await org.call();
  expect(await records(url, key, 1)).toMatchObject([{ interactionId: heard, bankUserName: 'Ada' }]);
  expect(await first.stop()).toEqual([0, null]);
  expect(first.log()).not.toContain('"level":50');

  const missed = await org.call();
  await org.over(missed);
  const second = serve('--listen');
  await second.logged(/"state":"live"/);
  const all = await records(await second.logged(/Server listening at (http:[^"]+)/), key, 2);
  expect(all.map(({ interactionId }) => interactionId).sort()).toEqual([heard, missed].sort());
  expect(await second.stop()).toEqual([0, null]);
  expect(second.log()).not.toContain('"level":50');
});
