import type { Attributes } from '../attributes';
import { collection, type ResourceKind } from '../resource-kind';
import { Secret } from '../values';

const path = '/api/v2/oauth/clients';
const credentials = '/api/v2/integrations/credentials';

const bodyOf = (given: Attributes, home: string | undefined) => ({
  ...given.fields('name', 'authorized_grant_type'),
  description: given.text('description') ?? '',
  accessTokenValiditySeconds: given.value('access_token_validity_seconds') ?? 86_400,
  state: given.text('state') ?? 'active',
  registeredRedirectUri: given.texts('registered_redirect_uris'),
  scope: given.texts('scopes'),
  roleDivisions: given.blocks('roles').map((role) => ({
    roleId: role.needed('role_id'),
    divisionId: role.text('division_id') ?? home,
  })),
});

const client = collection({ path, body: (given) => bodyOf(given, undefined) });

/** The secret is shown once, to who creates the client; with a name for it, it goes into a credential at once. */
export const oauthClient: ResourceKind = {
  fixed: ['authorized_grant_type', 'integration_credential_name'],
  create: async (given, api, begun) => {
    const home = String((await api.get('/api/v2/authorization/divisions/home'))['id']);
    const { id, secret } = await api.post(path, bodyOf(given, home));
    const made = { id: String(id), client_id: String(id) };
    begun(made);
    const exposed = given.value('expose_client_secret') === true;
    const shown = { client_secret: new Secret(`${given.address}.client_secret of ${made.id}`, String(secret)) };
    const credentialName = given.text('integration_credential_name');
    if (credentialName === undefined) return { ...made, ...(exposed ? shown : {}) };
    const credential = await api.post(credentials, {
      name: credentialName,
      type: { name: 'pureCloudOAuthClient' },
      credentialFields: { clientId: made.id, clientSecret: String(secret) },
    });
    return { ...made, ...(exposed ? shown : {}), integration_credential_id: String(credential['id']) };
  },
  update: async (made, given, api) => {
    given.value('expose_client_secret');
    given.value('integration_credential_name');
    const home = String((await api.get('/api/v2/authorization/divisions/home'))['id']);
    await api.put(`${path}/${made.id}`, bodyOf(given, home));
    return made;
  },
  exists: client.exists,
  remove: async (made, api) => {
    const credential = made['integration_credential_id'];
    if (credential !== undefined) await api.delete(`${credentials}/${String(credential)}`);
    await client.remove(made, api);
  },
};
