import type { JsonObject } from '../../state/json';
import { pages } from '../paging';
import { permissionsOf, Reply, type Route } from '../route';
import { schemaOf } from '../../state/shape';
import { ownRoute } from './own-route';

const path = '/flowcdk/openapi.json';

/** The HTTP standard's phrases for the statuses that routes declare. */
const statuses: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Content',
};

const problem = { $ref: '#/components/schemas/Problem' };
const anything = {};

/** The local org as an OpenAPI 3.1 document, made from the declarations of its routes. */
export function openApi(routes: readonly Route[], origin: string): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) {
    const place = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[place] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'The local org',
      version: '1',
      summary: 'A Genesys Cloud organisation on this machine, as far as flowcdk emulates it',
      description:
        'x-certainty tells how sure we are that the cloud does the same: documented, believed or assumed. ' +
        'x-permission are the permissions that the cloud asks for, all of them. Bodies whose form is not told here are ' +
        'checked all the same, and refused in words. Null counts as absent.',
    },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Any text, unless the org was started with --token.' },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function operation(route: Route): JsonObject {
  const { method, does, note, open, certainty, answers } = route;
  const parameters = [...inPath(route), ...inQuery(route)];
  const permissions = permissionsOf(route);
  const body = method === 'GET' || method === 'DELETE' ? undefined : requestBody(route);
  return {
    operationId: operationId(route),
    summary: does,
    ...(note === undefined ? {} : { description: note }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: Object.fromEntries(
      [...new Set([...answers, ...(open ? [] : [401])])].map((status) => [String(status), response(route, status)]),
    ),
    ...(open ? { security: [] } : {}),
    ...(permissions.length === 0 ? {} : { 'x-permission': permissions }),
    'x-certainty': certainty,
  };
}

/** `GET /api/v2/routing/queues/:id` ⇒ `get_api_v2_routing_queues_id` */
const operationId = ({ method, path: at }: Route): string =>
  `${method.toLowerCase()}${at.replace(/[^a-zA-Z0-9]+/g, '_').replace(/_$/, '')}`;

const inPath = ({ path: at }: Route): JsonObject[] =>
  [...at.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const inQuery = ({ query = {} }: Route): JsonObject[] =>
  Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: Object.hasOwn(pages, name) ? 'integer' : 'string' },
  }));

/** The body of a request: of the declared shape, or any. */
function requestBody({ body, path: at }: Route): JsonObject {
  // The one request that does not take JSON.
  const type = at === '/oauth/token' ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    ...(body ? { required: Object.values(body).some(({ required }) => required) } : {}),
    content: { [type]: { schema: body ? schemaOf(body) : anything } },
  };
}

function response({ answersWith, path: at }: Route, status: number): JsonObject {
  const description = statuses[status] ?? String(status);
  if (status === 204) return { description };
  if (status < 400) return { description, content: { [answersWith ?? 'application/json']: { schema: anything } } };
  // Errors of the login have the form of OAuth.
  return { description, content: { 'application/json': { schema: at === '/oauth/token' ? anything : problem } } };
}

const problemSchema: JsonObject = {
  type: 'object',
  description: 'The form in which the API tells what is wrong.',
  properties: {
    message: { type: 'string' },
    code: { type: 'string' },
    status: { type: 'integer' },
    messageParams: { type: 'object' },
    contextId: { type: 'string' },
    details: { type: 'array', items: { type: 'object' } },
    errors: { type: 'array', items: { type: 'object' } },
  },
  required: ['message', 'code', 'status', 'contextId'],
};

export const openApiRoutes = (routes: () => readonly Route[]): readonly Route[] => [
  ownRoute({
    method: 'GET',
    path,
    does: 'gives everything the local org can be asked as an OpenAPI 3.1 document',
    answers: [200],
    open: true,
    handle: ({ parts }) => new Reply(200, openApi(routes(), parts.origin)),
  }),
];
