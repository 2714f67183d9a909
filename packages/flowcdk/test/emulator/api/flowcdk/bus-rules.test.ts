import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcess } from '../../../../src/emulator/in-process';
import { living } from '../../../../src/emulator/living';
import { addFirstContent } from '../../../../src/emulator/state/first-content';
import { Org } from '../../../../src/emulator/state/org';
import { failsWith, respondsWith } from '../../../../src/testing';
import { entitiesOf, localOrg, messageOf } from '../../private/local-org';
import { connect, orgWithBus, publish, SECOND, TOPIC } from './private/bus';

const folder = mkdtempSync(join(tmpdir(), 'bus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rule = '/flowcdk/bus/rules/odd';

test('a rule sends what fits its pattern to a file', async () => {
  const org = await orgWithBus({ busFolder: folder });
  const body = { pattern: { detail: { eventBody: { number: [1, 3] } } }, target: { file: 'odd.jsonl' } };
  expect((await org.put(rule, body)).body).toMatchObject({
    name: 'odd',
    ...body,
    retry: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
    deadLetters: false,
  });

  for (const number of [1, 2, 3]) await publish(org, number);

  const lines = readFileSync(join(folder, 'odd.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { detail: { eventBody: unknown } }).detail.eventBody)).toEqual([
    { number: 1 },
    { number: 3 },
  ]);
  expect((await org.get('/flowcdk/bus')).body).toMatchObject({ rules: 1, received: 3, deadLetters: 0, lost: 0 });
});

test('what an address does not take becomes a dead letter, and is sent again when somebody says so', async () => {
  const got: unknown[] = [];
  const records = respondsWith({}).first(1, failsWith(500));
  const org = await orgWithBus({ records });
  await org.put('/flowcdk/bus/rules/all', {
    target: { url: 'https://records.example/all' },
    retry: { maximumRetryAttempts: 0 },
    deadLetters: true,
  });
  org.runtime.log.listenTo(['bus.delivered'], ({ rule: name }) => void got.push(name));

  await publish(org, 1);
  const letters = entitiesOf(await org.get('/flowcdk/bus/dead-letters'));
  expect(letters).toMatchObject([
    { rule: 'all', attributes: { ERROR_CODE: '500', EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts' } },
  ]);
  expect((await org.post('/flowcdk/bus/redrive', { rule: 'all' })).body).toEqual({ sent: 1 });
  await org.wait(SECOND);
  expect([got, entitiesOf(await org.get('/flowcdk/bus/dead-letters'))]).toEqual([['all'], []]);
});

test('an address may want credentials, and no answer shows the password', async () => {
  const org = await orgWithBus();
  const basic = { userName: 'aws', password: 'secret' };
  const send = jest.spyOn(org.runtime, 'send');
  const answer = await org.put(rule, { target: { url: 'https://records.example/all', basic } });
  await publish(org, 1);

  expect(answer.body).toMatchObject({ target: { url: 'https://records.example/all', basic: { userName: 'aws' } } });
  expect(
    JSON.stringify([answer.body, (await org.get('/flowcdk/bus/rules')).body, org.runtime.log.events]),
  ).not.toContain('secret');
  const authorization = `Basic ${Buffer.from('aws:secret').toString('base64')}`;
  expect(send.mock.calls).toMatchObject([[{ headers: { authorization } }]]);
});

test.each([
  ['neither address nor file', {}, 'target: expected either url or file'],
  ['both', { url: 'https://a.example', file: 'a' }, 'target: expected either url or file'],
  ['an address of another scheme', { url: 'file:///etc/passwd' }, 'expected an address with http or https'],
  ['a file above the folder', { file: '../a' }, 'expected the name of a file without a folder'],
  ['a file somewhere else', { file: '/tmp/a' }, 'expected the name of a file without a folder'],
  ['credentials for a file', { file: 'a', basic: { userName: 'u', password: 'p' } }, 'a file wants no credentials'],
  ['a half of the credentials', { url: 'https://a.example', basic: { userName: 'u' } }, 'password'],
  ['a hidden file', { file: '.bashrc' }, 'expected the name of a file without a folder'],
])('a rule with %s as its target is refused', async (_, target, message) => {
  const org = await orgWithBus({ busFolder: folder });
  const answer = await org.put(rule, { target });

  expect(answer.status).toBe(400);
  expect(messageOf(answer)).toContain(message);
});

test('a pattern that EventBridge would refuse is refused with its place', async () => {
  const org = await orgWithBus({ busFolder: folder });
  const answer = await org.put(rule, { pattern: { detail: 'x' }, target: { file: 'a' } });

  expect(answer.status).toBe(400);
  expect(messageOf(answer)).toContain('pattern.detail: expected a list of values or an object');
});

test('an org without a folder for files writes none', async () => {
  const org = localOrg();

  expect(messageOf(await org.put(rule, { target: { file: 'a.jsonl' } }))).toContain('flowcdk org --bus-files FOLDER');
});

test('a rule asks no host that a data action may not ask', async () => {
  const org = new Org({ now: () => new Date(), newId: randomUUID });
  addFirstContent(org);
  const life = living(org, { network: ['allowed.example'] });
  const { runtime } = life;
  const send = inProcess(runtime);
  await connect((method, url, body) => {
    const { status, body: text } = send(
      { method, url: `https://api.example${url}`, body: JSON.stringify(body) },
      undefined,
    );
    return Promise.resolve({ status, body: JSON.parse(text) as unknown });
  });
  runtime.bus.associate('events');
  runtime.bus.rule('all', { target: { url: 'https://stranger.example/' } });
  runtime.events.publish(TOPIC, 'ada', {});
  await runtime.clock.advance(5 * SECOND);
  life.stop();

  const failed = runtime.log.events.flatMap((event) => (event.type === 'bus.failed' ? [event.why] : []));
  expect(failed[0]).toBe('no stand-in plays its host, and the local org may not ask it over the network');
});
