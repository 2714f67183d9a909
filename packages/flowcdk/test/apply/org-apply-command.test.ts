import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningOrg, startOrg } from '../../src/emulator/start-org';
import { flowcdk } from '../cli/private/run';

let org: RunningOrg;
let folder = '';
beforeEach(async () => {
  org = await startOrg({ host: '127.0.0.1', port: 0 });
  folder = mkdtempSync(join(tmpdir(), 'flowcdk-apply-'));
});
afterEach(async () => {
  await org.stop();
  rmSync(folder, { recursive: true });
});

const url = (): string => `http://127.0.0.1:${org.port}`;

/** Writes a stack with one wrap-up code, whose name is a variable. */
function writeStack(name = 'one', others: object = {}): string {
  const path = join(folder, 'stacks', name);
  mkdirSync(path, { recursive: true });
  const json = {
    '//': { metadata: { stackName: name } },
    provider: { genesyscloud: [{ gateway: [{ protocol: 'http', host: '127.0.0.1', port: String(org.port) }] }] },
    variable: { code: { type: 'string', sensitive: true, description: 'What agents say' } },
    resource: { genesyscloud_routing_wrapupcode: { [name]: { name: `\${var.code} ${name}` } } },
    ...others,
  };
  writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(json));
  return path;
}

test('it applies a stack to the org its provider block names, tells what it does, and does nothing the second time', async () => {
  const path = writeStack();
  const first = await flowcdk(['org', 'apply', path, '--var', 'code=Solved']);
  const again = await flowcdk(['org', 'apply', path], { env: { TF_VAR_code: 'Solved' } });

  expect(first).toEqual({
    code: 0,
    out: `one → ${url()}\n  created  genesyscloud_routing_wrapupcode.one\n  1 created, 0 changed, 0 replaced, 0 removed, 0 unchanged\n\n`,
    err: '',
  });
  expect(again.out).toContain('0 created, 0 changed, 0 replaced, 0 removed, 1 unchanged');
  expect(org.org.all('wrapupCode').map(({ name }) => name)).toEqual(['Solved one']);
});

test('the state beside the stack is for its owner alone and holds no value of a variable', async () => {
  const path = writeStack();
  await flowcdk(['org', 'apply', path, '--var', 'code=Confidential']);
  const file = join(path, 'flowcdk-org-state.json');

  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).not.toContain('Confidential');
});

test('of a folder that was synthesized it applies every stack, each after those it depends on', async () => {
  writeStack('one');
  writeStack('two');
  const stacks = {
    one: { workingDirectory: 'stacks/one', dependencies: ['two'] },
    two: { workingDirectory: 'stacks/two', dependencies: [] },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ stacks }));
  await flowcdk(['org', 'apply', folder, '--var', 'code=Solved']);

  expect(org.org.all('wrapupCode').map(({ name }) => name)).toEqual(['Solved two', 'Solved one']);
});

test('an org that was started anew gets everything again', async () => {
  const path = writeStack();
  const variable = ['--var', 'code=Solved'];
  await flowcdk(['org', 'apply', path, ...variable]);
  const other = await startOrg({ host: '127.0.0.1', port: 0 });
  const { out } = await flowcdk(['org', 'apply', path, '--url', `http://127.0.0.1:${other.port}`, ...variable]);
  await other.stop();

  expect(out).toContain('created  genesyscloud_routing_wrapupcode.one');
});

test('secrets that are not given can be made up, which is told and changes nothing the second time', async () => {
  const path = writeStack();
  const first = await flowcdk(['org', 'apply', path, '--made-up-secrets']);
  const again = await flowcdk(['org', 'apply', path, '--made-up-secrets']);

  expect([first.code, first.err]).toEqual([0, 'flowcdk org apply: not given, so made up: code.\n']);
  expect(again.out).toContain('1 unchanged');
});

test('what is given is not made up', async () => {
  const path = writeStack();
  const { err } = await flowcdk(['org', 'apply', path, '--made-up-secrets', '--var', 'code=Solved']);

  expect(err).toBe('');
  expect(org.org.all('wrapupCode').map(({ name }) => name)).toEqual(['Solved one']);
});

describe('--json tells programs', () => {
  test('what was done', async () => {
    const { code, out, err } = await flowcdk(['org', 'apply', writeStack(), '--var', 'code=Solved', '--json']);

    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      stacks: [
        {
          stack: 'one',
          url: url(),
          steps: [expect.objectContaining({ address: 'genesyscloud_routing_wrapupcode.one', did: 'created' })],
          outputs: {},
        },
      ],
      findings: [],
    });
  });

  test('what is wrong, besides what was done', async () => {
    const { code, out, err } = await flowcdk(['org', 'apply', writeStack(), '--json']);

    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({ stacks: [], findings: [{ rule: 'variable-missing', path: 'var.code' }] });
  });
});

describe('what is wrong is told, with what to do', () => {
  test.each<[string, () => readonly string[], number, string]>([
    ['no stack', () => [folder], 2, 'there is no cdk.tf.json in'],
    ['a variable without a value', () => [writeStack()], 1, 'Set the environment variable TF_VAR_code'],
    [
      'a variable no stack has',
      () => [writeStack(), '--var', 'kode=x'],
      2,
      'no stack has the variable kode. There are code.',
    ],
    ['no variable', () => [writeStack(), '--var', 'code'], 2, 'A variable is given as NAME=VALUE.'],
    ['no address', () => [writeStack(), '--url', 'localhost'], 2, 'An address looks like http://127.0.0.1:8083.'],
    ['no folder', () => [], 2, "missing required argument 'folder'"],
    [
      'other Terraform files',
      () => {
        const path = writeStack();
        writeFileSync(join(path, 'more.tf'), '');
        return [path];
      },
      1,
      'more.tf besides cdk.tf.json',
    ],
    [
      'a stack that is no JSON',
      () => {
        const path = writeStack();
        writeFileSync(join(path, 'cdk.tf.json'), '{');
        return [path];
      },
      1,
      'cdk.tf.json cannot be read as JSON',
    ],
    [
      'a damaged state',
      () => {
        const path = writeStack();
        writeFileSync(join(path, 'flowcdk-org-state.json'), '{}');
        return [path, '--var', 'code=Solved'];
      },
      1,
      'is no state of flowcdk org apply',
    ],
    [
      'what the org refuses',
      () => [writeStack('one', { resource: { genesyscloud_routing_skill: { s: { name: '' } } } }), '--var', 'code=x'],
      1,
      'genesyscloud_routing_skill.s\n  error name',
    ],
  ])('%s', async (_what, args, code, message) => {
    const said = await flowcdk(['org', 'apply', ...args()]);

    expect(said.code).toBe(code);
    expect(said.err).toContain(message);
  });

  test('nobody who answers', async () => {
    const path = writeStack();
    await org.stop();

    expect((await flowcdk(['org', 'apply', path, '--var', 'code=x'])).err).toContain(`${url()} does not answer`);
    org = await startOrg({ host: '127.0.0.1', port: 0 });
  });

  test('somebody who is no local org gets nothing of the stack', async () => {
    const requests: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      requests.push(request.url);
      response.writeHead(404).end();
    });
    await new Promise<void>((listens) => other.listen(0, '127.0.0.1', listens));
    const { port } = other.address() as AddressInfo;
    const said = await flowcdk(['org', 'apply', writeStack(), '--url', `http://127.0.0.1:${port}`, '--var', 'code=x']);
    other.closeAllConnections();
    other.close();

    expect(said.err).toContain('is no local org');
    expect(requests).toEqual(['/flowcdk/features']);
  });

  test('a client the org does not take', async () => {
    const strict = await startOrg({ host: '127.0.0.1', port: 0, onlyToken: 'the-token' });
    const address = `http://127.0.0.1:${strict.port}`;
    const args = ['org', 'apply', writeStack(), '--url', address, '--var', 'code=x'];
    const refused = await flowcdk(args);
    const taken = await flowcdk([...args, '--client-id', 'any', '--client-secret', 'the-token']);
    const byVariable = await flowcdk(args, { env: { FLOWCDK_ORG_TOKEN: 'the-token' } });
    // What a stack for a gateway says where any secret will do.
    const gateway = { protocol: 'http', host: '127.0.0.1', port: String(strict.port) };
    const provider = { genesyscloud: [{ oauthclient_secret: 'local', gateway: [gateway] }] };
    const withAnySecret = await flowcdk(['org', 'apply', writeStack('two', { provider }), '--var', 'code=x'], {
      env: { FLOWCDK_ORG_TOKEN: 'the-token' },
    });
    await strict.stop();

    expect(refused.err).toContain('the org gives no token');
    expect(refused.err).toContain('FLOWCDK_ORG_TOKEN');
    expect([taken.code, byVariable.code, withAnySecret.code]).toEqual([0, 0, 0]);
  });
});
