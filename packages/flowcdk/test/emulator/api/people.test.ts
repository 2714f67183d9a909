import { entitiesOf, localOrg, messageOf } from '../private/local-org';

const users = '/api/v2/users';

describe('skills and languages of users', () => {
  async function withAda() {
    const org = localOrg();
    const ada = await org.create(users, { name: 'Ada', email: 'ada@example.com' });
    const skill = await org.create('/api/v2/routing/skills', { name: 'Invoices' });
    const language = await org.create('/api/v2/routing/languages', { name: 'French' });
    return { org, ada, skill, language, skills: `${users}/${ada}/routingskills` };
  }

  test('are rated from 0 to 5, each once', async () => {
    const { org, skill, skills } = await withAda();

    expect((await org.post(skills, { id: skill, proficiency: 3 })).body).toMatchObject({
      id: skill,
      name: 'Invoices',
      proficiency: 3,
      state: 'active',
      skillUri: `/api/v2/routing/skills/${skill}`,
    });
    await org.post(skills, { id: skill, proficiency: 4.5 });
    expect(entitiesOf(await org.get(skills))).toMatchObject([{ id: skill, proficiency: 4.5 }]);
    expect(messageOf(await org.post(skills, { id: skill, proficiency: 6 }))).toBe(
      'proficiency is 6; expected a number from 0 to 5',
    );
  });

  test('many are added at once, or replaced', async () => {
    const { org, skill, skills } = await withAda();
    const other = await org.create('/api/v2/routing/skills', { name: 'Returns' });
    await org.patch(`${skills}/bulk`, [{ id: skill, proficiency: 1 }]);

    expect(entitiesOf(await org.patch(`${skills}/bulk`, [{ id: other, proficiency: 2 }]))).toHaveLength(2);
    expect(entitiesOf(await org.put(`${skills}/bulk`, [{ id: other, proficiency: 5 }]))).toMatchObject([{ id: other }]);
    expect(messageOf(await org.put(`${skills}/bulk`, [{ id: 'none', proficiency: 5 }]))).toBe(
      'skills[0].id: there is no skill with the id none',
    );
    expect(messageOf(await org.put(`${skills}/bulk`, [{ proficiency: 5 }]))).toContain('[0].id is missing');
  });

  test('go when the skill or language goes', async () => {
    const { org, ada, skill, skills, language } = await withAda();
    await org.post(skills, { id: skill, proficiency: 3 });
    await org.post(`${users}/${ada}/routinglanguages`, { id: language, proficiency: 5 });

    await org.delete(`/api/v2/routing/skills/${skill}`);

    expect(entitiesOf(await org.get(skills))).toEqual([]);
    expect(entitiesOf(await org.get(`${users}/${ada}/routinglanguages`))).toMatchObject([{ name: 'French' }]);
  });

  test('are shown with the user to who asks for them, and a change of the user keeps them', async () => {
    const { org, ada, skill, skills } = await withAda();
    await org.post(skills, { id: skill, proficiency: 3 });
    await org.patch(`${users}/${ada}`, { title: 'Agent', skills: [] });

    expect((await org.get(`${users}/${ada}`)).body).not.toHaveProperty('skills');
    expect((await org.get(`${users}/${ada}?expand=skills,languages`)).body).toMatchObject({
      skills: [{ id: skill }],
      languages: [],
    });
  });
});

describe('members of queues', () => {
  test('are found from both sides; rings change one by one or at once', async () => {
    const org = localOrg();
    const ada = await org.create(users, { name: 'Ada', email: 'ada@example.com' });
    const queue = await org.create('/api/v2/routing/queues', { name: 'Support' });
    const members = `/api/v2/routing/queues/${queue}/members`;
    await org.post(members, [{ id: ada }]);

    expect(entitiesOf(await org.get(`${users}/${ada}/queues`))).toMatchObject([{ id: queue, name: 'Support' }]);
    expect(entitiesOf(await org.patch(members, [{ id: ada, ringNumber: 3 }]))).toMatchObject([{ ringNumber: 3 }]);
    expect((await org.patch(members, [{ id: 'none', ringNumber: 3 }])).status).toBe(404);
    expect((await org.delete(`${members}/${ada}`)).status).toBe(204);
    expect(entitiesOf(await org.get(`${users}/${ada}/queues`))).toEqual([]);
  });
});

describe('locations and sites', () => {
  const locations = '/api/v2/locations';
  const sites = '/api/v2/telephony/providers/edges/sites';

  test('a new org has a site with cloud media, which stays', async () => {
    const org = localOrg();
    const [site] = entitiesOf(await org.get(`${sites}?managed=true`));
    const { defaultSiteId } = (await org.get('/api/v2/organizations/me')).body as { readonly defaultSiteId: string };

    expect(site).toMatchObject({ id: defaultSiteId, mediaModel: 'Cloud', managed: true });
    expect(await org.delete(`${sites}/${defaultSiteId}`)).toMatchObject({ status: 409 });
    expect(entitiesOf(await org.get('/api/v2/telephony/providers/edges'))).toEqual([]);
  });

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

test('default roles are there and stay', async () => {
  const org = localOrg();
  const [employee] = entitiesOf(await org.get('/api/v2/authorization/roles?defaultRoleId=employee'));

  expect(employee).toMatchObject({ name: 'employee', default: true });
  expect((await org.delete(`/api/v2/authorization/roles/${String(employee?.['id'])}`)).status).toBe(400);
});
