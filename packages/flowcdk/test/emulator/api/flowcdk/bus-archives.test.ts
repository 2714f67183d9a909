import { messageOf } from '../../private/local-org';
import { orgWithBus, publish } from './private/bus';

test('an archive is replayed to the rules that are named', async () => {
  const org = await orgWithBus();
  await org.put('/flowcdk/bus/archives/all', {});
  await publish(org, 1);
  await org.put('/flowcdk/bus/rules/again', { target: { url: 'https://records.example/again' } });
  const between = { from: '2026-11-21T00:00:00Z', to: '2026-11-22T00:00:00Z' };

  const replay = (body: object) => org.post('/flowcdk/bus/archives/all/replay', { ...between, ...body });
  expect((await replay({ rules: ['again'], name: 'second-try' })).body).toEqual({ sent: 1 });
  expect(messageOf(await replay({ rules: ['agian'] }))).toContain("Did you mean 'again'?");
  await org.delete('/flowcdk/bus/archives/all');
  expect((await replay({})).status).toBe(404);
});
