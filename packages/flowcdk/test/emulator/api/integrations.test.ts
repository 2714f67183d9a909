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
    [{ integrationType: { id: 7 } }, /integrationType.id is 7/],
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

test('a type and a slot that the local org does not know are taken with a warning that names what it knows', async () => {
  const org = localOrg();
  const created = await org.post(integrations, { integrationType: { id: 'servicenow-actions' }, name: 'Incidents' });
  const { id } = created.body as { readonly id: string };
  const credential = await org.create(credentials, { name: 'Gate', type: { name: 'apiKey' } });
  const settings = await org.put(`${integrations}/${id}/config/current`, {
    version: 1,
    credentials: { key: { id: credential } },
  });

  expect(created).toMatchObject({
    status: 200,
    body: { integrationType: { id: 'servicenow-actions' } },
    headers: { 'flowcdk-warning': expect.stringMatching(/does not know the type of integration 'servicenow-actions'/) },
  });
  expect(settings).toMatchObject({
    status: 200,
    headers: { 'flowcdk-warning': expect.stringMatching(/^credentials\.key: the local org does not know the slot/) },
  });
});

test.each([
  ['aws-lambda-data-actions', 'AmazonWebServicesARN', 'amazonWebServicesARN'],
  ['salesforce-datadip', 'salesforceUser', 'salesforce'],
  ['microsoft-dynamics-data-actions', 'msDynamics', 'msDynamics'],
  ['zendesk-data-actions', 'zendeskApiToken', 'zendeskApiToken'],
])('%s has the slot %s, as public modules of Terraform write it', async (type, slot, credentialType) => {
  const org = localOrg();
  const id = await org.create(integrations, { integrationType: { id: type } });
  const credential = await org.create(credentials, { name: 'Key', type: { name: credentialType } });
  const { status, headers } = await org.put(`${integrations}/${id}/config/current`, {
    version: 1,
    credentials: { [slot]: { id: credential } },
  });

  expect([status, headers['flowcdk-warning']]).toEqual([200, undefined]);
});
