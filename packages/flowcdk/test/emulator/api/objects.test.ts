import { workflowYaml } from '../private/flows';
import { entitiesOf, localOrg, messageOf } from '../private/local-org';

describe('data tables', () => {
  const tables = '/api/v2/flows/datatables';
  const table = {
    name: 'Shops',
    schema: { type: 'object', properties: { key: { type: 'string' }, open: { type: 'boolean', default: false } } },
  };

  test('have rows by key, with the defaults of their columns', async () => {
    const org = localOrg();
    const id = await org.create(tables, table);

    expect((await org.post(`${tables}/${id}/rows`, { key: 'a/b +1' })).body).toEqual({ key: 'a/b +1', open: false });
    expect((await org.get(`${tables}/${id}/rows/a%2Fb%20+1?showbrief=false`)).body).toEqual({
      key: 'a/b +1',
      open: false,
    });
    expect((await org.post(`${tables}/${id}/rows`, { key: 'a/b +1' })).status).toBe(409);
    expect((await org.delete(`${tables}/${id}/rows/a%2Fb%20+1`)).status).toBe(204);
  });

  test.each([
    [{ key: 'x', city: 'Paris' }, "the table 'Shops' has no column 'city'"],
    [{ key: 'x', open: 'yes' }, 'open is "yes"; expected a boolean'],
    [{ open: true }, 'key is missing; expected a text'],
  ])('a row has the columns of its table: %j', async (row, message) => {
    const org = localOrg();
    const id = await org.create(tables, table);

    expect(messageOf(await org.post(`${tables}/${id}/rows`, row))).toBe(message);
  });

  test('a row may have text that is exactly a number or a boolean; a column of text keeps it as text', async () => {
    const org = localOrg();
    const id = await org.create(tables, table);

    expect((await org.post(`${tables}/${id}/rows`, { key: '5', open: 'true' })).body).toMatchObject({
      key: '5',
      open: true,
    });
  });

  test('columns are added, never removed', async () => {
    const org = localOrg();
    const id = await org.create(tables, table);
    const properties = { key: { type: 'string' } };

    expect(messageOf(await org.put(`${tables}/${id}`, { ...table, schema: { type: 'object', properties } }))).toBe(
      'schema.properties: columns cannot be removed (open)',
    );
  });

  test('with rows they are deleted only by force, and the rows with them', async () => {
    const org = localOrg();
    const id = await org.create(tables, table);
    await org.post(`${tables}/${id}/rows`, { key: 'x' });

    expect((await org.delete(`${tables}/${id}`)).status).toBe(409);
    expect((await org.delete(`${tables}/${id}?force=true`)).status).toBe(204);
    expect(org.org.all('datatableRow')).toEqual([]);
  });
});

describe('prompts', () => {
  const prompts = '/api/v2/architect/prompts';

  test('have one text or recording per language, which a change of the prompt keeps', async () => {
    const org = localOrg();
    const id = await org.create(prompts, { name: 'Welcome' });
    await org.post(`${prompts}/${id}/resources`, { language: 'en-us', ttsString: 'Welcome' });
    await org.put(`${prompts}/${id}`, { name: 'Welcome', description: 'First words' });

    expect((await org.get(`${prompts}/${id}`)).body).toMatchObject({
      description: 'First words',
      resources: [{ language: 'en-us', ttsString: 'Welcome' }],
    });
    expect((await org.post(`${prompts}/${id}/resources`, { language: 'en-US' })).status).toBe(409);
  });

  test('audio is transcoded as soon as it is there', async () => {
    const org = localOrg();
    const id = await org.create(prompts, { name: 'Welcome' });
    const { body } = await org.post(`${prompts}/${id}/resources`, { language: 'en-us' });

    await org.send('POST', new URL((body as { readonly uploadUri: string }).uploadUri).pathname, 'RIFF', {});

    expect((await org.get(`${prompts}/${id}/resources/en-us`)).body).toMatchObject({ uploadStatus: 'transcoded' });
  });

  test('have names that expressions can say', async () => {
    expect(messageOf(await localOrg().post(prompts, { name: 'First words' }))).toContain(
      'letters, digits and underscores',
    );
  });
});

describe('outcomes, milestones, log levels', () => {
  test('an outcome cannot be deleted', async () => {
    const org = localOrg();
    const id = await org.create('/api/v2/flows/outcomes', { name: 'Served' });

    expect((await org.delete(`/api/v2/flows/outcomes/${id}`)).status).toBe(501);
  });

  test('a flow has one log level of its own, and it goes with the flow', async () => {
    const org = localOrg();
    const flow = (await org.publish(workflowYaml('Report'))).flow?.id;
    const levels = `/api/v2/flows/${flow}/instances/settings/loglevels`;
    const level = { logLevelCharacteristics: { level: 'Base' } };

    expect((await org.get(levels)).status).toBe(404);
    expect((await org.post(levels, level)).body).toMatchObject(level);
    expect((await org.post(levels, level)).status).toBe(409);
    await org.delete(`/api/v2/flows/${flow}`);
    expect(org.org.all('logLevel')).toEqual([]);
  });
});

describe('users and groups', () => {
  const users = '/api/v2/users';
  const groups = '/api/v2/groups';
  const ada = { name: 'Ada', email: 'ada@example.com' };
  const byEmail = { query: [{ fields: ['email'], value: 'ADA@example.com', type: 'EXACT' }] };

  test('a user is found by address; who is gone only by who asks for it', async () => {
    const org = localOrg();
    const id = await org.create(users, ada);
    const results = async (query: object) =>
      ((await org.post(`${users}/search`, query)).body as { results: unknown }).results;

    expect(await results(byEmail)).toMatchObject([{ id }]);
    await org.delete(`${users}/${id}`);
    expect(await results(byEmail)).toEqual([]);
    expect(
      await results({ query: [...byEmail.query, { fields: ['state'], values: ['deleted'], type: 'EXACT' }] }),
    ).toMatchObject([{ id, state: 'deleted' }]);
  });

  test('an address is taken once, and a change names the version it changes', async () => {
    const org = localOrg();
    const id = await org.create(users, ada);

    expect((await org.post(users, ada)).status).toBe(409);
    expect((await org.patch(`${users}/${id}`, { title: 'Agent', version: 1 })).body).toMatchObject({
      title: 'Agent',
      version: 2,
    });
    expect((await org.patch(`${users}/${id}`, { title: 'Agent', version: 1 })).status).toBe(409);
  });

  test('a password is not kept', async () => {
    const lines: string[] = [];
    const org = localOrg({ keep: (changes) => lines.push(JSON.stringify(changes)) });

    const id = await org.create(users, { ...ada, password: 'very secret' });
    await org.post(`${users}/${id}/password`, { newPassword: 'very secret' });

    expect(lines.join('\n')).not.toContain('very secret');
  });

  test('a group keeps its type and members when it is changed, and forgets a user who is gone', async () => {
    const org = localOrg();
    const user = await org.create(users, ada);
    const id = await org.create(groups, { name: 'Care', type: 'official', visibility: 'public', ownerIds: [user] });
    await org.post(`${groups}/${id}/members`, { memberIds: [user], version: 1 });

    expect(
      (await org.put(`${groups}/${id}`, { name: 'Care', visibility: 'members', ownerIds: [' '] })).body,
    ).toMatchObject({
      type: 'official',
      owners: [],
      memberCount: 1,
    });
    await org.delete(`${users}/${user}`);
    expect(entitiesOf(await org.get(`${groups}/${id}/individuals`))).toEqual([]);
  });
});

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
