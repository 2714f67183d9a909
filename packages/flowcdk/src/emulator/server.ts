import { randomUUID } from 'node:crypto';
import fastify, {
  type FastifyContextConfig,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
} from 'fastify';
import { forbiddenHost, unknownRoute } from './api/problems';
import { type Answer, type Route, Stream } from './api/route';
import { type Caller, Callers } from './caller';
import { Hall } from './hall';
import { HttpParts } from './http-parts';
import { defaultLimits, type LimitName, type LimitValues } from './limits/limits';
import { strangerIn } from './known-hosts';
import type { Living } from './living';
import { sent, streamed } from './send-answer';
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
  /** Host names under which the org may be reached. @default every name */
  readonly hosts?: readonly string[] | undefined;
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
  const { org, onAnswer } = options;
  const entrance = new Entrance(options, new Hall({ org, now: () => org.now.getTime(), largestBody }));
  const server = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: 1000 },
    // No route has a schema of fastify's; loading what would compile one takes a tenth of the time until it is ready.
    schemaController: { compilersFactory: { buildValidator: () => noSchemas, buildSerializer: () => noSchemas } },
    // Addresses that cannot be decoded never reach a route.
    frameworkErrors: (problem, request, reply) => void entrance.refuse(request, reply, problem),
  });
  server.removeAllContentTypeParsers();
  // The provider sends `Content-Type: application/json` with anything, nothing, or `null`; we read it ourselves.
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.addContentTypeParser(filesAsBytes, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setNotFoundHandler((request, reply) =>
    entrance.refuse(request, reply, unknownRoute(request.method, pathOf(request))),
  );
  server.setErrorHandler((problem, request, reply) => entrance.refuse(request, reply, problem));
  server.addHook('onRequest', (request, reply, done) => {
    const { host, origin } = request.headers;
    const stranger = strangerIn({ host, origin }, options.hosts);
    if (stranger === undefined) done();
    else entrance.refuse(request, reply, forbiddenHost(stranger));
  });
  for (const route of options.routes) server.route(entrance.to(route));
  if (onAnswer) {
    server.addHook('onResponse', (request, reply, done) => {
      onAnswer(entrance.answered(request, reply));
      done();
    });
  }
  return server;
}

/** The way in over HTTP: whose token it is, how often they may ask. The hall does the rest. */
class Entrance {
  readonly #callers: Callers;
  /** What callers were told went wrong, for who watches. */
  readonly #problems = new WeakMap<FastifyRequest, string>();

  constructor(
    private readonly options: ServerOptions,
    private readonly hall: Hall,
  ) {
    this.#callers = new Callers(options.org, options.onlyToken);
  }

  /** A route as fastify takes it. */
  to(route: Route): RouteOptions {
    const { prepare, lives } = route;
    return {
      method: route.method,
      url: route.path,
      bodyLimit: Math.max(route.bodyLimit ?? 0, this.hall.largestBody),
      config: { route } as FastifyContextConfig,
      handler:
        prepare || lives
          ? async (request, reply) => {
              await prepare?.();
              return this.#answer(route, request, reply, await this.options.life?.());
            }
          : (request, reply) => this.#answer(route, request, reply),
    };
  }

  /** Tells of a problem, as the API does. */
  refuse(request: FastifyRequest, reply: FastifyReply, problem: unknown): FastifyReply {
    const route = (request.routeOptions.config as { readonly route?: Route } | undefined)?.route;
    const id = randomUUID();
    const { status, message, headers, body } = this.hall.refusal(problem, route, id);
    if (status === 500) this.options.onDefect?.(problem);
    if (this.options.onAnswer) this.#problems.set(request, message);
    return reply
      .code(status)
      .headers(headers ?? {})
      .header('ININ-Correlation-Id', id)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(body));
  }

  /** What became of a request. */
  answered(request: FastifyRequest, reply: FastifyReply): Answered {
    return {
      method: request.method,
      path: pathOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      problem: this.#problems.get(request),
    };
  }

  #answer(
    route: Route,
    request: FastifyRequest,
    reply: FastifyReply,
    living?: Living,
  ): FastifyReply | Promise<FastifyReply> {
    const caller = route.open ? undefined : this.#callers.of(request.headers.authorization);
    if (caller && this.options.limits) this.#count(caller, this.options.limits, reply);
    const parts = new HttpParts(this.options, living, request, caller);
    const given = this.hall.answer(route, parts, this.options.enforcePermissions ? caller : undefined);
    return given instanceof Promise ? given.then((answer) => this.#send(reply, answer)) : this.#send(reply, given);
  }

  #send(reply: FastifyReply, given: Answer): FastifyReply {
    return given instanceof Stream ? streamed(reply, given, this.options.heartbeat) : sent(reply, given);
  }

  /** Of the limits that count for a token the one of the token itself is told; the other is wider. */
  #count({ token, clientId, userId }: Caller, values: LimitValues, reply: FastifyReply): void {
    const name: LimitName = userId === undefined ? 'client.credentials.token.rate.per.minute' : 'token.rate.per.minute';
    const usage = this.hall.count(name, token, values);
    this.hall.count('org.app.user.rate.per.minute', `${clientId ?? ''} ${userId ?? ''}`, values);
    reply.header('inin-ratelimit-count', String(usage.count));
    reply.header('inin-ratelimit-allowed', String(usage.allowed));
    reply.header('inin-ratelimit-reset', String(usage.reset));
  }
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? request.url;
