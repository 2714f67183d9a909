import { localOrg, messageOf, type LocalOrg } from '../private/local-org';

const integrations = '/api/v2/integrations';
const credentials = `${integrations}/credentials`;
const actions = `${integrations}/actions`;

const integrationOf = (org: LocalOrg, type = 'custom-rest-actions') =>
  org.create(integrations, { integrationType: { id: type } });

const contract = {
  input: { inputSchema: { type: 'object', properties: { phoneNumber: { type: 'string' } } } },
  output: { successSchema: { type: 'object', properties: { customerId: { type: 'string' } } } },
};

const lookup = (integrationId: string) => ({
  name: 'Find customer',
  category: 'Customers',
  integrationId,
  secure: false,
  contract,
  config: {
    timeoutSeconds: 5,
    request: {
      requestUrlTemplate: 'https://customers.example/${input.phoneNumber}',
      requestType: 'GET',
      requestTemplate: '',
      headers: {},
    },
    response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
  },
});

describe('credentials', () => {
  test('values are neither shown nor kept', async () => {
    const lines: string[] = [];
    const org = localOrg({ keep: (changes) => lines.push(JSON.stringify(changes)) });
    const secret = {
      name: 'Alpha',
      type: { name: 'basicAuth' },
      credentialFields: { userName: 'u', password: 'very secret' },
    };
    const id = await org.create(credentials, secret);

    expect((await org.get(`${credentials}/${id}`)).body).toEqual({
      id,
      name: 'Alpha',
      type: { name: 'basicAuth' },
      selfUri: `${credentials}/${id}`,
    });
    expect(lines.join('\n')).not.toContain('very secret');
  });

  test('an unknown type is told, with those there are', async () => {
    const answer = await localOrg().post(credentials, { name: 'Alpha', type: { name: 'basic' } });

    expect(messageOf(answer)).toMatch(/^type.name: there is no type of credential 'basic'; there are basicAuth, /);
  });

  test('one that an integration uses is not deleted', async () => {
    const org = localOrg();
    const credential = await org.create(credentials, { name: 'Alpha', type: { name: 'basicAuth' } });
    const id = await integrationOf(org);
    await org.put(`${integrations}/${id}/config/current`, {
      version: 1,
      credentials: { basicAuth: { id: credential } },
    });

    expect(await org.delete(`${credentials}/${credential}`)).toMatchObject({ status: 409 });
  });

  test('the listing goes on after the last id of the part before', async () => {
    const org = localOrg();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.push(await org.create(credentials, { name, type: { name: 'basicAuth' } }));

    expect((await org.get(`${credentials}/listing?pageSize=2`)).body).toMatchObject({
      entities: [{ id: ids[0] }, { id: ids[1] }],
    });
    expect((await org.get(`${credentials}/listing?pageSize=2&after=${ids[1]}`)).body).toMatchObject({
      entities: [{ id: ids[2] }],
    });
    expect((await org.get(`${credentials}/listing?pageSize=2&after=${ids[2]}`)).body).toMatchObject({ entities: [] });
  });
});

describe('integrations', () => {
  test('settings are a resource of their own, with every field', async () => {
    const org = localOrg();
    const id = await integrationOf(org);

    expect((await org.get(`${integrations}/${id}/config/current`)).body).toMatchObject({
      name: 'Web Services Data Actions',
      version: 1,
      notes: '',
      properties: {},
      advanced: {},
      credentials: {},
    });
  });

  test('a change of settings names the version it changes', async () => {
    const org = localOrg();
    const id = await integrationOf(org);

    const answer = await org.put(`${integrations}/${id}/config/current`, { name: 'Alpha', version: 7 });

    expect(answer.status).toBe(409);
    expect(messageOf(answer)).toContain('does not match the current version 1');
  });

  test.each([
    [{ integrationType: { id: 'nothing' } }, /has no type 'nothing'; it has custom-rest-actions/],
    [{}, /integrationType is missing/],
  ])('what is no integration is refused: %j', async (body, message) => {
    expect(messageOf(await localOrg().post(integrations, body))).toMatch(message);
  });

  test('it is switched on and off', async () => {
    const org = localOrg();
    const id = await integrationOf(org);

    expect((await org.patch(`${integrations}/${id}`, { intendedState: 'ENABLED' })).body).toMatchObject({
      intendedState: 'ENABLED',
      reportedState: { code: 'ACTIVE' },
    });
  });

  test('a credential of type userDefinedOAuth brings the action that gets tokens, and takes it away', async () => {
    const org = localOrg();
    const credential = await org.create(credentials, { name: 'Gamma', type: { name: 'userDefinedOAuth' } });
    const id = await integrationOf(org);
    const settings = `${integrations}/${id}/config/current`;

    await org.put(settings, { version: 1, credentials: { basicAuth: { id: credential } } });
    expect((await org.get(`${actions}/customAuth_-_${id}`)).status).toBe(200);

    await org.put(settings, { version: 2, credentials: {} });
    expect((await org.get(`${actions}/customAuth_-_${id}`)).status).toBe(404);
  });

  test('its data actions go with it', async () => {
    const org = localOrg();
    const id = await integrationOf(org);
    const action = await org.create(actions, lookup(id));

    expect((await org.delete(`${integrations}/${id}`)).status).toBe(200);
    expect((await org.get(`${actions}/${action}`)).status).toBe(404);
  });
});

describe('data actions', () => {
  test('are read without templates, which are texts of their own', async () => {
    const org = localOrg();
    const id = await org.create(actions, lookup(await integrationOf(org)));

    const { body } = await org.get(`${actions}/${id}?expand=contract&includeConfig=true`);

    expect(body).toMatchObject({
      contract,
      version: 1,
      config: { timeoutSeconds: 5, request: { requestType: 'GET' } },
    });
    expect(JSON.stringify(body)).not.toContain('successTemplate');
    expect(await org.get(`${actions}/${id}/templates/successtemplate.vm`)).toMatchObject({
      status: 200,
      body: '${rawResult}',
    });
    expect(await org.get(`${actions}/${id}/templates/requesttemplate.vm`)).toMatchObject({ status: 200, body: '' });
  });

  test('a request that says nothing is not shown', async () => {
    const org = localOrg();
    const action = { ...lookup(await integrationOf(org)), config: { request: {}, response: {} } };
    const id = await org.create(actions, action);

    expect((await org.get(`${actions}/${id}?includeConfig=true`)).body).toMatchObject({ config: { response: {} } });
    expect(
      ((await org.get(`${actions}/${id}?includeConfig=true`)).body as { config: object }).config,
    ).not.toHaveProperty('request');
  });

  test('change by version, contracts never', async () => {
    const org = localOrg();
    const id = await org.create(actions, lookup(await integrationOf(org)));

    expect((await org.patch(`${actions}/${id}`, { name: 'Find', version: 1 })).body).toMatchObject({
      name: 'Find',
      version: 2,
    });
    expect(await org.patch(`${actions}/${id}`, { name: 'Find', version: 1 })).toMatchObject({ status: 409 });
    expect(await org.patch(`${actions}/${id}`, { contract, version: 2 })).toMatchObject({ status: 422 });
  });

  test.each([
    [
      'an integration that is not there',
      { integrationId: 'none' },
      422,
      'integrationId: there is no integration with the id none',
    ],
    [
      'a timeout out of range',
      { config: { timeoutSeconds: 61 } },
      422,
      'config.timeoutSeconds is 61; expected a whole number from 1 to 60',
    ],
    ['no contract', { contract: null }, 422, 'contract is missing; expected the schemas of input and output'],
  ])('are refused with %s', async (_, wrong, status, message) => {
    const org = localOrg();
    const answer = await org.post(actions, { ...lookup(await integrationOf(org)), ...wrong });

    expect([answer.status, messageOf(answer)]).toEqual([status, message]);
  });

  const inputs = (properties: object): object => ({
    contract: { ...contract, input: { inputSchema: { type: 'object', properties } } },
  });
  const outputs = (properties: object): object => ({
    contract: { ...contract, output: { successSchema: { type: 'object', properties } } },
  });

  test.each([
    ['a type there is not', inputs({ a: { type: 'text' } }), /^contract\.input: properties\/a\/type must be/],
    ['a list as input', inputs({ a: { type: 'array' } }), /^contract\.input: the input 'a' is of type array; expected/],
    ['an object as input', inputs({ a: { type: ['object', 'null'] } }), /is of type object/],
    ['a reserved name', inputs({ rawRequest: { type: 'string' } }), /'rawRequest' has a name that the platform keeps/],
    ['a name with a space', inputs({ 'a b': { type: 'string' } }), /'a b' has a name that does not fit/],
    ['a reference', outputs({ a: { $ref: '#/definitions/a' } }), /^contract\.output: \$ref is not supported$/],
    [
      'a pattern that cannot be read',
      outputs({ a: { type: 'string', pattern: '(' } }),
      /^contract\.output: a pattern /,
    ],
    [
      'a list in a list',
      outputs({ a: { type: 'array', items: { type: 'array' } } }),
      /^contract\.output\.a is a list in a list/,
    ],
  ])('have no contract with %s', async (_, wrong, message) => {
    const org = localOrg();
    const integrationId = await integrationOf(org);
    const answer = await org.post(actions, { ...lookup(integrationId), ...wrong });
    expect([answer.status, messageOf(answer)]).toEqual([422, expect.stringMatching(message)]);

    const draft = await org.create(`${actions}/drafts`, { ...lookup(integrationId), ...wrong });
    const published = await org.post(`${actions}/${draft}/draft/publish`, { version: 1 });
    expect([published.status, messageOf(published)]).toEqual([422, expect.stringMatching(message)]);
  });

  test('drafts are things of their own', async () => {
    const org = localOrg();
    const id = await org.create(`${actions}/drafts`, lookup(await integrationOf(org)));

    expect((await org.get(`${actions}/${id}`)).status).toBe(404);
    expect((await org.patch(`${actions}/${id}/draft`, { name: 'Next', version: 1 })).body).toMatchObject({
      name: 'Next',
      version: 2,
    });
    expect((await org.delete(`${actions}/${id}/draft`)).status).toBe(204);
    expect((await org.get(`${actions}/${id}/draft`)).status).toBe(404);
  });
});
