import { defined } from '../ground/defined';
import { createHash } from 'node:crypto';
import { Refused, secretNotKnown } from './refusals';
import { isValues, listOf, Secret, type Value, type Values } from './values';

/** One request to the API of an org. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From `/api/v2` on, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer<ArrayBuffer>;
}

export interface Response {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Carries a request to an org, over a socket or within the process. */
export type Send = (request: Request) => Promise<Response>;

/** JSON as it is sent: a field that is undefined is left out. */
export type Body = Value | undefined | { readonly [name: string]: Body } | readonly Body[];

export interface ApiOptions {
  readonly send: Send;
  readonly token: string;
  /** Waits, in milliseconds, where the org says that there were too many requests. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** How often a request is sent again after 429; the provider gives up after as many. */
const MOST_TRIES = 21;

/** The API of an org on behalf of one resource. A refusal names the address of that resource. */
export class Api {
  constructor(
    private readonly options: ApiOptions,
    private readonly address?: string,
  ) {}

  /** The same API for another resource. */
  for(address: string): Api {
    return new Api(this.options, address);
  }

  pause = (milliseconds: number): Promise<void> => this.options.pause(milliseconds);
  get = (path: string): Promise<Values> => this.#json('GET', path);
  post = (path: string, body?: Body): Promise<Values> => this.#json('POST', path, body);
  put = (path: string, body?: Body): Promise<Values> => this.#json('PUT', path, body);
  patch = (path: string, body?: Body): Promise<Values> => this.#json('PATCH', path, body);

  /** The answer, or undefined where the org answers 404. */
  async find(path: string): Promise<Values | undefined> {
    const { status, body } = await this.#sent('GET', path, undefined, [404]);
    return status === 404 ? undefined : valuesIn(body);
  }

  /** Deletes. What is gone already needs no deletion. */
  async delete(path: string): Promise<void> {
    await this.#sent('DELETE', path, undefined, [404]);
  }

  /** Everything of a list, page after page. */
  async all(path: string, query: Readonly<Record<string, string>> = {}): Promise<readonly Values[]> {
    const all: Values[] = [];
    for (let page = 1; ; page++) {
      const parameters = new URLSearchParams({ ...query, pageSize: '100', pageNumber: String(page) });
      const { entities, pageCount } = await this.get(`${path}?${parameters}`);
      const items = listOf(entities).filter(isValues);
      all.push(...items);
      if (items.length === 0 || typeof pageCount !== 'number' || page >= pageCount) return all;
    }
  }

  /** Puts a text to where the org wants it. */
  async upload(url: string, headers: Readonly<Record<string, string>>, text: string): Promise<void> {
    await this.#answer({ method: 'PUT', path: pathOf(url), headers, body: text }, []);
  }

  /** Sends a file as a form does, with the bare token, to where the org wants it. */
  async uploadForm(url: string, content: Buffer): Promise<void> {
    const boundary = `flowcdk-${createHash('sha256').update(content).digest('hex')}`;
    const beginning = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="file"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(beginning), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { authorization: this.options.token, 'content-type': `multipart/form-data; boundary=${boundary}` };
    await this.#answer({ method: 'POST', path: pathOf(url), headers, body }, []);
  }

  async #json(method: Request['method'], path: string, body?: Body): Promise<Values> {
    return valuesIn((await this.#sent(method, path, body)).body);
  }

  #sent(method: Request['method'], path: string, body?: Body, fine: readonly number[] = []): Promise<Response> {
    const headers = { authorization: `Bearer ${this.options.token}`, 'content-type': 'application/json' };
    return this.#answer(
      defined({ method, path, headers, body: body === undefined ? undefined : JSON.stringify(this.#revealed(body)) }),
      fine,
    );
  }

  /** Secrets are sent with their text. Everywhere else only their owner is shown. */
  #revealed(body: Body): unknown {
    if (body instanceof Secret) {
      if (body.text === undefined) throw secretNotKnown(this.address ?? '', body.of);
      return body.text;
    }
    if (Array.isArray(body)) return (body as readonly Body[]).map((item) => this.#revealed(item));
    if (typeof body !== 'object' || body === null) return body;
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, this.#revealed(value as Body)]));
  }

  async #answer(request: Request, fine: readonly number[]): Promise<Response> {
    for (let tries = 1; ; tries++) {
      const response = await this.options.send(request);
      if (response.status < 300 || fine.includes(response.status)) return response;
      if (response.status !== 429 || tries === MOST_TRIES) throw refusal(this.address, request, response);
      await this.options.pause(1000 * secondsToWait(response, tries));
    }
  }
}

/** An org names the place of an upload by a whole address. Requests go to the address at which the org is reached. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

const secondsToWait = ({ headers }: Response, tries: number): number => {
  const said = Number(headers?.['retry-after']);
  return Number.isFinite(said) && said > 0 ? Math.min(said, 180) : Math.min(2 ** (tries - 1), 30);
};

function valuesIn(body: string): Values {
  if (body.trim() === '') return {};
  const value = JSON.parse(body) as Value;
  return isValues(value) ? value : { entities: value };
}

function refusal(address: string | undefined, { method, path }: Request, { status, body }: Response): Refused {
  let message = body.slice(0, 500);
  try {
    const reason = valuesIn(body)['message'];
    if (typeof reason === 'string') message = reason;
  } catch {
    // An answer that is no JSON is shown as it came.
  }
  return new Refused(address, `${method} ${path.split('?')[0]}`, status, message === '' ? 'no reason given' : message);
}
