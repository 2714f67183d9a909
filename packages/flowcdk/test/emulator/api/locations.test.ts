import { localOrg, messageOf } from '../private/local-org';

describe('locations', () => {
  const locations = '/api/v2/locations';

  const sites = '/api/v2/telephony/providers/edges/sites';

  test('a location stays while a site or another location is in it', async () => {
    const org = localOrg();
    const house = await org.create(locations, { name: 'House' });
    const room = await org.create(locations, { name: 'Room', path: [house] });
    const site = await org.create(sites, { name: 'Paris', location: { id: room } });

    expect(messageOf(await org.delete(`${locations}/${house}`))).toContain("location 'Room'");
    expect(messageOf(await org.delete(`${locations}/${room}`))).toContain("site 'Paris'");
    await org.delete(`${sites}/${site}`);
    expect((await org.delete(`${locations}/${room}`)).status).toBe(204);
    expect((await org.delete(`${locations}/${house}`)).status).toBe(204);
  });

  test('an empty number and an empty address, which the provider sends for none, are none', async () => {
    const org = localOrg();
    const none = { emergencyNumber: {}, address: {} };
    const { body } = await org.post(locations, { name: 'House', ...none });
    const { id } = body as { readonly id: string };
    expect(body).toEqual({ id, name: 'House', path: [], state: 'active', version: 1, selfUri: `${locations}/${id}` });

    const number = { number: '+33142685300', type: 'default' };
    expect((await org.patch(`${locations}/${id}`, { version: 1, emergencyNumber: number })).status).toBe(200);
    expect((await org.get(`${locations}/${id}`)).body).toMatchObject({ emergencyNumber: number });
    await org.patch(`${locations}/${id}`, { version: 2, emergencyNumber: {} });
    expect((await org.get(`${locations}/${id}`)).body).not.toHaveProperty('emergencyNumber');
  });

  test('a change names the version it changes and keeps what it leaves out', async () => {
    const org = localOrg();
    const id = await org.create(locations, { name: 'House', address: { city: 'Paris' } });

    expect((await org.patch(`${locations}/${id}`, { name: 'Home', version: 1 })).body).toMatchObject({
      name: 'Home',
      version: 2,
      address: { city: 'Paris' },
    });
    expect((await org.patch(`${locations}/${id}`, { name: 'Home', version: 1 })).status).toBe(409);
    expect(messageOf(await org.patch(`${locations}/${id}`, { name: 'Home', version: 2, path: [id] }))).toBe(
      'path: a location is not inside of itself',
    );
  });

  test('are found by fields', async () => {
    const org = localOrg();
    const { results } = (
      await org.post(`${locations}/search`, { query: [{ fields: ['name'], value: 'headquarters', type: 'EXACT' }] })
    ).body as { readonly results: readonly object[] };

    expect(results).toMatchObject([{ name: 'Headquarters' }]);
  });
});
