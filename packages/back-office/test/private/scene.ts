import { type BackOffice, type BackOfficeSettings, type Fetch, openBackOffice } from '../../src';
import type { AnalyticsConversation } from '../../src/reconciliation/analytics-conversation';
import { countingHistory } from './counting-history';
import { testDatabase } from './test-database';

/** Ids that appear in the tests. */
export const ids = {
  conversation: '7d2f5a04-0b0e-4c5f-9d0a-0a2f8f3c1b11',
  participant: 'b0b6d5f1-5a53-4f4e-8b57-2f6b5c0f7a22',
  session: 'c3a1f7d2-9d1e-4c1b-8a55-6f0e2d9b4c33',
  agent: '0e8a7c1d-44f2-4a6b-9b7c-5d1f2e3a4b44',
  code: '9f1b2c3d-55a3-4b7c-8d9e-6e2f3a4b5c55',
  customer: '1a2b3c4d-66b4-4c8d-9eaf-7f3a4b5c6d66',
  otherCustomer: '2b3c4d5e-77c5-4d9e-8fb0-8a4b5c6d7e77',
} as const;

/** The communication history of a company, for scenes that write to one. */
export const COMPANY_HISTORY = { url: 'https://history.example', key: 'key' };

export const NOON = Date.parse('2026-11-21T12:00:00Z');

/** A result as the application of the repository posts it. */
export const result = {
  conversationId: ids.conversation,
  eventTime: '2026-11-21T11:59:00Z',
  direction: 'inbound',
  mediaType: 'voice',
  ani: '+33142685300',
  subject: 'A broken wheel',
  wrapupCode: ids.code,
  userId: ids.agent,
};

export const key = (session = ids.session as string): string => `${ids.conversation}/${ids.participant}/${session}`;

/** Genesys Cloud as the gateway sees it; a test changes what it answers. */
export class Genesys {
  readonly requests: string[] = [];
  names: Record<string, string> = { [ids.agent]: 'Ada Lambert', [ids.code]: 'Repair agreed' };
  conversations: readonly AnalyticsConversation[] = [];
  /** A data action that fails. */
  failing: string | undefined;
  /** The numbers that lookups were asked for. */
  readonly numbers: string[] = [];
  /** What the lookups know, by the name of the data action. */
  customers: Readonly<Record<string, object>> = {};
  /** Answers that come before the usual one, in order. */
  readonly next: Response[] = [];

  readonly fetch = (url: string, { body }: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(url);
    this.requests.push(pathname);
    const [before] = this.next.splice(0, 1);
    if (before) return Promise.resolve(before);
    if (pathname === '/oauth/token') return Promise.resolve(Response.json({ access_token: 'token' }));
    if (pathname.endsWith('/details/query')) return Promise.resolve(this.#page(String(body)));
    if (pathname.endsWith('/integrations/actions')) {
      const name = searchParams.get('name') ?? '';
      return Promise.resolve(Response.json({ entities: [{ id: name, name }] }));
    }
    if (pathname.endsWith('/execute')) {
      const name = decodeURIComponent(pathname.split('/').at(-2) ?? '');
      this.numbers.push((JSON.parse(String(body)) as { readonly phoneNumber: string }).phoneNumber);
      if (name === this.failing) return Promise.resolve(new Response(null, { status: 503 }));
      const known = this.customers[name];
      return Promise.resolve(known ? Response.json(known) : new Response(null, { status: 404 }));
    }
    const name = this.names[pathname.split('/').at(-1) ?? ''];
    return Promise.resolve(name === undefined ? new Response(null, { status: 404 }) : Response.json({ name }));
  };

  #page(body: string): Response {
    const { paging } = JSON.parse(body) as {
      readonly paging: { readonly pageSize: number; readonly pageNumber: number };
    };
    const first = (paging.pageNumber - 1) * paging.pageSize;
    return Response.json({
      conversations: this.conversations.slice(first, first + paging.pageSize),
      totalHits: this.conversations.length,
    });
  }
}

/**
 * A back office with its own database and clock, and a Genesys Cloud of its own. A test file opens one and begins anew
 * before each test, because PGlite takes a second to open.
 */
export class Scene {
  genesys = new Genesys();
  /** Where records go if the settings name a history of the company. */
  history = countingHistory();
  #now = NOON;
  #org: { readonly api: Fetch; readonly now: () => number } | undefined;
  #keys: Readonly<Record<string, string>> = {};
  #office: BackOffice | undefined;
  #remove = (): Promise<void> => Promise.resolve();

  /** A scene for a test file: opened before its tests, begun anew before each, closed behind them. */
  static forTests(settings: Partial<BackOfficeSettings> = {}): Scene {
    const scene = new Scene();
    jest.setTimeout(30_000);
    beforeAll(() => scene.open(settings), 60_000);
    beforeEach(() => scene.beginAnew());
    afterAll(() => scene.close(), 60_000);
    return scene;
  }

  get office(): BackOffice {
    if (!this.#office) throw new Error('The scene is not open.');
    return this.#office;
  }

  async open(settings: Partial<BackOfficeSettings>): Promise<void> {
    const { place, remove } = await testDatabase();
    this.#remove = remove;
    this.#office = await openBackOffice(
      {
        database: place,
        gateway: { api: 'https://api.example', login: 'https://login.example', clientId: 'id', clientSecret: 'secret' },
        ...settings,
      },
      {
        clock: { now: () => new Date(this.#org?.now() ?? this.#now) },
        fetch: (url, init) => this.#fetch(url, init),
      },
    );
  }

  /** The office has its time from an org, and asks its API. */
  livesBeside(api: Fetch, now: () => number): void {
    this.#org = { api, now };
    this.office.gateway.forget();
  }

  #fetch(url: string, init: RequestInit): Promise<Response> {
    if (url.startsWith(COMPANY_HISTORY.url)) return this.history.fetch(url, init);
    const isOfOrg = this.#org && this.genesys.next.length === 0 && new URL(url).pathname.startsWith('/api/');
    return this.#org && isOfOrg ? this.#org.api(url, init) : this.genesys.fetch(url, init);
  }

  async beginAnew(): Promise<void> {
    const { db, keys, gateway } = this.office;
    gateway.forget();
    for (const table of [
      'result',
      'work',
      'pairing',
      'replaced_pairing',
      'communication_record',
      'api_key',
      'session',
      'feed_position',
    ] as const)
      await db.deleteFrom(table).execute();
    this.#now = NOON;
    this.genesys = new Genesys();
    this.history = countingHistory();
    this.#org = undefined;
    this.#keys = {
      'front-end': await keys.add('front-end', 'agents'),
      genesys: await keys.add('genesys', 'data action'),
      'event-bridge': await keys.add('event-bridge', 'AWS'),
      reader: await keys.add('reader', 'reports'),
    };
  }

  wait(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** A request with the key of a role. */
  async ask(role: string, method: 'GET' | 'POST', url: string, body?: unknown, headers: Record<string, string> = {}) {
    const key = this.#keys[role];
    const answer = await this.office.server.inject({
      method,
      url,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: isJson ? (answer.json() as unknown) : answer.body };
  }

  post(body: unknown, idempotencyKey?: string) {
    const headers = idempotencyKey === undefined ? undefined : { 'idempotency-key': idempotencyKey };
    return this.ask('genesys', 'POST', '/customers/supportResult', body, headers);
  }

  pair(customerId: string, interactionId: string = ids.conversation) {
    return this.ask('front-end', 'POST', '/customers/supportInteraction', { customerId, interactionId });
  }

  /** Works until nothing is due any more. */
  async work(): Promise<void> {
    while ((await this.office.worker.work()) > 0);
  }

  async records() {
    return (await this.office.records?.find({ most: 500 })) ?? [];
  }

  async close(): Promise<void> {
    await this.#office?.close();
    await this.#remove();
  }
}
