import fc from 'fast-check';
import { routes } from '../../src/emulator/api';
import { workflowYaml } from './private/flows';
import { localOrg, type LocalOrg } from './private/local-org';

jest.setTimeout(60_000);

/** Words that routes look at, so that random bodies get further than the first check. */
const words = [
  ...['id', 'name', 'type', 'version', 'division', 'config', 'contract', 'request', 'target', 'topicName', 'schema'],
  ...[
    'properties',
    'key',
    'dnis',
    'grants',
    'roleDivisions',
    'credentials',
    'query',
    'fields',
    'resources',
    'language',
  ],
  ...[
    'startPhoneNumber',
    'endPhoneNumber',
    '+442079460101',
    'Workflow',
    'custom-rest-actions',
    '__proto__',
    'constructor',
  ],
];

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(...words, null, true, 0, -1, 1.5, '', '*'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 5 }),
  ),
})).value;

const asked = fc.record({
  route: fc.constantFrom(...routes),
  body: fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.constantFrom('', 'null', '{', '[]', '"x"'),
  ),
  ids: fc.array(fc.nat(200), { minLength: 3, maxLength: 3 }),
  query: fc.dictionary(
    fc.constantFrom('name', 'pageSize', 'pageNumber', 'expand', 'ids', 'after', 'flow'),
    fc.constantFrom('', '-1', '1', 'x', '*', '%'),
  ),
});

/** An org that holds something of most kinds. */
async function inhabited(): Promise<LocalOrg> {
  const org = localOrg();
  await org.publish(workflowYaml('Report'));
  await org.create('/api/v2/routing/queues', { name: 'Support' });
  await org.create('/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } });
  await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  await org.create('/api/v2/flows/datatables', { name: 'T', schema: { properties: { key: { type: 'string' } } } });
  await org.create('/api/v2/architect/prompts', { name: 'Welcome' });
  return org;
}

test('whatever is sent, the answer has the form of the API and no defect comes to light', async () => {
  const org = await inhabited();

  await fc.assert(
    fc.asyncProperty(asked, async ({ route, body, ids, query }) => {
      let part = 0;
      const path = route.path.replace(
        /:\w+/g,
        () => `00000000-0000-4000-8000-${String(ids[part++ % 3]).padStart(12, '0')}`,
      );
      const search = new URLSearchParams(query).toString();

      const answer = await org.send(route.method, `${path}?${search}`, route.method === 'GET' ? undefined : body);

      if (answer.status < 400 || route.path === '/oauth/token') return;
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).toMatchObject({
        status: answer.status,
        code: expect.any(String) as string,
        message: expect.any(String) as string,
        details: expect.any(Array) as unknown[],
      });
    }),
    { seed: 20261121, numRuns: 4000 },
  );
});
