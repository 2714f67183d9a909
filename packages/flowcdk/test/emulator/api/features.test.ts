import { routes } from '../../../src/emulator/api';
import { entitiesOf, localOrg } from '../private/local-org';

test('every route and every action is told, with how sure we are', async () => {
  const answer = await localOrg().send('GET', '/flowcdk/features', undefined, {});
  const { actions } = answer.body as { readonly actions: readonly object[] };

  expect(entitiesOf(answer).map(({ method, path }) => `${method} ${path}`)).toEqual(
    routes.map(({ method, path }) => `${method} ${path}`),
  );
  expect(entitiesOf(answer).filter(({ certainty }) => certainty === undefined)).toEqual([]);
  expect(actions.length).toBeGreaterThan(60);
});

test('what the org holds is counted by kind', async () => {
  const org = localOrg();
  const queues = async () =>
    ((await org.get('/flowcdk/contents')).body as Readonly<Record<string, number>>)['queue'] ?? 0;
  const before = await queues();
  await org.create('/api/v2/routing/queues', { name: 'Support' });

  expect([before, await queues()]).toEqual([0, 1]);
});
