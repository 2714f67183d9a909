import { startOrg, type StartOptions } from '../../src/emulator/start-org';
import { LINE_TO_SUPPORT } from './line-to-support';

const NUMBER = '+442079460101';

/** An org that listens on this machine in real time. Its line leads every call to the queue Support; it has an agent. */
export interface OrgOverHttp {
  readonly url: string;
  readonly port: number;
  readonly queueId: string;
  readonly userId: string;
  /** Sends a request with the token of the administrator. @throws Error for a refusal */
  send<T>(method: string, path: string, body?: object | string): Promise<T>;
  /**
   * Places a call, and gives its id. An agent answers at once, talks and wraps up within a second.
   *
   * @param behaviour what the agent does otherwise, in milliseconds
   */
  call(behaviour?: Readonly<Partial<Record<'answersAfter' | 'talksFor' | 'wrapsUpIn', number>>>): Promise<string>;
  /** Ends when the after-call work of a call is over. */
  over(conversationId: string): Promise<void>;
  /** Creates an OAuth client for client credentials, with a role of permissions such as `routing:queue:view`. */
  client(...permissions: readonly string[]): Promise<{ readonly clientId: string; readonly secret: string }>;
  stop(): Promise<void>;
}

/** Starts an org over HTTP with a line that is open at any time. */
export async function orgOverHttp(options: Partial<StartOptions> = {}): Promise<OrgOverHttp> {
  const { port, stop } = await startOrg({ host: '127.0.0.1', port: 0, ...options });
  const url = `http://127.0.0.1:${port}`;
  const send = async <T>(method: string, path: string, body?: object | string): Promise<T> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const queue = { name: 'Support', acwSettings: { wrapupPrompt: 'MANDATORY' } };
  const { id: queueId } = await send<{ id: string }>('POST', '/api/v2/routing/queues', queue);
  const user = { name: 'Ada', email: 'ada@local.example' };
  const { id: userId } = await send<{ id: string }>('POST', '/api/v2/users', user);
  await send('POST', `/api/v2/routing/queues/${queueId}/members`, [{ id: userId }]);
  const job = await send<Record<'id' | 'presignedUrl', string>>('POST', '/api/v2/flows/jobs');
  await send('PUT', new URL(job.presignedUrl).pathname, LINE_TO_SUPPORT);
  const { flow } = await send<{ flow: { id: string } }>('GET', `/api/v2/flows/jobs/${job.id}?expand=messages`);
  const line = { name: 'Line', dnis: [NUMBER], openHoursFlow: { id: flow.id } };
  await send('POST', '/api/v2/architect/ivrs', line);
  await send('PUT', `/flowcdk/agents/${userId}`, { onQueue: true });
  return {
    url,
    port,
    queueId,
    userId,
    send,
    stop,
    over: async (conversationId) => {
      const topic = `v2.detail.events.conversation.${conversationId}.acw`;
      for (;;) {
        const { entities } = await send<{ entities: { topic?: string }[] }>(
          'GET',
          '/flowcdk/events?type=event.published',
        );
        if (entities.some((event) => event.topic === topic)) return;
        await new Promise(setImmediate);
      }
    },
    client: async (...permissions) => {
      const permissionPolicies = permissions.map((permission) => {
        const [domain, entityName, action] = permission.split(':');
        return { domain, entityName, actionSet: [action] };
      });
      const role = { name: 'Listener', permissionPolicies };
      const { id: roleId } = await send<{ id: string }>('POST', '/api/v2/authorization/roles', role);
      const { id: divisionId } = await send<{ id: string }>('GET', '/api/v2/authorization/divisions/home');
      const { id, secret } = await send<Record<'id' | 'secret', string>>('POST', '/api/v2/oauth/clients', {
        name: 'Listener',
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        roleDivisions: [{ roleId, divisionId }],
      });
      return { clientId: id, secret };
    },
    call: async (behaviour) => {
      const { id } = await send<{ id: string }>('POST', '/flowcdk/calls', { from: '+33142685300', to: NUMBER });
      const quick = { answersAfter: 100, talksFor: 300, wrapsUpIn: 100 };
      await send('PUT', `/flowcdk/calls/${id}/agents`, { ...quick, ...behaviour });
      return id;
    },
  };
}
