import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

test('while the database is down nothing is accepted, and the sender is told when to come again', async () => {
  const genesys = await scene.office.keys.add('genesys', 'data action');
  await scene.office.db.destroy();
  const answer = await scene.office.server.inject({
    method: 'POST',
    url: '/customers/supportResult',
    headers: { authorization: `Bearer ${genesys}`, 'idempotency-key': key() },
    payload: result,
  });

  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('5');
  expect(answer.body).not.toContain(ids.agent);
  expect((await scene.ask('nobody', 'GET', '/ready')).status).toBe(503);
  expect((await scene.ask('nobody', 'GET', '/health')).status).toBe(200);
});
