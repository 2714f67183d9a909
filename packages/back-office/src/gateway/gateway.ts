import { type Clock, later } from '../ground/clock';
import type { AnalyticsConversation } from '../reconciliation/analytics-conversation';
import { Failure, failureOf, type Fetch, send } from '../ground/http';

/** Where the API of the org is, and how the back office signs in. */
export interface GatewaySettings {
  /** `https://api.mypurecloud.de`, or the address of a local org. */
  readonly api: string;
  /** `https://login.mypurecloud.de`; a local org has its token endpoint at the same address as its API. */
  readonly login: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** For how long the name of a user is kept, in milliseconds. @default 10 minutes */
  readonly userCacheTime?: number | undefined;
  /** For how long the name of a wrap-up code is kept, in milliseconds. @default 1 hour */
  readonly codeCacheTime?: number | undefined;
  /** How long a request may take, in milliseconds. @default 10 seconds */
  readonly timeout?: number | undefined;
}

/** The most conversations of a page; the API states no limit, and 100 is what its other lists allow (assumed). */
const PAGE_SIZE = 100;

/** The longest span of one query, in milliseconds: 31 days (believed). */
const LONGEST_SPAN = 31 * 86_400_000;

/** The most names that are kept; the oldest ones go first. */
const MOST_NAMES = 10_000;

/**
 * The names that Genesys Cloud has for the ids of a result. Names and the token are cached. A 401 renews the token once.
 */
export class Gateway {
  readonly #names = new Map<string, { readonly name: string | undefined; readonly until: Date }>();
  #token: Promise<string> | undefined;

  constructor(
    private readonly settings: GatewaySettings,
    private readonly clock: Clock,
    private readonly fetch: Fetch,
  ) {}

  /**
   * Name of an agent; undefined where the organisation does not know the user.
   *
   * @throws Failure
   */
  userName(id: string): Promise<string | undefined> {
    const time = this.settings.userCacheTime ?? 600_000;
    return this.#name('the user of the call', `/api/v2/users/${encodeURIComponent(id)}`, time);
  }

  /**
   * Name of a wrap-up code; undefined where the organisation does not know the code.
   *
   * @throws Failure
   */
  wrapupName(id: string): Promise<string | undefined> {
    const time = this.settings.codeCacheTime ?? 3_600_000;
    return this.#name('the wrap-up code of the call', `/api/v2/routing/wrapupcodes/${encodeURIComponent(id)}`, time);
  }

  /**
   * Executes a data action.
   *
   * @returns its output; undefined where it fails with 404, as a lookup does that knows nobody
   * @throws Failure where the organisation has no such data action, or it fails otherwise
   */
  async execute(name: string, input: object): Promise<Readonly<Record<string, unknown>> | undefined> {
    const what = `the data action ${name}`;
    const list = await this.#request(what, `/api/v2/integrations/actions?name=${encodeURIComponent(name)}`);
    if (!list.ok) throw failureOf(what, list, this.clock.now());
    const { entities = [] } = (await list.json()) as { readonly entities?: readonly { id: string; name: string }[] };
    const action = entities.find((entity) => entity.name === name);
    if (!action) throw new Failure(`${what}: the organisation has none of that name`, false);
    const path = `/api/v2/integrations/actions/${encodeURIComponent(action.id)}/execute`;
    const response = await this.#request(what, path, input);
    if (response.status === 404) return undefined;
    if (!response.ok) throw failureOf(what, response, this.clock.now());
    return (await response.json()) as Readonly<Record<string, unknown>>;
  }

  /** Forgets the token and every name, as after a restart. */
  forget(): void {
    this.#token = undefined;
    this.#names.clear();
  }

  /**
   * Conversations that began between two moments, in pages of 100. The API gives those of whole days (documented), so what
   * began outside is left out; where a conversation does not say when it began, it counts.
   *
   * @throws Failure
   */
  async *conversations(from: Date, to: Date): AsyncGenerator<AnalyticsConversation> {
    for (let start = from; start < to; start = later(start, LONGEST_SPAN)) {
      const end = new Date(Math.min(later(start, LONGEST_SPAN).getTime(), to.getTime()));
      for await (const conversation of this.#conversationsOfDays(start, end)) {
        const began = new Date(conversation.conversationStart ?? start);
        if (began >= start && began < end) yield conversation;
      }
    }
  }

  async *#conversationsOfDays(from: Date, to: Date): AsyncGenerator<AnalyticsConversation> {
    const what = 'the conversations of the organisation';
    for (let pageNumber = 1; ; pageNumber++) {
      const response = await this.#request(what, '/api/v2/analytics/conversations/details/query', {
        interval: `${from.toISOString()}/${to.toISOString()}`,
        order: 'asc',
        orderBy: 'conversationStart',
        paging: { pageSize: PAGE_SIZE, pageNumber },
      });
      if (!response.ok) throw failureOf(what, response, this.clock.now());
      const { conversations = [] } = (await response.json()) as {
        readonly conversations?: readonly AnalyticsConversation[];
      };
      yield* conversations;
      if (conversations.length < PAGE_SIZE) return;
    }
  }

  async #name(what: string, path: string, cacheTime: number): Promise<string | undefined> {
    const known = this.#names.get(path);
    if (known && known.until > this.clock.now()) return known.name;
    const response = await this.#request(what, path);
    if (!response.ok && response.status !== 404 && response.status !== 400) {
      throw failureOf(what, response, this.clock.now());
    }
    const body = (await response.json().catch(() => ({}))) as { readonly name?: unknown };
    const name = response.ok && typeof body.name === 'string' ? body.name : undefined;
    this.#names.delete(path);
    this.#names.set(path, { name, until: later(this.clock.now(), cacheTime) });
    for (const oldest of this.#names.keys()) {
      if (this.#names.size <= MOST_NAMES) break;
      this.#names.delete(oldest);
    }
    return name;
  }

  /** @param body makes it a POST */
  async #request(what: string, path: string, body?: object): Promise<Response> {
    const ask = async (token: string): Promise<Response> => {
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
      const init = body
        ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
        : { headers };
      return send(this.fetch, what, `${this.settings.api}${path}`, init, this.settings.timeout ?? 10_000);
    };
    const token = this.#accessToken();
    const first = await ask(await token);
    if (first.status !== 401) return first;
    // Requests that run beside each other renew a token once.
    if (this.#token === token) this.#token = undefined;
    return ask(await this.#accessToken());
  }

  #accessToken(): Promise<string> {
    this.#token ??= this.#logIn().catch((error: unknown) => {
      this.#token = undefined;
      throw error;
    });
    return this.#token;
  }

  async #logIn(): Promise<string> {
    const { login, clientId, clientSecret, timeout = 10_000 } = this.settings;
    const what = 'the token of the gateway';
    const response = await send(
      this.fetch,
      what,
      `${login}/oauth/token`,
      {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      },
      timeout,
    );
    // A rotated secret is put right by people: the work waits for them and is not parked.
    if (response.status === 400 || response.status === 401)
      throw new Failure(`${what}: the client id or secret is wrong`, true);
    if (!response.ok) throw failureOf(what, response, this.clock.now());
    const body = (await response.json().catch(() => ({}))) as { readonly access_token?: unknown };
    if (typeof body.access_token !== 'string') throw new Failure(`${what}: the answer has no access_token`, true);
    return body.access_token;
  }
}
