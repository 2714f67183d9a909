import { entitiesOf, localOrg, messageOf } from '../private/local-org';

const domains = '/api/v2/routing/email/domains';

test('a domain has its name as its id, and a subdomain the name of the region behind it', async () => {
  const org = localOrg();
  await org.create(domains, { id: 'example.org' });

  expect((await org.get(`${domains}/example.org`)).body).toMatchObject({ id: 'example.org', subDomain: false });
  expect((await org.post(domains, { id: 'support', subDomain: true })).body).toMatchObject({
    id: 'support.mail.local.example',
    subDomain: true,
  });
});

test('the sender is set, kept and taken away by an empty name, as the provider writes it', async () => {
  const org = localOrg();
  await org.create(domains, { id: 'example.org' });
  const patch = async (body: object) => (await org.patch(`${domains}/example.org`, body)).body;
  const mailFromSettings = { mailFromDomain: 'from.example.org', status: 'VERIFIED' };

  expect(
    await patch({ mailFromSettings: { mailFromDomain: 'from.example.org' }, customSMTPServer: { id: '' } }),
  ).toMatchObject({ mailFromSettings });
  expect(await patch({})).toMatchObject({ mailFromSettings });
  expect(await patch({ mailFromSettings: { mailFromDomain: '' } })).not.toHaveProperty('mailFromSettings');
});

test.each([
  [{ id: 'example.org' }, 'postino.domain.exists'],
  [{ id: 'no domain' }, 'postino.invalid.domain.name'],
  [{ id: 'localhost' }, 'postino.invalid.domain.name'],
  [{ id: '-a.example' }, 'postino.invalid.domain.name'],
])('what is no new domain is refused: %j', async (body, code) => {
  const org = localOrg();
  await org.create(domains, { id: 'example.org' });

  expect(await org.post(domains, body)).toMatchObject({ status: 400, body: { code } });
});

test('a server that is not there is refused', async () => {
  const org = localOrg();
  await org.create(domains, { id: 'example.org' });

  expect(messageOf(await org.patch(`${domains}/example.org`, { customSMTPServer: { id: 'none' } }))).toBe(
    'customSMTPServer.id: there is no integration with the id none',
  );
});

test('the list is filtered by name', async () => {
  const org = localOrg();
  for (const id of ['example.org', 'example.com']) await org.create(domains, { id });

  expect(entitiesOf(await org.get(`${domains}?filter=*.org`)).map(({ id }) => id)).toEqual(['example.org']);
});
