import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOrg } from '../../src/emulator/start-org';
import { workflowYaml } from '../emulator/private/flows';
import { flowcdk } from './private/run';

// The layout engine is a large program, and a busy machine takes its time to load it.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-inspect-execution-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = { cwd: folder };
const pageOf = (out: string): string => readFileSync(join(folder, out, 'execution.html'), 'utf8');

const keepsName = workflowYaml(
  'Keep the name',
  `          - updateData:
              name: Write it down
              statements:
                - string:
                    variable: Flow.name
                    value:
                      lit: Ada Lambert`,
  `    - stringVariable:
        name: Flow.name
        initialValue:
          noValue: true`,
);
writeFileSync(join(folder, 'keep.yaml'), keepsName);

/** Publishes the workflow, runs it once, and gives the id of the run. */
async function runOnce(url: string): Promise<string> {
  const ask = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const headers = { authorization: 'Bearer local', 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
    return (await answer.json()) as Record<string, unknown>;
  };
  const { id: job, presignedUrl } = await ask('POST', '/api/v2/flows/jobs');
  await fetch(String(presignedUrl), { method: 'PUT', body: keepsName });
  const { flow } = (await ask('GET', `/api/v2/flows/jobs/${String(job)}?expand=messages`)) as {
    readonly flow: { readonly id: string };
  };
  const { id } = await ask('POST', '/api/v2/flows/executions', { flowId: flow.id });
  return String(id);
}

describe('a run that a local org keeps', () => {
  test('is fetched with its flow, its variables and its diagram', async () => {
    const org = await startOrg({ host: '127.0.0.1', port: 0 });
    try {
      const url = `http://127.0.0.1:${org.port}`;
      const id = await runOnce(url);
      const { code, out, err } = await flowcdk(
        ['inspect', 'keep.yaml', '--execution', id, '--org', `${url}/`, '--out', 'local'],
        here,
      );

      expect([code, err]).toEqual([0, '']);
      expect(out).toBe(`1 page. The first is ${join('local', 'execution.html')}\n`);
      expect(pageOf('local')).toContain('data-flow="Keep the name"');
      expect(pageOf('local')).toContain('"variable":["Flow.name","Ada Lambert"]');
      expect(pageOf('local')).toContain('"action":"a1"');
    } finally {
      await org.stop();
    }
  });

  test('is refused by name when the org does not know it', async () => {
    const org = await startOrg({ host: '127.0.0.1', port: 0 });
    try {
      const url = `http://127.0.0.1:${org.port}`;
      const { code, err } = await flowcdk(['inspect', 'keep.yaml', '--execution', 'none', '--org', url], here);

      expect(code).toBe(1);
      expect(err).toMatch(/^flowcdk inspect: .*\/api\/v2\/flows\/instances\/none answered 404/);
    } finally {
      await org.stop();
    }
  });
});

/** An answer of an org: JSON by method and path, with the headers that it got. */
type Answers = Readonly<Record<string, (authorization: string | undefined, url: string) => object>>;

async function withOrg<T>(answers: Answers, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(({ url = '', headers }, reply) => {
    const answer = answers[url];
    const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    reply
      .writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer?.(headers.authorization, own) ?? { message: `no ${url}` }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const execution = {
  flowName: 'Keep the name',
  execution: [{ dateTime: '2026-01-05T10:00:00.000Z', actionUpdateData: { actionName: 'Write it down' } }],
};
const inspectRun = (url: string, out: string) =>
  flowcdk(['inspect', 'keep.yaml', '--execution', 'x', '--org', url, '--token', 'key', '--out', out], here);

describe('an org that gathers the data first', () => {
  test('is asked until it is done; only the org itself gets the token', async () => {
    const tokens: (string | undefined)[] = [];
    const done = (downloadUri: string) => ({ id: 'j', jobState: 'Success', entities: [{ id: 'x', downloadUri }] });
    await withOrg({ '/data': (token) => (tokens.push(token), execution) }, (storage) =>
      withOrg(
        {
          '/api/v2/flows/instances/x': (token) => (tokens.push(token), { id: 'j', jobState: 'Running', entities: [] }),
          '/api/v2/flows/instances/jobs/j': (token) => (tokens.push(token), done(`${storage}/data`)),
        },
        async (url) => {
          expect(await inspectRun(url, 'cloud')).toMatchObject({ code: 0, err: '' });
        },
      ),
    );

    expect(tokens).toEqual(['Bearer key', 'Bearer key', undefined]);
    expect(pageOf('cloud')).toContain('actionUpdateData: Write it down');
  });

  test.each([
    [
      'keeps nothing of the run',
      { jobState: 'Success', entities: [{ failed: true, statusCode: 404 }] },
      'the org keeps no data of the run x (404).',
    ],
    ['fails', { jobState: 'Failed' }, 'the org keeps no data of the run x.'],
    ['names no address', { jobState: 'Success', entities: [{ id: 'x' }] }, 'the org gives no address of the data.'],
  ])('that %s is told', async (_, job, message) => {
    const { code, err } = await withOrg({ '/api/v2/flows/instances/x': () => job }, (url) => inspectRun(url, 'none'));

    expect([code, err]).toEqual([1, `flowcdk inspect: ${message}\n`]);
  });
});
