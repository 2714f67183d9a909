import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Call, type CallParts } from './api/call';
import { ApiProblem, badToken, inUse, noJson, noToken, tooLarge, unknownRoute } from './api/problems';
import { Reply, type Route } from './api/route';
import { hashOf, sameSecret } from './state/hash';
import { type Json, textOf } from './state/json';
import type { Org } from './state/org';
import { InUse } from './state/references';

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
  readonly onAnswer?: (answered: Answered) => void;
  /** A defect of ours. */
  readonly onDefect?: (problem: unknown) => void;
}

/** What the platform allows (`request.bytes.max`). */
const LARGEST_BODY = 512_000;

/** The HTTP face of an organisation. Every request is one transaction. */
export function serverOf(options: ServerOptions): FastifyInstance {
  const server = fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: 1000 },
  });
  server.removeAllContentTypeParsers();
  // The provider sends `Content-Type: application/json` with anything, nothing, or `null`; we read it ourselves.
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.setNotFoundHandler((request, reply) => fail(request, reply, unknownRoute(request.method, pathOf(request))));
  server.setErrorHandler((problem, request, reply) => fail(request, reply, problem));
  for (const route of options.routes) {
    server.route({
      method: route.method,
      url: route.path,
      ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
      config: { route },
      handler: async (request, reply) => {
        await route.prepare?.();
        return answer(options, route, request, reply);
      },
    });
  }
  const problems = new WeakMap<FastifyRequest, string>();
  server.addHook('onResponse', async (request, reply) => {
    const problem = problems.get(request);
    options.onAnswer?.({
      method: request.method,
      path: pathOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ...(problem === undefined ? {} : { problem }),
    });
  });

  function fail(request: FastifyRequest, reply: FastifyReply, problem: unknown): FastifyReply {
    const route = (request.routeOptions.config as { readonly route?: Route }).route;
    const told = problemOf(problem, route);
    if (told.status === 500) options.onDefect?.(problem);
    problems.set(request, told.message);
    const id = randomUUID();
    return reply
      .code(told.status)
      .header('ININ-Correlation-Id', id)
      .type('application/json; charset=utf-8')
      .send(
        JSON.stringify({
          message: told.message,
          code: told.code,
          status: told.status,
          messageParams: told.params ?? {},
          contextId: id,
          details: told.details ?? [],
          errors: [],
        }),
      );
  }

  return server;
}

function answer(options: ServerOptions, route: Route, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const text = typeof request.body === 'string' ? request.body : '';
  const authorization = request.headers.authorization;
  const who = route.open ? {} : authenticated(options, authorization);
  const parts: CallParts = {
    org: options.org,
    params: request.params as Readonly<Record<string, string>>,
    query: queryOf(request.query as Readonly<Record<string, string | readonly string[]>>),
    get body() {
      return bodyIn(text);
    },
    text,
    origin: `${request.protocol}://${request.host}`,
    authorization,
    ...(options.onlyToken === undefined ? {} : { onlyToken: options.onlyToken }),
    ...who,
  };
  const given = options.org.transaction(() => route.handle(new Call(parts)));
  const { status, body, contentType } =
    given instanceof Reply ? given : new Reply(given === undefined ? 204 : 200, given);
  reply.code(status).header('ININ-Correlation-Id', randomUUID());
  if (body === undefined) return reply.send();
  return reply.type(contentType).send(contentType.startsWith('application/json') ? JSON.stringify(body) : body);
}

/** Whose token it is. */
function authenticated({ org, onlyToken }: ServerOptions, authorization: string | undefined): { clientId?: string } {
  const [, token] = /^bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) throw noToken();
  const issued = org.get('token', hashOf(token));
  if (issued) {
    if (Date.parse(textOf(issued['expiresAt']) ?? '') <= org.now.getTime()) throw badToken();
    const clientId = textOf(issued['clientId']);
    return clientId === undefined ? {} : { clientId };
  }
  if (onlyToken !== undefined && !sameSecret(token, hashOf(onlyToken))) throw badToken();
  return {};
}

/** An empty body is no body. */
function bodyIn(text: string): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch (problem) {
    throw noJson(problem instanceof Error ? problem.message : String(problem));
  }
}

const queryOf = (query: Readonly<Record<string, string | readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
  );

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? request.url;

interface Told {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly params?: Json | undefined;
  readonly details?: readonly Json[] | undefined;
}

function problemOf(problem: unknown, route: Route | undefined): Told {
  const wrongValueIs = route?.wrongValueIs ?? 400;
  if (problem instanceof InUse) return problemOf(inUse(problem, route?.inUseIs ?? 409), route);
  if (problem instanceof ApiProblem) {
    const { status, code, message, rest } = problem;
    return { status: status === 'wrongValue' ? wrongValueIs : status, code, message, ...rest };
  }
  const { statusCode, message } = problem as { readonly statusCode?: number; readonly message?: string };
  if (statusCode === 413) return problemOf(tooLarge(route?.bodyLimit ?? LARGEST_BODY), route);
  if (statusCode !== undefined && statusCode < 500) {
    return { status: statusCode, code: 'bad.request', message: message ?? 'Bad request' };
  }
  return {
    status: 500,
    code: 'internal.server.error',
    message: `A defect of the local org, not of your request: ${message ?? String(problem)}`,
  };
}
