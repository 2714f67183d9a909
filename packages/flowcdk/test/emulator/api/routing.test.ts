import { entitiesOf, localOrg, messageOf } from '../private/local-org';

describe.each([
  ['wrap-up codes', '/api/v2/routing/wrapupcodes', { name: 'Solved' }],
  ['skills', '/api/v2/routing/skills', { name: 'French' }],
  ['languages', '/api/v2/routing/languages', { name: 'Français' }],
  [
    'SMS addresses',
    '/api/v2/routing/sms/addresses',
    {
      name: 'Shop',
      street: '1 High Street',
      city: 'Bath',
      region: 'Somerset',
      postalCode: 'BA1 1AA',
      countryCode: 'GB',
    },
  ],
])('%s', (_, path, body) => {
  test('are created, listed, read and deleted', async () => {
    const org = localOrg();
    const id = await org.create(path, body);

    expect((await org.get(`${path}/${id}`)).body).toMatchObject({ id, ...body });
    expect(entitiesOf(await org.get(path))).toMatchObject([{ id, ...body }]);
    expect((await org.delete(`${path}/${id}`)).status).toBeLessThan(300);
    expect((await org.get(`${path}/${id}`)).status).toBe(404);
  });
});

test('of an address a part that is missing is told', async () => {
  const answer = await localOrg().post('/api/v2/routing/sms/addresses', { street: '1 High Street' });

  expect(answer.status).toBe(400);
  expect(messageOf(answer)).toContain('city is missing');
});
