import { entitiesOf, localOrg } from '../private/local-org';

const types = '/api/v2/integrations/types';

test('the types are listed, each with the credentials its slots take', async () => {
  const org = localOrg();
  const listed = entitiesOf(await org.get(`${types}?pageSize=100`));
  const webServices = listed.find(({ id }) => id === 'custom-rest-actions');

  expect(webServices).toMatchObject({
    name: 'Web Services Data Actions',
    credentials: { basicAuth: { required: false, credentialTypes: ['basicAuth', 'userDefined', 'userDefinedOAuth'] } },
  });
  expect((await org.get(`${types}/custom-rest-actions`)).body).toEqual(webServices);
});

test.each(['properties', 'advanced'])('the schema of the %s of a type allows anything', async (part) => {
  const { status, body } = await localOrg().get(`${types}/webhook/configschemas/${part}`);

  expect(status).toBe(200);
  expect(body).toMatchObject({ title: part, type: 'object', additionalProperties: true });
});

test.each(['', '/configschemas/properties'])('a type there is not is not found: …%s', async (more) => {
  expect((await localOrg().get(`${types}/nothing${more}`)).status).toBe(404);
});
