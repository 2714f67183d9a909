import { oauthClient as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Api, Body } from '../api';
import type { Attributes } from '../attributes';
import { bodyOf, type Fields, type Occasion } from '../body-of';
import { labelled, type ResourceKind } from '../resource-kind';
import { isValues, listOf, Secret, type Value } from '../values';

const path = '/api/v2/oauth/clients';
const credentials = '/api/v2/integrations/credentials';

/** A role without a division counts in the home division. */
async function clientOf(attributes: Attributes, api: Api, occasion: Occasion): Promise<Fields> {
  const divisionId = String((await api.get('/api/v2/authorization/divisions/home'))['id']);
  const { roleDivisions, ...client } = bodyOf(table, attributes, occasion);
  const inDivision = (role: Value): readonly Body[] => (isValues(role) ? [{ divisionId, ...role }] : []);
  return { ...client, roleDivisions: listOf(roleDivisions as Value).flatMap(inDivision) };
}

/** The secret is shown once, in the answer to the creation. With a name for it, it goes into a credential at once. */
export const oauthClient: ResourceKind = {
  fixed: ['authorized_grant_type', 'integration_credential_name'],
  ignoresChanges: true,
  create: async (attributes, api, begun) => {
    const { id, secret } = await api.post(path, await clientOf(attributes, api, 'creation'));
    const exported = { id: String(id), client_id: String(id) };
    begun(exported);
    const isShown = attributes.value('expose_client_secret') === true;
    const shown = {
      client_secret: new Secret(`${attributes.address}.client_secret of ${exported.id}`, String(secret)),
    };
    const credentialName = attributes.text('integration_credential_name');
    if (credentialName === undefined) return { ...exported, ...(isShown ? shown : {}) };
    const before = (await api.all(credentials, { name: credentialName })).map((other) => String(other['id']));
    begun({ ...exported, credential_begun: { name: credentialName, before } });
    const credential = await api.post(credentials, {
      name: credentialName,
      type: { name: 'pureCloudOAuthClient' },
      credentialFields: { clientId: exported.id, clientSecret: String(secret) },
    });
    return { ...exported, ...(isShown ? shown : {}), integration_credential_id: String(credential['id']) };
  },
  update: async (exported, attributes, api) => {
    attributes.value('expose_client_secret');
    attributes.value('integration_credential_name');
    await api.put(`${path}/${exported.id}`, await clientOf(attributes, api, 'change'));
    return exported;
  },
  alike: labelled(path, 'name'),
  isShownOnce: true,
  exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
  remove: async ({ id, ...exported }, api) => {
    const credential = exported['integration_credential_id'];
    if (credential !== undefined) await api.delete(`${credentials}/${String(credential)}`);
    else await removeBegun(exported['credential_begun'], api);
    await api.delete(`${path}/${id}`);
  },
};

/** Removes the credential of a client whose creation was interrupted. */
async function removeBegun(intent: Value | undefined, api: Api): Promise<void> {
  if (!isValues(intent) || typeof intent['name'] !== 'string') return;
  const { name, before } = intent;
  for (const { id, name: other } of await api.all(credentials, { name })) {
    if (other === name && !listOf(before).includes(String(id))) await api.delete(`${credentials}/${String(id)}`);
  }
}
