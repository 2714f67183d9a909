import type { ListenerClock, ListenerFetch } from './ports';

/** Gives an access token. `refused`: the token that the org takes no more. */
export type TokenSupplier = (refused?: string) => Promise<string> | string;

/** A request that the org refused for good. */
export class ListenerRefused extends Error {
  override readonly name = 'ListenerRefused';

  constructor(
    readonly status: number,
    method: string,
    path: string,
    reason: string,
  ) {
    super(`${method} ${path}: ${status === 0 ? 'no answer' : status}: ${reason}`);
  }
}

export interface ApiOptions {
  /** `https://api.mypurecloud.de`, or the address of a local org. */
  readonly api: string;
  readonly token: TokenSupplier;
  readonly clock: ListenerClock;
  readonly fetch: ListenerFetch;
  readonly onCall: () => void;
}

/** JSON of an answer. */
export type Fields = Readonly<Record<string, unknown>>;

const MOST_TRIES = 5;
/** The longest time that `Retry-After` is obeyed. Seconds. */
const LONGEST_WAIT = 180;
/** Items of a page (the API takes no more for most lists). */
const PAGE = 100;

/** The part of the platform's API that a listener uses. It waits after 429, tries again after 5xx, renews a token once. */
export class ListenerApi {
  #token: Promise<string> | undefined;
  /** Ends each wait that is under way. */
  readonly #waits = new Set<() => void>();
  #isStopped = false;

  constructor(private readonly options: ApiOptions) {}

  /** The next request asks for a new token. */
  async forgetToken(): Promise<void> {
    const before = await this.#token?.catch(() => undefined);
    this.#token = Promise.resolve(this.options.token(before));
  }

  get(path: string): Promise<Fields> {
    return this.send('GET', path);
  }

  /** @throws ListenerRefused */
  async send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Fields> {
    let isRenewed = false;
    for (let tries = 1; ; tries += 1) {
      const { status, text, wait } = await this.#once(method, path, body);
      if (status >= 200 && status < 300) return fieldsIn(text);
      if (status === 401 && !isRenewed) {
        isRenewed = true;
        await this.forgetToken();
      } else if ((status === 429 || status >= 500 || status === 0) && tries < MOST_TRIES && !this.#isStopped)
        await this.sleep(1000 * Math.min(wait ?? 2 ** (tries - 1), LONGEST_WAIT));
      else throw new ListenerRefused(status, method, path, String(fieldsIn(text)['message'] ?? text.slice(0, 200)));
    }
  }

  /** Everything of a list, page after page. */
  async all(path: string): Promise<readonly Fields[]> {
    const items: Fields[] = [];
    for (let page = 1; ; page += 1) {
      const { entities, pageCount } = await this.get(`${path}?pageSize=${PAGE}&pageNumber=${page}`);
      items.push(...((entities ?? []) as readonly Fields[]));
      if (page >= Number(pageCount ?? 1)) return items;
    }
  }

  sleep(milliseconds: number): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    return new Promise((done) => {
      const end = (): void => {
        cancel();
        this.#waits.delete(end);
        done();
      };
      const cancel = this.options.clock.after(milliseconds, end);
      this.#waits.add(end);
    });
  }

  /** Nobody waits any more: every wait ends, and a request that failed is not sent again. */
  stop(): void {
    this.#isStopped = true;
    for (const end of this.#waits) end();
  }

  async #once(method: string, path: string, body: unknown) {
    const { api, token, fetch, onCall } = this.options;
    onCall();
    try {
      this.#token ??= Promise.resolve(token());
      const answer = await fetch(`${api}${path}`, {
        method,
        headers: { authorization: `Bearer ${await this.#token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const seconds = Number(answer.headers.get('retry-after') ?? '');
      return { status: answer.status, text: await answer.text(), wait: seconds > 0 ? seconds : undefined };
    } catch (problem) {
      this.#token = undefined;
      return { status: 0, text: problem instanceof Error ? problem.message : String(problem), wait: undefined };
    }
  }
}

function fieldsIn(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}
