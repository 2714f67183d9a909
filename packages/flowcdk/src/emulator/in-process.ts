import { routes } from './api';
import { bodyIn } from './api/body';
import type { CallParts } from './api/call';
import { notFromWithin, unknownRoute } from './api/refusals';
import { type Route, Stream } from './api/route';
import { Hall, replyOf, WARNING_HEADER, warningHeader } from './hall';
import { defaultLimits } from './limits/limits';
import { RouteTable } from './route-table';
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
  const table = RouteTable.of(routes);
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
      const match = /^\/(?:api|webhooks)\//i.test(pathname) ? table.find(request.method, pathname) : undefined;
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
