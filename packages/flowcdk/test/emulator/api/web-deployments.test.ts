import { entitiesOf, localOrg } from '../private/local-org';

describe('web deployments', () => {
  const configurations = '/api/v2/webdeployments/configurations';
  const configuration = { name: 'Site', languages: ['en-us'], defaultLanguage: 'en-us' };

  test('a configuration is published version by version', async () => {
    const org = localOrg();
    const id = await org.create(configurations, configuration);
    await org.post(`${configurations}/${id}/versions/draft/publish`);
    await org.put(`${configurations}/${id}/versions/draft`, { ...configuration, description: 'next' });

    expect(entitiesOf(await org.get(`${configurations}/${id}/versions`)).map(({ version }) => version)).toEqual([
      '1',
      'DRAFT',
    ]);
    expect((await org.get(`${configurations}/${id}/versions/1`)).body).not.toHaveProperty('description');
    expect((await org.get(`${configurations}/${id}/versions/2`)).status).toBe(404);
  });

  test('one that a deployment uses is not deleted', async () => {
    const org = localOrg();
    const id = await org.create(configurations, configuration);
    await org.create('/api/v2/webdeployments/deployments', { name: 'www', configuration: { id } });

    expect((await org.delete(`${configurations}/${id}`)).status).toBe(409);
  });
});
