import { routes } from './api';
import { bodyIn } from './api/body';
import { Call, type CallParts } from './api/call';
import { problemBody, problemOf } from './api/problem-answer';
import { notFromWithin, tooManyRequests, unknownRoute } from './api/problems';
import { type Answer, permissionsOf, Reply, type Route, Stream } from './api/route';
import { RateCounter } from './limits/counter';
import { defaultLimits, limits as known } from './limits/limits';
import { permitted } from './permitted';
import type { Runtime } from './runtime/runtime';
import type { HttpRequest, HttpResponse } from './runtime/services/http';
import type { Json } from './state/json';

/**
 * The org's own API, asked from within: by the data actions of the Genesys Cloud integration. They have the permissions
 * of their integration's OAuth client, and nothing is sent anywhere.
 */
export function inProcess(
  runtime: Runtime,
): (request: Pick<HttpRequest, 'method' | 'url' | 'body'>, clientId: string | undefined) => HttpResponse {
  const rate = new RateCounter(() => runtime.clock.now());
  return ({ method, url, body = '' }, clientId) => {
    // One client has one token here; the platform is said to spread its requests over several (not documented).
    const allowed = runtime.settings.limits[RATE];
    const usage = clientId === undefined ? undefined : rate.take(clientId, allowed);
    if (usage?.exceeded) {
      runtime.log.add(
        'limit.reached',
        {},
        { limit: RATE, value: allowed, what: 'requests of data actions to the API' },
      );
      return refused(tooManyRequests(RATE, known[RATE].namespace, allowed, usage.reset), undefined, runtime.newId());
    }
    const { pathname, searchParams } = new URL(url, 'http://org.local');
    const found = routeOf(method, pathname);
    if (found?.route.takesTime) return refused(notFromWithin(method, pathname), found.route, runtime.newId());
    if (!found) return refused(unknownRoute(method, pathname), undefined, runtime.newId());
    const { route, params } = found;
    try {
      if (route.prepare) throw notFromWithin(method, pathname);
      const parts: CallParts = {
        org: runtime.org,
        runtime,
        params,
        query: Object.fromEntries(searchParams),
        body: bodyIn(body),
        text: body,
        origin: 'http://org.local',
        authorization: undefined,
        ...(clientId === undefined ? {} : { clientId }),
      };
      const handled = (): Answer | Promise<Answer> => route.handle(new Call(parts));
      const given =
        clientId === undefined
          ? runtime.org.transaction(handled)
          : permitted(method, permissionsOf(route), { token: '', clientId }, runtime.org, handled);
      if (given instanceof Promise || given instanceof Stream) throw notFromWithin(method, pathname);
      return given instanceof Reply ? answer(given.status, given.body) : answer(given === undefined ? 204 : 200, given);
    } catch (problem) {
      return refused(problem, route, runtime.newId());
    }
  };
}

/** Of the OAuth client that an integration has. */
const RATE = 'client.credentials.token.rate.per.minute';

const answer = (status: number, body: Json | undefined): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: body === undefined ? '' : JSON.stringify(body),
});

const refused = (problem: unknown, route: Route | undefined, id: string): HttpResponse => {
  const told = problemOf(problem, route, defaultLimits['request.bytes.max']);
  if (told.status === 500) throw problem;
  return answer(told.status, problemBody(told, id));
};

interface Declared {
  readonly route: Route;
  readonly parts: readonly string[];
}

/** Routes by method and number of segments; words before parameters, as routers do. */
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
  const given = path.replace(/\/$/, '').split('/');
  const words = given.map((part) => part.toLowerCase());
  const found = byShape
    .get(`${method} ${given.length}`)
    ?.find(({ parts }) => parts.every((part, i) => part.startsWith(':') || part.toLowerCase() === words[i]));
  if (!found) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of found.parts.entries())
    if (part.startsWith(':')) params[part.slice(1)] = decoded(given[i] ?? '');
  return { route: found.route, params };
}

/** As it stands where it is not encoded as it should be: nothing has such an id. */
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
