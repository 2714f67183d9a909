import type { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { bodyIn } from './api/body';
import type { CallParts } from './api/call';
import type { Caller } from './caller';
import { originFor } from './known-hosts';
import type { Living } from './living';
import type { Runtime } from './runtime/runtime';
import { textIn } from './request-body';
import type { Json } from './state/json';
import type { Org } from './state/org';

/** The parts of a request that come from the server. */
export interface OfServer {
  readonly org: Org;
  readonly onlyToken?: string | undefined;
  readonly ownNames?: readonly string[] | undefined;
  readonly addWhatIsThereAtFirst?: (() => void) | undefined;
  readonly enforcePermissions?: boolean | undefined;
}

/** The parts of an HTTP request. Each is read only when a route needs it. */
export class HttpParts implements CallParts {
  readonly org: Org;
  readonly life?: Living;
  readonly addWhatIsThereAtFirst?: () => void;
  readonly clientId?: string;
  readonly userId?: string;
  readonly onlyToken?: string;
  readonly enforcesPermissions: boolean;
  readonly warnings: string[] = [];
  readonly onWarning = (warning: string): void => void this.warnings.push(warning);
  readonly #request: FastifyRequest;
  readonly #ownNames: readonly string[] | undefined;
  #body: { readonly read: Json | undefined } | undefined;
  #query: Readonly<Record<string, string>> | undefined;

  constructor(
    { org, onlyToken, ownNames, addWhatIsThereAtFirst, enforcePermissions = false }: OfServer,
    living: Living | undefined,
    request: FastifyRequest,
    readonly params: Readonly<Record<string, string>>,
    caller: Caller | undefined,
  ) {
    this.org = org;
    this.#request = request;
    this.#ownNames = ownNames;
    this.enforcesPermissions = enforcePermissions;
    if (living) this.life = living;
    if (addWhatIsThereAtFirst) this.addWhatIsThereAtFirst = addWhatIsThereAtFirst;
    if (caller?.clientId !== undefined) this.clientId = caller.clientId;
    if (caller?.userId !== undefined) this.userId = caller.userId;
    if (onlyToken !== undefined) this.onlyToken = onlyToken;
  }

  get runtime(): Runtime | undefined {
    return this.life?.runtime;
  }

  get lastEventId(): string | undefined {
    const header = this.#request.headers['last-event-id'];
    return typeof header === 'string' ? header : undefined;
  }

  get query(): Readonly<Record<string, string>> {
    this.#query ??= queryOf(this.#request.query as Readonly<Record<string, string | readonly string[]>>);
    return this.#query;
  }

  get queryLists(): Readonly<Record<string, readonly string[]>> {
    return listsOf(this.#request.query as Readonly<Record<string, string | readonly string[]>>);
  }

  get headers(): Readonly<Record<string, readonly string[]>> {
    return listsOf(this.#request.headers);
  }

  get body(): Json | undefined {
    this.#body ??= { read: bodyIn(this.text) };
    return this.#body.read;
  }

  get text(): string {
    const { bytes } = this;
    return bytes === undefined ? '' : textIn(bytes, this.#request.headers['content-type']);
  }

  get bytes(): Buffer | undefined {
    const { body } = this.#request;
    return Buffer.isBuffer(body) ? body : undefined;
  }

  get origin(): string {
    const { headers, socket } = this.#request;
    return originFor(headers.host, this.#ownNames, socket);
  }

  get left(): AbortSignal {
    return closingOf(this.#request.socket);
  }

  get authorization(): string | undefined {
    return this.#request.headers.authorization;
  }
}

/** One signal for all requests of a connection, so that listeners do not pile up while it is kept. */
const closings = new WeakMap<Socket, AbortSignal>();

/** Aborts when the connection closes. The signal of fastify's request is over as soon as the body is read. */
function closingOf(socket: Socket): AbortSignal {
  const known = closings.get(socket);
  if (known) return known;
  const closing = new AbortController();
  closings.set(socket, closing.signal);
  socket.once('close', () => closing.abort());
  return closing.signal;
}

const listsOf = (
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? [value] : value]],
    ),
  );

const queryOf = (query: Readonly<Record<string, string | readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
  );
