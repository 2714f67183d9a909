import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { bodyIn } from './api/body';
import { Call, type CallParts } from './api/call';
import { problemBody, problemOf } from './api/problem-answer';
import { tooManyRequests, unknownRoute } from './api/problems';
import { type Answer, permissionsOf, Reply, type Route, Stream } from './api/route';
import { type Caller, Callers } from './caller';
import { RateCounter, type Usage } from './limits/counter';
import { defaultLimits, type LimitName, limits, type LimitValues } from './limits/limits';
import { permitted } from './permitted';
import type { Living } from './living';
import type { Runtime } from './runtime/runtime';
import type { Json } from './state/json';
import type { Org } from './state/org';

/** One answered request, for who watches. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  /** What the caller was told went wrong. */
  readonly problem?: string | undefined;
}

export interface ServerOptions {
  readonly org: Org;
  readonly routes: readonly Route[];
  /** The only token that is taken. @default any, for who can reach the server is this machine */
  readonly onlyToken?: string | undefined;
  /** Whether callers need the permissions the routes declare. @default false: who has a token may do everything */
  readonly enforcePermissions?: boolean | undefined;
  /** How often may be asked. @default as often as anybody likes; only the size of a body is limited */
  readonly limits?: LimitValues | undefined;
  /** What makes the org live, once it is loaded. @default it holds what is deployed and runs nothing */
  readonly life?: (() => Promise<Living>) | undefined;
  /** Puts into an org that holds nothing what it had before anybody deployed to it. @default it cannot be reset */
  readonly addWhatIsThereAtFirst?: (() => void) | undefined;
  /** Milliseconds after which who follows events is told that the org is still there. @default 15 000 */
  readonly heartbeat?: number | undefined;
  readonly onAnswer?: ((answered: Answered) => void) | undefined;
  /** A defect of ours. */
  readonly onDefect?: ((problem: unknown) => void) | undefined;
}

/** Recordings are no text: read as such they would be spoilt. */
const filesAsBytes = /^(multipart\/form-data|audio\/|application\/octet-stream)/;

const noSchemas = (): never => {
  throw new Error('no route has a schema of fastify');
};

/** The HTTP face of an organisation. Every request is one transaction. */
export function serverOf(options: ServerOptions): FastifyInstance {
  const largestBody = (options.limits ?? defaultLimits)['request.bytes.max'];
  const problems = new WeakMap<FastifyRequest, string>();
  const server = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: 1000 },
    // No route has a schema of fastify's; loading what would compile one takes a tenth of the time until it is ready.
    schemaController: { compilersFactory: { buildValidator: () => noSchemas, buildSerializer: () => noSchemas } },
    // Addresses that cannot be decoded never reach a route.
    frameworkErrors: (problem, request, reply) => void fail(request, reply, problem),
  });
  server.removeAllContentTypeParsers();
  // The provider sends `Content-Type: application/json` with anything, nothing, or `null`; we read it ourselves.
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.addContentTypeParser(filesAsBytes, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setNotFoundHandler((request, reply) => fail(request, reply, unknownRoute(request.method, pathOf(request))));
  server.setErrorHandler((problem, request, reply) => fail(request, reply, problem));
  const entrance = new Entrance(options);
  for (const route of options.routes) {
    const { prepare, lives } = route;
    server.route({
      method: route.method,
      url: route.path,
      bodyLimit: Math.max(route.bodyLimit ?? 0, largestBody),
      config: { route },
      handler:
        prepare || lives
          ? async (request, reply) => {
              await prepare?.();
              return entrance.answer(route, request, reply, await options.life?.());
            }
          : (request, reply) => entrance.answer(route, request, reply),
    });
  }
  const { onAnswer } = options;
  if (onAnswer) {
    server.addHook('onResponse', (request, reply, done) => {
      const problem = problems.get(request);
      onAnswer({
        method: request.method,
        path: pathOf(request),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        problem,
      });
      done();
    });
  }

  function fail(request: FastifyRequest, reply: FastifyReply, problem: unknown): FastifyReply {
    const route = (request.routeOptions.config as { readonly route?: Route } | undefined)?.route;
    const told = problemOf(problem, route, largestBody);
    if (told.status === 500) options.onDefect?.(problem);
    if (onAnswer) problems.set(request, told.message);
    const id = randomUUID();
    return reply
      .code(told.status)
      .headers(told.headers ?? {})
      .header('ININ-Correlation-Id', id)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(problemBody(told, id)));
  }

  return server;
}

/** What a request has to pass: whose token it is, how often they may ask, what they may do. Then the route answers. */
class Entrance {
  readonly #callers: Callers;
  readonly #rates: RateCounter;

  constructor(private readonly options: ServerOptions) {
    const { org, onlyToken } = options;
    this.#callers = new Callers(org, onlyToken);
    this.#rates = new RateCounter(() => org.now.getTime());
  }

  answer(
    route: Route,
    request: FastifyRequest,
    reply: FastifyReply,
    living?: Living,
  ): FastifyReply | Promise<FastifyReply> {
    const { caller, parts } = this.#entered(route, request, reply, living);
    const given = this.#permitted(route, caller, () => route.handle(new Call(parts)));
    return given instanceof Promise ? given.then((answer) => this.#sent(reply, answer)) : this.#sent(reply, given);
  }

  #sent(reply: FastifyReply, given: Answer): FastifyReply {
    return given instanceof Stream ? streamed(reply, given, this.options.heartbeat ?? HEARTBEAT) : sent(reply, given);
  }

  #entered(
    route: Route,
    request: FastifyRequest,
    reply: FastifyReply,
    living: Living | undefined,
  ): { readonly caller: Caller | undefined; readonly parts: Parts } {
    const caller = route.open ? undefined : this.#callers.of(request.headers.authorization);
    if (caller && this.options.limits) {
      const usage = this.#counted(caller, this.options.limits);
      reply.header('inin-ratelimit-count', String(usage.count));
      reply.header('inin-ratelimit-allowed', String(usage.allowed));
      reply.header('inin-ratelimit-reset', String(usage.reset));
    }
    return { caller, parts: new Parts(this.options, living, request, caller) };
  }

  #permitted<T>(route: Route, caller: Caller | undefined, handled: () => T): T {
    const { org, enforcePermissions } = this.options;
    return caller && enforcePermissions
      ? permitted(route.method, permissionsOf(route), caller, org, handled)
      : org.transaction(handled);
  }

  /** Of the limits that count for a token the one of the token itself is told; the other is wider. */
  #counted({ token, clientId, userId }: Caller, values: LimitValues): Usage {
    const name: LimitName = userId === undefined ? 'client.credentials.token.rate.per.minute' : 'token.rate.per.minute';
    const usage = this.#take(name, token, values);
    this.#take('org.app.user.rate.per.minute', `${clientId ?? ''} ${userId ?? ''}`, values);
    return usage;
  }

  #take(name: LimitName, who: string, values: LimitValues): Usage {
    const usage = this.#rates.take(`${name} ${who}`, values[name]);
    if (usage.exceeded) throw tooManyRequests(name, limits[name].namespace, values[name], usage.reset);
    return usage;
  }
}

function sent(reply: FastifyReply, given: Exclude<Answer, Stream>): FastifyReply {
  const { status, body, contentType } =
    given instanceof Reply ? given : new Reply(given === undefined ? 204 : 200, given);
  const text =
    contentType.startsWith('application/json') && body !== undefined ? JSON.stringify(body) : String(body ?? '');
  const headers: OutgoingHttpHeaders = { 'ININ-Correlation-Id': randomUUID() };
  if (body !== undefined) headers['Content-Type'] = contentType;
  if (status !== 204) headers['Content-Length'] = Buffer.byteLength(text);
  // Past fastify, which has nothing to add: no route has a schema, and nothing looks at what is sent.
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) headers[name] = value;
  reply.raw.writeHead(status, headers).end(text);
  return reply;
}

/** Proxies and clients give up on a connection that says nothing for a minute. */
const HEARTBEAT = 15_000;

/** Writes an answer that goes on, past fastify; its connection ends with the server, or when the reader goes. */
function streamed(reply: FastifyReply, { contentType, begin }: Stream, heartbeat: number): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Readonly<Record<string, string>>),
    'ININ-Correlation-Id': randomUUID(),
    'Content-Type': `${contentType}; charset=utf-8`,
    'Cache-Control': 'no-store',
  });
  raw.flushHeaders();
  // Who does not read is not told: nothing is to pile up.
  const beat = setInterval(() => raw.writableNeedDrain || raw.write(': still here\n\n'), heartbeat);
  beat.unref();
  const stop = begin({
    write: (text) => raw.write(text),
    onReady: (run) => raw.on('drain', run),
    end: () => raw.end(),
  });
  raw.on('close', () => {
    clearInterval(beat);
    stop();
  });
  return reply;
}

/** What a request brings with it, read only where a route asks for it. */
class Parts implements CallParts {
  readonly org: Org;
  readonly life?: Living;
  readonly addWhatIsThereAtFirst?: () => void;
  readonly clientId?: string;
  readonly userId?: string;
  readonly onlyToken?: string;
  readonly #request: FastifyRequest;
  #body: { readonly read: Json | undefined } | undefined;
  #query: Readonly<Record<string, string>> | undefined;

  constructor(
    { org, onlyToken, addWhatIsThereAtFirst }: ServerOptions,
    living: Living | undefined,
    request: FastifyRequest,
    caller: Caller | undefined,
  ) {
    this.org = org;
    this.#request = request;
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
    const given = this.#request.headers['last-event-id'];
    return typeof given === 'string' ? given : undefined;
  }

  get params(): Readonly<Record<string, string>> {
    return this.#request.params as Readonly<Record<string, string>>;
  }

  get query(): Readonly<Record<string, string>> {
    this.#query ??= queryOf(this.#request.query as Readonly<Record<string, string | readonly string[]>>);
    return this.#query;
  }

  get body(): Json | undefined {
    this.#body ??= { read: bodyIn(this.text) };
    return this.#body.read;
  }

  get text(): string {
    const { body } = this.#request;
    return typeof body === 'string' ? body : (this.bytes?.toString('utf8') ?? '');
  }

  get bytes(): Buffer | undefined {
    const { body } = this.#request;
    return Buffer.isBuffer(body) ? body : undefined;
  }

  get origin(): string {
    return `${this.#request.protocol}://${this.#request.host}`;
  }

  get authorization(): string | undefined {
    return this.#request.headers.authorization;
  }
}

const queryOf = (query: Readonly<Record<string, string | readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
  );

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? request.url;
