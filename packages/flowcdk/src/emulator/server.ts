import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { forbiddenHost, unknownRoute } from './api/refusals';
import { type Answer, type Route, Stream } from './api/route';
import { type Caller, Callers } from './caller';
import { Hall, WARNING_HEADER, warningHeader } from './hall';
import { HttpParts } from './http-parts';
import { defaultLimits, type LimitName, type LimitValues } from './limits/limits';
import { strangerIn } from './known-hosts';
import type { Living } from './living';
import { LONGEST_PART, type RouteMatch, RouteTable } from './route-table';
import { sent, streamed } from './send-answer';
import { unpacked } from './request-body';
import type { Org } from './state/org';

/** An answered request, for the log of requests. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  /** The message of the error in the answer. */
  readonly problem?: string | undefined;
  /** What the answer warns of. Absent where there is nothing. */
  readonly warnings?: readonly string[] | undefined;
}

export interface ServerOptions {
  readonly org: Org;
  readonly routes: readonly Route[];
  /** The only accepted token. @default any token, because only this machine can reach the server */
  readonly onlyToken?: string | undefined;
  /**
   * Whether callers need the permissions that routes declare. @default false: every caller with a token may do
   * everything
   */
  readonly enforcePermissions?: boolean | undefined;
  /** Host names under which the org may be reached. @default every name */
  readonly hosts?: readonly string[] | undefined;
  /** Host names of the org, for addresses in its answers. @default every name */
  readonly ownNames?: readonly string[] | undefined;
  /** The limits on requests. @default no limit but the size of a body */
  readonly limits?: LimitValues | undefined;
  /** Loads the runtime of the org. @default the org holds what is deployed and runs nothing */
  readonly life?: (() => Promise<Living>) | undefined;
  /** Fills an empty org with its first content and its seed. @default the org cannot be reset */
  readonly addWhatIsThereAtFirst?: (() => void) | undefined;
  /** Milliseconds between the heartbeats of a stream of events. @default 15 000 */
  readonly heartbeat?: number | undefined;
  readonly onAnswer?: ((answered: Answered) => void) | undefined;
  /** Called with a defect of the local org. */
  readonly onDefect?: ((problem: unknown) => void) | undefined;
}

const noSchemas = (): never => {
  throw new Error('no route has a schema of fastify');
};

/** The HTTP server of an organisation. Every request is one transaction. */
export function serverOf(options: ServerOptions): FastifyInstance {
  const largestBody = (options.limits ?? defaultLimits)['request.bytes.max'];
  const { org, onAnswer } = options;
  const entrance = new Entrance(options, new Hall({ org, now: () => org.now.getTime(), largestBody }));
  const handler = (request: FastifyRequest, reply: FastifyReply) => entrance.answer(request, reply);
  const server = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: LONGEST_PART },
    // No route has a fastify schema. Loading fastify's schema compilers would take a tenth of the start-up time.
    schemaController: { compilersFactory: { buildValidator: () => noSchemas, buildSerializer: () => noSchemas } },
    // A request whose address cannot be decoded never reaches a route.
    frameworkErrors: (problem, request, reply) => void entrance.refuse(request, reply, problem),
  });
  server.removeAllContentTypeParsers();
  // Terraform's provider sends `Content-Type: application/json` with any body, with none, or with `null`. The routes
  // read bodies themselves.
  server.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (request, body, done) =>
    unpacked(body, request.headers['content-encoding'], request.routeOptions.bodyLimit ?? largestBody, done),
  );
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
  // fastify enforces a limit of a body only on routes of its own. All other requests share one such route: fastify would
  // need longer to learn every route of the API than the rest of an organisation needs to start.
  for (const { method, path: url, bodyLimit = 0 } of options.routes.filter((route) => route.bodyLimit !== undefined))
    server.route({ method, url, bodyLimit: Math.max(bodyLimit, largestBody), handler });
  server.route({ method: ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'], url: '*', handler });
  if (onAnswer) {
    server.addHook('onResponse', (request, reply, done) => {
      onAnswer(entrance.answered(request, reply));
      done();
    });
  }
  return server;
}

/**
 * The entrance over HTTP. It finds the caller by the token and counts the caller's requests; the hall does the rest.
 */
class Entrance {
  readonly #callers: Callers;
  readonly #routes: RouteTable;
  /** The routes of requests, for what is said of a request afterwards. */
  readonly #matches = new WeakMap<FastifyRequest, RouteMatch>();
  /** The messages of errors in answers, for the log of requests. */
  readonly #problems = new WeakMap<FastifyRequest, string>();
  readonly #warnings = new WeakMap<FastifyRequest, readonly string[]>();

  constructor(
    private readonly options: ServerOptions,
    private readonly hall: Hall,
  ) {
    this.#callers = new Callers(options.org, options.onlyToken);
    this.#routes = RouteTable.of(options.routes);
  }

  /** Answers a request, once what its route needs is loaded. */
  answer(request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
    const match = this.#routes.find(request.method, request.url);
    if (!match) throw unknownRoute(request.method, pathOf(request));
    this.#matches.set(request, match);
    const { prepare, lives } = match.route;
    return prepare || lives ? this.#answerPrepared(match, request, reply) : this.#answer(match, request, reply);
  }

  /** Answers with a problem in the form of the API. */
  refuse(request: FastifyRequest, reply: FastifyReply, problem: unknown): FastifyReply {
    const route = this.#matches.get(request)?.route;
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

  /** The summary of an answered request. */
  answered(request: FastifyRequest, reply: FastifyReply): Answered {
    return {
      method: request.method,
      path: pathOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      problem: this.#problems.get(request),
      warnings: this.#warnings.get(request),
    };
  }

  async #answerPrepared(match: RouteMatch, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    await match.route.prepare?.();
    return this.#answer(match, request, reply, await this.options.life?.());
  }

  #answer(
    { route, params }: RouteMatch,
    request: FastifyRequest,
    reply: FastifyReply,
    living?: Living,
  ): FastifyReply | Promise<FastifyReply> {
    const caller = route.open ? undefined : this.#callers.of(request.headers.authorization, route.takesBareToken);
    if (caller && this.options.limits) this.#count(caller, this.options.limits, reply);
    const parts = new HttpParts(this.options, living, request, params, caller);
    const outcome = this.hall.answer(route, parts, this.options.enforcePermissions ? caller : undefined);
    return outcome instanceof Promise
      ? outcome.then((answer) => this.#send(reply, answer, parts))
      : this.#send(reply, outcome, parts);
  }

  #send(reply: FastifyReply, answer: Answer, { warnings }: HttpParts): FastifyReply {
    if (warnings.length > 0) {
      reply.header(WARNING_HEADER, warningHeader(warnings));
      if (this.options.onAnswer) this.#warnings.set(reply.request, warnings);
    }
    return answer instanceof Stream ? streamed(reply, answer, this.options.heartbeat) : sent(reply, answer);
  }

  /** Counts a request against both limits. The headers show the limit of the token; the other limit is wider. */
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
