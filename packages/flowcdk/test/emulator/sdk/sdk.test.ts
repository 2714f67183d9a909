import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { routes } from '../../../src/emulator/api';
import type { Route } from '../../../src/emulator/api/route';
import { type RunningOrg, startOrg } from '../../../src/emulator/start-org';
import { emptyJournal } from '../private/journals';
import { type ExampleRequest, type Before, examples } from '../api/private/examples';
import { type Ids, inhabited } from '../api/private/inhabited';
import { named, withIds } from '../api/private/with-ids';
import { loadSdk, methodsOf, type Sdk, sdkFolder, type SdkMethod } from './private/sdk';

jest.setTimeout(120_000);

/** Requests the local org takes of others than the SDK. */
const notInSdk = ['POST /oauth/token', 'POST /webhooks/api/v1/webhook/:webhookId'];

const plain = (path: string): string => path.toLowerCase().replace(/:\w+|\{\w+\}/g, '{}');
const isOfApi = ({ path }: Route): boolean => path.startsWith('/api/v2/');
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

(sdkFolder === undefined ? describe.skip : describe)(
  'the official JavaScript SDK (npm run test:sdk fetches it)',
  () => {
    let sdk: Sdk;
    let methods: ReadonlyMap<string, SdkMethod>;
    let folder: string;
    let ids: Ids;
    let shared: RunningOrg;
    let copies = 0;

    /** An org that holds one of everything, listening on this machine. */
    const start = async (): Promise<RunningOrg> => {
      const state = join(folder, `copy-${++copies}`);
      cpSync(join(folder, 'inhabited'), state, { recursive: true });
      return startOrg({ host: '127.0.0.1', port: 0, state });
    };
    const speakTo = async ({ port }: RunningOrg): Promise<void> => {
      const client = sdk.ApiClient.instance;
      client.setGateway({ protocol: 'http', host: '127.0.0.1', port });
      await client.loginClientCredentialsGrant('local', 'local');
    };

    beforeAll(async () => {
      sdk = loadSdk(sdkFolder ?? '');
      methods = new Map(methodsOf(sdk).map((method) => [`${method.verb} ${plain(method.path)}`, method]));
      folder = mkdtempSync(join(tmpdir(), 'flowcdk-sdk-orgs-'));
      const org = await inhabited();
      ids = org.ids;
      const journal = emptyJournal(join(folder, 'inhabited'));
      journal.keep(org.changes, new Date());
      await journal.close();
      shared = await start();
    });
    afterAll(async () => {
      await shared.stop();
      rmSync(folder, { recursive: true });
    });
    beforeEach(() => speakTo(shared));

    const methodOf = (route: Route): SdkMethod | undefined => methods.get(`${route.method} ${plain(route.path)}`);

    /** Calls a route through the SDK as its example says. */
    function ask(route: Route, request: ExampleRequest, known = ids): Promise<unknown> {
      const method = methodOf(route);
      if (!method) throw new Error(`the SDK has no method for ${nameOf(route)}`);
      const ours = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => request.path?.[name] ?? name);
      const theirs = [...method.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const query = typeof request.query === 'function' ? request.query(known) : (request.query ?? '');
      const inQuery = Object.fromEntries(new URLSearchParams(query));
      const body = withIds(request.body, known);
      return method.call(
        ...method.parameters.map((name) => {
          const part = theirs.indexOf(name);
          if (part >= 0) return known[ours[part] ?? ''] ?? ours[part];
          if (name === 'opts') return { ...inQuery, ...(body === undefined ? {} : { body }) };
          return Object.hasOwn(inQuery, name) ? inQuery[name] : body;
        }),
      );
    }

    /** Asks what the SDK does not know: the local org's own. */
    async function askPlainly(
      { method, path }: Route,
      request: ExampleRequest,
      known: Ids,
      { port }: RunningOrg,
    ): Promise<unknown> {
      const place = path.replace(
        /:(\w+)/g,
        (_, name: string) => known[request.path?.[name] ?? ''] ?? request.path?.[name] ?? '',
      );
      const answer = await fetch(`http://127.0.0.1:${port}${place}`, {
        method,
        headers: { authorization: 'Bearer local' },
        ...(request.body === undefined ? {} : { body: JSON.stringify(withIds(request.body, known)) }),
      });
      return answer.json();
    }

    /** The ids there are after what is asked first. */
    async function idsAfter(first: readonly Before[], org: RunningOrg): Promise<Ids> {
      let known = ids;
      for (const before of first) {
        const route = routes.find((candidate) => nameOf(candidate) === before.route);
        if (!route) throw new Error(`there is no route ${before.route}`);
        const request = before.request ?? examples[before.route] ?? {};
        const answer = isOfApi(route) ? await ask(route, request, known) : await askPlainly(route, request, known, org);
        known = { ...known, ...named(answer, before.ids ?? {}) };
      }
      return known;
    }

    test('knows every request of the API that the local org takes', () => {
      const unknown = routes.filter((route) => isOfApi(route) && !methodOf(route)).map(nameOf);

      expect(unknown).toEqual([]);
      expect(routes.filter((route) => !isOfApi(route) && !route.path.startsWith('/flowcdk/')).map(nameOf)).toEqual(
        notInSdk,
      );
    });

    test('logs in with client credentials, and is told when they are wrong', async () => {
      const client = sdk.ApiClient.instance;
      const { accessToken } = await client.loginClientCredentialsGrant('local', 'local');

      expect(accessToken).not.toBe('');
      await expect(client.loginClientCredentialsGrant(ids['client'] ?? '', 'guess')).rejects.toMatchObject({
        status: 401,
      });
    });

    test.each(routes.filter(isOfApi).map((route) => [nameOf(route), route] as const))('%s', async (_, route) => {
      const example = examples[nameOf(route)];
      if (!example) throw new Error('no example');
      if (route.method === 'GET' && !example.first) {
        await ask(route, example);
        return;
      }
      const own = await start();
      try {
        await speakTo(own);
        await ask(route, example, await idsAfter(example.first ?? [], own));
      } finally {
        await own.stop();
      }
    });

    const api = (name: string): Record<string, (...args: readonly unknown[]) => Promise<unknown>> =>
      new (sdk[name] as new () => Record<string, (...args: readonly unknown[]) => Promise<unknown>>)();

    test('creates, lists page by page, reads, changes and deletes', async () => {
      const routing = api('RoutingApi');
      const own = await start();
      try {
        await speakTo(own);
        const { id } = (await routing['postRoutingQueues']?.({ name: 'Invoices' })) as { readonly id: string };

        expect(await routing['getRoutingQueues']?.({ pageSize: 1, pageNumber: 3 })).toMatchObject({
          entities: [{ id, name: 'Invoices' }],
          total: 3,
          pageCount: 3,
        });
        await routing['putRoutingQueue']?.(id, { name: 'Invoices', description: 'Money' });
        expect(await routing['getRoutingQueue']?.(id)).toMatchObject({ description: 'Money' });
        await routing['deleteRoutingQueue']?.(id);
        await expect(routing['getRoutingQueue']?.(id)).rejects.toMatchObject({
          status: 404,
          code: 'not.found',
          message: `There is no queue ${id}.`,
        });
      } finally {
        await own.stop();
      }
    });

    test('creates a channel, changes its topics, and hears an event through its socket', async () => {
      const notifications = api('NotificationsApi');
      const own = await start();
      try {
        await speakTo(own);
        const { entities } = (await notifications['getNotificationsAvailabletopics']?.({
          expand: ['description', 'transports', 'requiresPermissions'],
        })) as { readonly entities: readonly { readonly id: string; readonly transports: readonly string[] }[] };
        expect(entities.find(({ id }) => id === 'v2.users.{id}.presence')?.transports).toEqual([
          'Websocket',
          'EventBridge',
        ]);
        const { id, connectUri } = (await notifications['postNotificationsChannels']?.()) as Record<string, string>;
        const topics = async () =>
          (
            (await notifications['getNotificationsChannelSubscriptions']?.(id)) as {
              readonly entities: readonly { readonly id: string }[];
            }
          ).entities.map((topic) => topic.id);
        const presence = `v2.users.${ids['user']}.presence`;
        const status = `v2.users.${ids['user']}.routingStatus`;
        await notifications['postNotificationsChannelSubscriptions']?.(id, [{ id: status }]);
        await notifications['postNotificationsChannelSubscriptions']?.(id, [{ id: presence }]);
        expect(await topics()).toEqual([status, presence]);
        await notifications['putNotificationsChannelSubscriptions']?.(id, [{ id: presence }]);
        expect(await topics()).toEqual([presence]);

        const socket = new WebSocket(connectUri ?? '');
        await once(socket, 'open');
        const message = once(socket, 'message') as Promise<[Buffer]>;
        await api('PresenceApi')['patchUserPresencesPurecloud']?.(ids['user'], {
          presenceDefinition: { systemPresence: 'Meal' },
        });
        expect(JSON.parse(String((await message)[0]))).toMatchObject({
          topicName: presence,
          eventBody: { presenceDefinition: { systemPresence: 'Meal' } },
        });
        socket.terminate();

        await notifications['deleteNotificationsChannelSubscriptions']?.(id);
        expect(await topics()).toEqual([]);
        const channels = (await notifications['getNotificationsChannels']?.()) as { readonly entities: unknown[] };
        expect(channels.entities).toMatchObject([{ id }]);
        await expect(
          notifications['postNotificationsChannelSubscriptions']?.(id, [{ id: 'v2.users.1.mood' }]),
        ).rejects.toMatchObject({ status: 400, code: 'notification.invalid.topic' });
      } finally {
        await own.stop();
      }
    });

    test('is told what is wrong with a body, and what uses a thing', async () => {
      await expect(api('RoutingApi')['postRoutingQueues']?.({ name: 5 })).rejects.toMatchObject({
        status: 400,
        message: 'name is 5; expected a text of 1 to 256 characters',
      });
      await expect(api('ArchitectApi')['deleteFlow']?.(ids['flow'])).rejects.toMatchObject({
        status: 409,
        message: "The flow 'Report' is in use and cannot be deleted: trigger 'Call finished'.",
      });
    });
  },
);
