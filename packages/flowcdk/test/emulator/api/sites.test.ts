import { entitiesOf, localOrg } from '../private/local-org';

const sites = '/api/v2/telephony/providers/edges/sites';

test('a new org has a site with cloud media, which stays', async () => {
  const org = localOrg();
  const [site] = entitiesOf(await org.get(`${sites}?managed=true`));
  const { defaultSiteId } = (await org.get('/api/v2/organizations/me')).body as { readonly defaultSiteId: string };

  expect(site).toMatchObject({ id: defaultSiteId, mediaModel: 'Cloud', managed: true });
  expect(await org.delete(`${sites}/${defaultSiteId}`)).toMatchObject({ status: 409 });
  expect(entitiesOf(await org.get('/api/v2/telephony/providers/edges'))).toEqual([]);
});
