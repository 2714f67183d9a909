import { routes } from '../../src/emulator/api';
import type { Route } from '../../src/emulator/api/route';
import { RouteTable } from '../../src/emulator/route-table';

const route = (method: Route['method'], path: string): Route => ({
  method,
  path,
  does: 'answers a test',
  answers: [200],
  certainty: 'assumed',
  handle: () => undefined,
});

const queues = route('GET', '/api/v2/routing/queues');
const queue = route('GET', '/api/v2/routing/queues/:id');
const me = route('GET', '/api/v2/users/me');
const user = route('GET', '/api/v2/users/:id');
const member = route('PUT', '/api/v2/users/:id/skills/:skillId');
const ours = [queues, queue, me, user, member];

test.each<[string, string, string, Route | undefined, object]>([
  ['a path of words', 'GET', '/api/v2/routing/queues', queues, {}],
  ['a path in other case', 'GET', '/API/v2/Routing/queues', queues, {}],
  ['a slash at the end', 'GET', '/api/v2/routing/queues/', queues, {}],
  ['a query', 'GET', '/api/v2/routing/queues?name=/x', queues, {}],
  ['a part, whose case counts', 'GET', '/api/v2/routing/queues/Ab', queue, { id: 'Ab' }],
  ['a part that is encoded', 'GET', '/api/v2/routing/queues/a%2Fb%20c', queue, { id: 'a/b c' }],
  ['two parts', 'PUT', '/api/v2/users/1/skills/2', member, { id: '1', skillId: '2' }],
  ['a word before a part', 'GET', '/api/v2/users/me', me, {}],
  ['another method', 'POST', '/api/v2/users/me', undefined, {}],
  ['another path', 'GET', '/api/v2/users/1/skills', undefined, {}],
])('finds the route of %s', (_, method, path, expected, params) => {
  const match = RouteTable.of(ours).find(method, path);

  expect(match?.route).toBe(expected);
  expect({ ...match?.params }).toEqual(params);
});

test.each([
  ['cannot be decoded', '/api/v2/users/%zz', 400, "'/api/v2/users/%zz' is not a valid url component"],
  ['is too long', `/api/v2/users/${'x'.repeat(1001)}`, 414, 'A part of the path has more than 1000 characters.'],
])('refuses a path of which a part %s', (_, path, status, message) => {
  expect(() => RouteTable.of(ours).find('GET', path)).toThrow(expect.objectContaining({ status, message }) as Error);
});

test('organisations share one table', () => {
  expect(RouteTable.of(routes)).toBe(RouteTable.of(routes));
  expect(RouteTable.of(ours)).not.toBe(RouteTable.of(routes));
});
