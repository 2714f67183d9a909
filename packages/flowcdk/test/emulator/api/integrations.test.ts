import { localOrg, messageOf } from '../private/local-org';
import { actions, credentials, integrationOf, integrations, lookup } from './private/integrations';

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

test('a webhook has an id and an address', async () => {
  const org = localOrg();
  const id = await org.create('/api/v2/integrations', { integrationType: { id: 'webhook' }, name: 'Chat' });

  expect((await org.get(`/api/v2/integrations/${id}`)).body).toMatchObject({
    attributes: { webhookId: id, invocationUrl: expect.stringContaining(`/webhooks/api/v1/webhook/${id}`) as string },
  });
  expect((await org.post(`/webhooks/api/v1/webhook/${id}`, { message: 'hello' })).status).toBe(501);
});
