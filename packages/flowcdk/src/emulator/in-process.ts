import { routes } from './api';
import { bodyIn } from './api/body';
import type { CallParts } from './api/call';
import { notFromWithin, unknownRoute } from './api/refusals';
import { type Route, Stream } from './api/route';
import { Hall, replyOf, WARNING_HEADER, warningHeader } from './hall';
import { defaultLimits } from './limits/limits';
import type { EventPlace } from './runtime/events';
import type { Runtime } from './runtime/runtime';
import type { HttpRequest, HttpResponse } from './runtime/services/http';
import type { Json } from './state/json';

type Request = Pick<HttpRequest, 'method' | 'url' | 'body'>;

/**
 * The org's own API for calls from within: the data actions of the Genesys Cloud integration call it. They have the
 * permissions of their integration's OAuth client, and no request leaves the process.
 */
export function inProcess(
  runtime: Runtime,
): (request: Request, clientId: string | undefined, place?: EventPlace) => HttpResponse {
  const { org, clock, settings, log } = runtime;
  const hall = new Hall({ org, now: () => clock.now(), largestBody: defaultLimits['request.bytes.max'] });
  return (request, clientId, place = {}) => {
    let route: Route | undefined;
    try {
      // In the local org a client has one token. The platform is said to spread the requests of a client over several
      // (not documented).
      if (clientId !== undefined) {
        hall.count(RATE, clientId, settings.limits, (value) =>
          log.add('limit.reached', {}, { limit: RATE, value, what: 'requests of data actions to the API' }),
        );
      }
      const { pathname, searchParams } = new URL(request.url, ORIGIN);
      // A path such as /api/../flowcdk/clock leads out of the API.
      const match = /^\/(?:api|webhooks)\//i.test(pathname) ? routeOf(request.method, pathname) : undefined;
      if (!match) throw unknownRoute(request.method, pathname);
      route = match.route;
      const needsPreparation = route.prepare !== undefined && !route.worksUnprepared;
      if (route.takesTime || needsPreparation || route.answersSecret) throw notFromWithin(request.method, pathname);
      const warnings: string[] = [];
      const parts = {
        ...partsOf(runtime, request, match.params, searchParams, clientId),
        place,
        onWarning: (warning: string) => void warnings.push(warning),
      };
      const answer = hall.answer(route, parts, clientId === undefined ? undefined : { token: '', clientId });
      if (answer instanceof Promise || answer instanceof Stream) throw notFromWithin(request.method, pathname);
      const { status, body } = replyOf(answer);
      return response(status, body, warnings);
    } catch (problem) {
      const { status, body } = hall.refusal(problem, route, runtime.newId());
      if (status === 500) throw problem;
      return response(status, body);
    }
  };
}

/** The limit for the token of an integration's OAuth client. */
const RATE = 'client.credentials.token.rate.per.minute';

const ORIGIN = 'http://org.local';

const partsOf = (
  runtime: Runtime,
  { body = '' }: Request,
  params: Readonly<Record<string, string>>,
  query: URLSearchParams,
  clientId: string | undefined,
): CallParts => ({
  org: runtime.org,
  runtime,
  params,
  query: Object.fromEntries(query),
  body: bodyIn(body),
  text: body,
  origin: ORIGIN,
  authorization: undefined,
  ...(clientId === undefined ? {} : { clientId, enforcesPermissions: true }),
});

const response = (status: number, body: Json | undefined, warnings: readonly string[] = []): HttpResponse => ({
  status,
  headers: {
    'content-type': 'application/json',
    ...(warnings.length === 0 ? {} : { [WARNING_HEADER.toLowerCase()]: warningHeader(warnings) }),
  },
  body: body === undefined ? '' : JSON.stringify(body),
});

interface Declared {
  readonly route: Route;
  readonly parts: readonly string[];
}

/** Routes by method and number of segments. Words come before parameters, as in HTTP routers. */
const byShape = new Map<string, Declared[]>();
for (const route of routes) {
  const parts = route.path.split('/');
  const key = `${route.method} ${parts.length}`;
  byShape.set(key, [...(byShape.get(key) ?? []), { route, parts }]);
}
for (const declared of byShape.values()) declared.sort((a, b) => parameters(a) - parameters(b));

function routeOf(
  method: string,
  path: string,
): { readonly route: Route; readonly params: Record<string, string> } | undefined {
  const segments = path.replace(/\/$/, '').split('/');
  const words = segments.map((part) => part.toLowerCase());
  const match = byShape
    .get(`${method} ${segments.length}`)
    ?.find(({ parts }) => parts.every((part, i) => part.startsWith(':') || part.toLowerCase() === words[i]));
  if (!match) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of match.parts.entries())
    if (part.startsWith(':')) params[part.slice(1)] = decoded(segments[i] ?? '');
  return { route: match.route, params };
}

/** Decodes a segment. A wrongly encoded segment stays as it is, because nothing has such an id. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parameters({ parts }: Declared): number {
  return parts.filter((part) => part.startsWith(':')).length;
}
