import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningOrg, startOrg } from '../../src/emulator/start-org';
import { workflowYaml } from './private/flows';

/*
 * The org of these tests lives in real time and asks a real service on this machine, as an org of `flowcdk org` does.
 * Only its clock is moved ahead.
 */

const HOUR = 3_600;

let org: RunningOrg;
let service: Server;
/** What the service answers; the rest of the test decides when. */
let answers: (request: IncomingMessage, reply: ServerResponse) => void;

beforeEach(async () => {
  answers = (_, reply) => void reply.end('{}');
  service = createServer((request, reply) => answers(request, reply)).listen(0, '127.0.0.1');
  await once(service, 'listening');
  org = await startOrg({ host: '127.0.0.1', port: 0, life: { chanceSeed: 'moves' } });
});
afterEach(async () => {
  await org.stop();
  service.closeAllConnections();
  service.close();
});

const urlOf = (path: string): string => `http://127.0.0.1:${org.port}${path}`;

async function send<T>(method: string, path: string, body?: object | string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(urlOf(path), {
    method,
    headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  const text = await answer.text();
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Uploads a workflow and gives its id. */
async function publish(yaml: string): Promise<string> {
  const job = await send<Record<'id' | 'presignedUrl', string>>('POST', '/api/v2/flows/jobs');
  await send('PUT', new URL(job.presignedUrl).pathname, yaml);
  const { flow, messages } = await send<{ flow?: { id: string }; messages: unknown }>(
    'GET',
    `/api/v2/flows/jobs/${job.id}?expand=messages`,
  );
  if (!flow) throw new Error(JSON.stringify(messages));
  return flow.id;
}

const launch = (flowId: string): Promise<{ readonly id: string }> =>
  send('POST', '/api/v2/flows/executions', { flowId });
const reasonOf = async (id: string): Promise<string | undefined> =>
  (await send<{ completionReason?: string }>('GET', `/api/v2/flows/executions/${id}`)).completionReason;

const move = (seconds: number, signal?: AbortSignal): Promise<{ readonly now: string; readonly arrived: boolean }> =>
  send('POST', '/flowcdk/clock', { seconds }, signal);
/** How far the clock of the org is ahead of the clock of this machine, in hours. */
const hoursAhead = async (): Promise<number> => {
  const { now } = await send<{ now: string }>('GET', '/flowcdk/clock');
  return (Date.parse(now) - Date.now()) / (HOUR * 1000);
};

describe('the clock stands while a request is out', () => {
  /** An integration with a data action `Ask` of the service, and an access token that comes from the service, too. */
  function deployAction(): void {
    const { port } = service.address() as AddressInfo;
    const contract = { input: { inputSchema: {} }, output: { successSchema: {} } };
    const type = { name: 'userDefinedOAuth' };
    org.org.put('credential', { id: 'credential', name: 'Login', type, fieldNames: ['loginUrl'] });
    org.org.putSecret('credential', { loginUrl: `http://127.0.0.1:${port}/token` });
    org.org.put('integration', {
      id: 'integration',
      name: 'Service',
      integrationType: { id: 'custom-rest-actions' },
      intendedState: 'ENABLED',
      configVersion: 1,
      credentials: { basicAuth: { id: 'credential' } },
    });
    const action = { integrationId: 'integration', category: 'Service', secure: false, version: 1, contract };
    org.org.put('dataAction', {
      ...action,
      id: 'customAuth_-_integration',
      name: 'Custom Auth Action',
      customAuth: true,
      config: {
        request: {
          requestType: 'POST',
          requestUrlTemplate: '${credentials.loginUrl}',
          requestTemplate: 'grant_type=client_credentials',
        },
        response: { successTemplate: '${rawResult}' },
      },
    });
    org.org.put('dataAction', {
      ...action,
      id: 'ask',
      name: 'Ask',
      config: { request: { requestType: 'GET', requestUrlTemplate: `http://127.0.0.1:${port}/ask` }, response: {} },
    });
  }

  /** Waits two hours, asks the service for a minute at most, and says what came of it. */
  const asksAfterTwoHours = workflowYaml(
    'Asks after two hours',
    `          - wait:
              name: Wait
              duration:
                lit: { hours: 2 }
          - callData:
              name: After the wait
              timeout:
                lit: { minutes: 1 }
              category:
                Service:
                  dataAction:
                    Ask:
                      inputs: {}
              outputs:
                success: { actions: [{ endWorkflow: { name: Answered, exitReason: { lit: answered } } }] }
                failure: { actions: [{ endWorkflow: { name: Failed, exitReason: { lit: failed } } }] }
                timeout: { actions: [{ endWorkflow: { name: Too late, exitReason: { lit: too late } } }] }`,
  );

  test('a data action behind a long wait gets its answer, and the token it needs for it', async () => {
    deployAction();
    const paths: (string | undefined)[] = [];
    answers = ({ url }, reply) => {
      paths.push(url);
      reply.end('{"access_token": "t"}');
    };
    const { id } = await launch(await publish(asksAfterTwoHours));
    expect(await move(10 * HOUR)).toMatchObject({ arrived: true });
    expect(paths).toEqual(['/token', '/ask']);
    expect(await reasonOf(id)).toBe('answered');
    expect(await hoursAhead()).toBeCloseTo(10, 1);
  });

  test('a service may launch a workflow meanwhile: the org answers it', async () => {
    deployAction();
    const other = await publish(workflowYaml('Other'));
    const launched: string[] = [];
    answers = ({ url }, reply) => {
      if (url === '/token') return void reply.end('{}');
      void launch(other).then(({ id }) => {
        launched.push(id);
        reply.end('{}');
      });
    };
    const { id } = await launch(await publish(asksAfterTwoHours));
    await move(10 * HOUR);
    expect(await reasonOf(id)).toBe('answered');
    const { status } = await send<{ status: string }>('GET', `/api/v2/flows/executions/${launched[0]}`);
    expect(status).toBe('COMPLETED');
  });

  test('a service that does not answer does not keep the move from being cancelled', async () => {
    deployAction();
    const cancel = new AbortController();
    const open: ServerResponse[] = [];
    answers = (_, reply) => {
      open.push(reply);
      cancel.abort();
    };
    await launch(await publish(asksAfterTwoHours));
    await expect(move(10 * HOUR, cancel.signal)).rejects.toThrow('aborted');
    expect(await hoursAhead()).toBeCloseTo(2, 1);
    answers = (_, reply) => void reply.end('{}');
    for (const reply of open) reply.end('{}');
    // It begins when the move before it is over.
    expect(await move(0)).toMatchObject({ arrived: true });
    expect(await hoursAhead()).toBeCloseTo(2, 1);
  });
});

describe('a long move of the clock', () => {
  /** A hundred workflows that wait a minute each time: 432,000 waits in 72 hours. */
  beforeEach(async () => {
    const flowId = await publish(
      workflowYaml(
        'Waits',
        `          - wait:
              name: A minute
              duration:
                noValue: true
          - changeState:
              name: Again
              targetStateRef: /workflow/states/state[Begin]`,
      ),
    );
    for (let i = 0; i < 100; i += 1) await launch(flowId);
  });

  test('answers others meanwhile, and ends where it is when its caller leaves', async () => {
    const cancel = new AbortController();
    const moved = move(72 * HOUR, cancel.signal);
    const [ahead] = await Promise.all([hoursAhead(), send('GET', '/api/v2/routing/queues')]);
    expect(ahead).toBeLessThan(72);
    cancel.abort();
    await expect(moved).rejects.toThrow('aborted');
    // It begins when the move before it is over.
    expect(await move(1)).toMatchObject({ arrived: true });
    expect(await hoursAhead()).toBeLessThan(72);
  });

  test('ends when the org begins anew, and says that it did not arrive', async () => {
    const moved = move(72 * HOUR);
    await hoursAhead();
    await send('POST', '/flowcdk/reset');
    expect(await moved).toMatchObject({ arrived: false });
    expect(await hoursAhead()).toBeCloseTo(0, 1);
  });

  test('does not keep the org from ending', async () => {
    const moved = move(72 * HOUR).catch(() => 'cut');
    await hoursAhead();
    await org.stop();
    expect(await moved).toBe('cut');
  });
});
