import { FlowcdkError } from '../ground/finding';
import type { OrgAddress } from './org-address';
import { isAllowed } from './requests';

/** A request that goes out. */
export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  /** With its origin. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OrgAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Carries a request to an org. Throws where nobody answers. */
export type Exchange = (request: OutgoingRequest) => Promise<OrgAnswer>;

/** How a connection proves who it is. */
export type Credentials = { readonly clientId: string; readonly secret: string } | { readonly token: string };

export interface ConnectionOptions {
  readonly address: OrgAddress;
  readonly credentials: Credentials;
  readonly exchange: Exchange;
  /** Milliseconds of any beginning. */
  readonly now: () => number;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Takes how long the org said that nobody may ask, in seconds. */
  readonly onLimit?: (seconds: number) => void;
}

/** JSON of an answer. */
export interface Fields {
  readonly [name: string]: unknown;
}

/** How often a request is sent again after 5xx, after silence, and after a limit without a time. */
const MOST_TRIES = 6;
/** How often an org may say `Retry-After` to one request. */
const MOST_WAITS = 60;
/** The longest time that `Retry-After` is obeyed, in seconds. The official SDKs give up there, too. */
const LONGEST_WAIT = 180;
/** Items of one page of a list. The API takes no more for most lists (documented). */
const PAGE = 100;

/**
 * Reads an org. It sends nothing but what `allowedRequests` has. It waits where the org says that there were too many
 * requests, tries again after 5xx and after silence, and renews a token that is not taken any more once.
 */
export class Connection {
  /** Milliseconds; nobody asks before. The limit belongs to the token, so all requests wait together. */
  #closedUntil = 0;
  #token: Promise<string> | undefined;
  /** Whether the org ever answered. Where it never did, the address is wrong, and trying again only takes time. */
  #wasReached = false;

  constructor(private readonly options: ConnectionOptions) {}

  get address(): OrgAddress {
    return this.options.address;
  }

  get now(): number {
    return this.options.now();
  }

  pause(milliseconds: number): Promise<void> {
    return this.options.pause(milliseconds);
  }

  /** @throws FlowcdkError `org-refused`, with the request and the reason of the org */
  get(path: string): Promise<Fields> {
    return this.#json('GET', path);
  }

  post(path: string, body: object): Promise<Fields> {
    return this.#json('POST', path, JSON.stringify(body));
  }

  /** The text of a file; empty where the org answers 404. */
  async text(path: string): Promise<string> {
    const { status, body } = await this.#authorized('GET', path, undefined, [404]);
    return status === 404 ? '' : body;
  }

  /** Everything of a list, page after page. Lists with a cursor say where they go on, others count their pages. */
  async all(path: string, query: Readonly<Record<string, string>> = {}): Promise<readonly Fields[]> {
    const pageAt = (page: number): string =>
      `${path}?${new URLSearchParams({ ...query, pageSize: String(PAGE), pageNumber: String(page) })}`;
    const all: Fields[] = [];
    let next = pageAt(1);
    for (let page = 2; ; page++) {
      const { entities, pageCount, nextUri } = await this.get(next);
      const items = fieldsIn(entities);
      all.push(...items);
      const goesOn = typeof pageCount === 'number' ? page <= pageCount : typeof nextUri === 'string';
      if (items.length === 0 || !goesOn) return all;
      next = typeof pageCount === 'number' ? pageAt(page) : String(nextUri);
    }
  }

  /** Downloads what the org has prepared at a signed address. Another host than the API does not get the token. */
  async download(url: string): Promise<string> {
    const { api } = this.options.address;
    if (!URL.canParse(url))
      throw refused('the org names no address for a download', 'GET', '/api/v2/flows/export/jobs');
    const isOwn = new URL(url).origin === new URL(api).origin;
    const headers = isOwn ? await this.#headers() : {};
    return (await this.#tried({ method: 'GET', url, headers })).body;
  }

  async #json(method: 'GET' | 'POST', path: string, body?: string): Promise<Fields> {
    const answer = await this.#authorized(method, path, body);
    const value = jsonIn(answer.body);
    if (!isFields(value)) throw refused('answers with something that is no JSON object', method, path, answer.status);
    return value;
  }

  async #authorized(
    method: 'GET' | 'POST',
    path: string,
    body?: string,
    fine: readonly number[] = [],
  ): Promise<OrgAnswer> {
    if (!isAllowed(method, path)) throw new Error(`${method} ${path} is not in the list of requests that only read`);
    const request = await this.#request(method, path, body);
    const used = this.#token;
    const answer = await this.#tried(request, [401, ...fine]);
    if (answer.status !== 401) return answer;
    // Another request may have renewed the token meanwhile.
    if (this.#token === used) this.#token = undefined;
    return this.#tried(await this.#request(method, path, body), fine);
  }

  async #request(method: 'GET' | 'POST', path: string, body?: string): Promise<OutgoingRequest> {
    return {
      method,
      url: `${this.options.address.api}${path}`,
      headers: { ...(await this.#headers()), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
    };
  }

  async #headers(): Promise<Record<string, string>> {
    this.#token ??= this.#logIn();
    return { authorization: `Bearer ${await this.#token}` };
  }

  async #logIn(): Promise<string> {
    const { credentials, address } = this.options;
    if ('token' in credentials) return credentials.token;
    const answer = await this.#tried(
      {
        method: 'POST',
        url: `${address.login}/oauth/token`,
        headers: {
          authorization: `Basic ${Buffer.from(`${credentials.clientId}:${credentials.secret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      },
      [400, 401],
    );
    const value = jsonIn(answer.body);
    const token = isFields(value) ? value['access_token'] : undefined;
    if (answer.status === 200 && typeof token === 'string') return token;
    throw refused(`gives no token: ${reasonIn(answer)}`, 'POST', '/oauth/token', answer.status);
  }

  /** Sends until there is an answer that ends the matter. */
  async #tried(request: OutgoingRequest, fine: readonly number[] = []): Promise<OrgAnswer> {
    const { exchange, onLimit } = this.options;
    for (let tries = 1, waits = 1; ;) {
      await this.#open();
      const answer = await exchange(request).catch((problem: unknown) => silence(problem));
      if (answer.status !== 0) this.#wasReached = true;
      if ((answer.status >= 200 && answer.status < 300) || fine.includes(answer.status)) return answer;
      const seconds = secondsToWait(answer, tries);
      if (answer.status === 429 && saidSeconds(answer) !== undefined) waits += 1;
      else if (answer.status === 429 || answer.status >= 500 || answer.status === 0) tries += 1;
      else throw refused(reasonIn(answer), request.method, request.url, answer.status);
      if (tries > MOST_TRIES || waits > MOST_WAITS || !this.#wasReached)
        throw refused(reasonIn(answer), request.method, request.url, answer.status);
      if (answer.status === 429) {
        onLimit?.(seconds);
        this.#closedUntil = Math.max(this.#closedUntil, this.now + seconds * 1000);
      } else await this.pause(seconds * 1000);
    }
  }

  async #open(): Promise<void> {
    for (let left = this.#closedUntil - this.now; left > 0; left = this.#closedUntil - this.now) await this.pause(left);
  }
}

/** An answer that never came, as one with the status 0. */
const silence = (problem: unknown): OrgAnswer => ({
  status: 0,
  headers: {},
  body: JSON.stringify({ message: `does not answer: ${causeOf(problem)}` }),
});

function causeOf(problem: unknown): string {
  const cause = problem instanceof Error ? ((problem.cause as Error | undefined) ?? problem) : undefined;
  return cause === undefined ? String(problem) : cause.message || cause.name;
}

function saidSeconds({ headers }: OrgAnswer): number | undefined {
  const said = Number(headers['retry-after']);
  return Number.isFinite(said) && said > 0 ? said : undefined;
}

const secondsToWait = (answer: OrgAnswer, tries: number): number =>
  Math.min(saidSeconds(answer) ?? 2 ** (tries - 1), LONGEST_WAIT);

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list. */
export const fieldsIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

function reasonIn({ body }: OrgAnswer): string {
  const value = jsonIn(body);
  const { message, error_description: ofOAuth, description } = isFields(value) ? value : {};
  const reason = [message, ofOAuth, description].find((text) => typeof text === 'string');
  return typeof reason === 'string' ? reason : body.slice(0, 300).trim() || 'no reason given';
}

/** @param what the reason, which never repeats a token or a secret */
function refused(what: string, method: string, url: string, status?: number): FlowcdkError {
  const { origin = '', pathname = url.split('?')[0] ?? '' } = URL.canParse(url) ? new URL(url) : {};
  // A signed address is a secret.
  const path = /^\/(api|oauth)\//.test(pathname) ? pathname : `a file of ${origin}`;
  return new FlowcdkError([
    {
      rule: 'org-refused',
      severity: 'error',
      message: `${method} ${path}${status ? ` was answered with ${status}` : ''}: ${what}`,
      help: helpOn(status),
    },
  ]);
}

function helpOn(status: number | undefined): string {
  if (status === 401)
    return 'Give the OAuth client in GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET, or a token in GENESYSCLOUD_ACCESS_TOKEN.';
  if (status === 403) return 'The page docs/pull.md lists the permissions that the role of the client needs.';
  if (status === 0) return 'Look at the address after --org or at --region, and at the network.';
  return 'What was read until then is kept. The same command goes on from there.';
}
