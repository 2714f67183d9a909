import { localOrg, messageOf } from '../private/local-org';
import { actions, contract, integrationOf, lookup } from './private/integrations';

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
