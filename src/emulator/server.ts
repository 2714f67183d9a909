import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { bodyIn } from './api/body';
import { Call, type CallParts } from './api/call';
import { problemBody, problemOf } from './api/problem-answer';
import { tooManyRequests, unknownRoute } from './api/problems';
import { type Answer, Reply, type Route } from './api/route';
import { type Caller, Callers } from './caller';
import { RateCounter, type Usage } from './limits/counter';
import { defaultLimits, type LimitName, limits, type LimitValues } from './limits/limits';
import { permitted } from './permitted';
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
  readonly problem?: string;
}

export interface ServerOptions {
  readonly org: Org;
  readonly routes: readonly Route[];
  /** The only token that is taken. @default any, for who can reach the server is this machine */
  readonly onlyToken?: string;
  /** Whether callers need the permissions the routes declare. @default false: who has a token may do everything */
  readonly enforcePermissions?: boolean;
  /** How often may be asked. @default as often as anybody likes; only the size of a body is limited */
  readonly limits?: LimitValues;
  /** What makes the org live, once it is loaded. @default it holds what is deployed and runs nothing */
  readonly runtime?: () => Promise<Runtime>;
  readonly onAnswer?: (answered: Answered) => void;
  /** A defect of ours. */
  readonly onDefect?: (problem: unknown) => void;
}

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
  server.setNotFoundHandler((request, reply) => fail(request, reply, unknownRoute(request.method, pathOf(request))));
  server.setErrorHandler((problem, request, reply) => fail(request, reply, problem));
  const entrance = new Entrance(options);
  for (const route of options.routes) {
    const { prepare, lives } = route;
    server.route({
      method: route.method,
      url: route.path,
      ...(route.bodyLimit === undefined ? {} : { bodyLimit: Math.max(route.bodyLimit, largestBody) }),
      config: { route },
      handler:
        prepare || lives
          ? async (request, reply) => {
              await prepare?.();
              return entrance.answer(route, request, reply, await options.runtime?.());
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
        ...(problem === undefined ? {} : { problem }),
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
    runtime?: Runtime,
  ): FastifyReply | Promise<FastifyReply> {
    const { caller, parts } = this.#entered(route, request, reply, runtime);
    const given = this.#permitted(route, caller, () => route.handle(new Call(parts)));
    return given instanceof Promise ? given.then((answer) => sent(reply, answer)) : sent(reply, given);
  }

  #entered(
    route: Route,
    request: FastifyRequest,
    reply: FastifyReply,
    runtime: Runtime | undefined,
  ): { readonly caller: Caller | undefined; readonly parts: Parts } {
    const { org, onlyToken } = this.options;
    const caller = route.open ? undefined : this.#callers.of(request.headers.authorization);
    if (caller && this.options.limits) {
      const usage = this.#counted(caller, this.options.limits);
      reply.header('inin-ratelimit-count', String(usage.count));
      reply.header('inin-ratelimit-allowed', String(usage.allowed));
      reply.header('inin-ratelimit-reset', String(usage.reset));
    }
    return { caller, parts: new Parts(org, runtime, request, caller, onlyToken) };
  }

  #permitted<T>({ method, permission }: Route, caller: Caller | undefined, handled: () => T): T {
    const { org, enforcePermissions } = this.options;
    return caller && enforcePermissions && permission !== undefined
      ? permitted(method, permission, caller, org, handled)
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

function sent(reply: FastifyReply, given: Answer): FastifyReply {
  const { status, body, contentType } =
    given instanceof Reply ? given : new Reply(given === undefined ? 204 : 200, given);
  reply.code(status).header('ININ-Correlation-Id', randomUUID());
  if (body === undefined) return reply.send();
  return reply.type(contentType).send(contentType.startsWith('application/json') ? JSON.stringify(body) : body);
}

/** What a request brings with it, read only where a route asks for it. */
class Parts implements CallParts {
  readonly runtime?: Runtime;
  readonly clientId?: string;
  readonly userId?: string;
  readonly onlyToken?: string;
  readonly #request: FastifyRequest;
  #body: { readonly read: Json | undefined } | undefined;
  #query: Readonly<Record<string, string>> | undefined;

  constructor(
    readonly org: Org,
    runtime: Runtime | undefined,
    request: FastifyRequest,
    caller: Caller | undefined,
    onlyToken: string | undefined,
  ) {
    this.#request = request;
    if (runtime) this.runtime = runtime;
    if (caller?.clientId !== undefined) this.clientId = caller.clientId;
    if (caller?.userId !== undefined) this.userId = caller.userId;
    if (onlyToken !== undefined) this.onlyToken = onlyToken;
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
    return typeof body === 'string' ? body : '';
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
