import { entitiesOf, localOrg } from '../private/local-org';

test('the organisation tells its name, its country and its first site', async () => {
  const org = localOrg();
  const { status, body } = await org.get('/api/v2/organizations/me');
  const sites = entitiesOf(await org.get('/api/v2/telephony/providers/edges/sites'));

  expect(status).toBe(200);
  expect(body).toMatchObject({ name: 'Local Org', defaultCountryCode: 'US', defaultSiteId: sites[0]?.['id'] });
});

test('its products are a list', async () => {
  expect((await localOrg().get('/api/v2/authorization/products')).body).toMatchObject({
    total: expect.any(Number),
    entities: expect.any(Array),
  });
});
