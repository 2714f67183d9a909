import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/main';
import { testDatabase } from './private/test-database';

const folder = mkdtempSync(join(tmpdir(), 'back-office-'));
let remove = () => Promise.resolve();
const environment = { ...process.env };

jest.setTimeout(60_000);

beforeAll(async () => {
  const database = await testDatabase();
  remove = database.remove;
  process.env['GENESYS_ENVIRONMENT'] = 'http://127.0.0.1:9';
  process.env['GENESYS_CLIENT_ID'] = 'id';
  process.env['GENESYS_CLIENT_SECRET'] = 'secret';
  if ('url' in database.place) process.env['DATABASE_URL'] = database.place.url;
  else process.env['DATABASE_FOLDER'] = join(folder, 'data');
});

afterAll(async () => {
  process.env = environment;
  await remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A command line, with its exit code and what it says. */
async function command(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  process.exitCode = 0;
  try {
    const exit = (await run(args)) || Number(process.exitCode);
    return { exit, out, err };
  } finally {
    process.exitCode = 0;
    jest.restoreAllMocks();
  }
}

test.each([
  ['no such command', ['nonsense']],
  ['no role', ['key', 'add', '--name', 'x']],
  ['an unknown role', ['key', 'add', '--role', 'admin', '--name', 'x']],
  ['a port that is none', ['serve', '--port', '70000']],
  ['a queue that is no id', ['serve', '--listen', 'Support']],
  ['a day that is none', ['report', '--from', 'yesterday']],
  ['nothing to erase', ['erase']],
  ['no span of time', ['reconcile', '--repair']],
  ['a span that ends before it begins', ['reconcile', '--from', '2026-11-21', '--to', '2026-11-20']],
  ['a report that ends before it begins', ['report', '--from', '2026-11-21', '--to', '2026-11-20']],
  ['a day that no calendar has', ['report', '--from', '2026-02-31']],
  ['an empty customer', ['erase', '--customer', '']],
])('%s is wrong use', async (_, args) => {
  expect((await command(...args)).exit).toBe(2);
});

test.each([['--help'], ['serve', '--help']])('%s %s is fine', async (...args) => {
  expect(await command(...args.filter(Boolean))).toMatchObject({ exit: 0, err: '' });
});

test('every setting that is missing is named', async () => {
  const before = process.env['GENESYS_ENVIRONMENT'];
  process.env['GENESYS_ENVIRONMENT'] = '';
  process.env['RECORD_PER'] = 'day';
  process.env['CUSTOMER_LOOKUPS'] = 'Find customer in Alpha,Find customer in Beta:local';
  process.env['HISTORY_URL'] = 'history.example';
  const { exit, err } = await command('reconcile', '--from', '2026-11-20', '--to', '2026-11-21');
  process.env['GENESYS_ENVIRONMENT'] = before;
  delete process.env['RECORD_PER'];
  delete process.env['CUSTOMER_LOOKUPS'];
  delete process.env['HISTORY_URL'];

  expect(exit).toBe(2);
  expect(err).toContain('GENESYS_ENVIRONMENT is missing or wrong');
  expect(err).toContain('CUSTOMER_LOOKUPS has "Find customer in Beta:local"');
  expect(err).toContain('HISTORY_URL is "history.example": an address is allowed');
  expect(err).toContain('HISTORY_KEY is missing');
  expect(err).toContain('RECORD_PER is "day": agent or conversation is allowed');
});

test('an address that is none of PostgreSQL is refused without its password', async () => {
  const before = process.env['DATABASE_URL'];
  process.env['DATABASE_URL'] = 'mysql://user:secret@127.0.0.1/name';
  const { exit, err } = await command('key', 'list');
  if (before === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = before;

  expect(exit).toBe(2);
  expect(err).toContain('DATABASE_URL is no address of PostgreSQL');
  expect(err).not.toContain('secret');
});

test('a key is printed once; the list has it without the key', async () => {
  const { out: key } = await command('key', 'add', '--role', 'genesys', '--name', 'data action');
  const { out: list } = await command('key', 'list');

  expect(key).toMatch(/^fbo_genesys_[\w-]{43}\n$/);
  expect(list).toContain('data action');
  expect(list).not.toContain(key.trim());
  expect(await command('key', 'revoke', list.split(' ')[0] ?? '')).toMatchObject({ exit: 0 });
  expect(await command('key', 'revoke', 'nobody')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('nobody') as string,
  });
});

test('a file of events is taken, and what is wrong in it named', async () => {
  const file = join(folder, 'events.jsonl');
  writeFileSync(file, 'no json\n');
  expect(await command('feed', file)).toMatchObject({
    exit: 1,
    out: expect.stringContaining('line 1: no JSON') as string,
  });
  expect(await command('feed', join(folder, 'none.jsonl'))).toMatchObject({
    exit: 2,
    err: expect.stringContaining('none.jsonl cannot be read: there is no such file') as string,
  });
});

test.each([
  ['report', ['report', '--json'], '"records": 0'],
  ['parked', ['parked', 'list', '--json'], '[]'],
  ['erase', ['erase', '--customer', 'nobody', '--json'], '"results": 0'],
])('%s tells programs', async (_, args, text) => {
  const { exit, out } = await command(...args);

  expect(exit).toBe(0);
  expect(out).toContain(text);
});

test('an organisation that does not answer is told in a sentence', async () => {
  expect(await command('reconcile', '--from', '2026-11-20', '--to', '2026-11-21')).toMatchObject({
    exit: 1,
    err: 'the token of the gateway: no connection\n',
  });
});
