import { collection, type ResourceKind } from '../resource-kind';

const path = '/api/v2/integrations/credentials';

/** A local org that was started again has lost the values of its credentials, and says so in their names. */
export const integrationCredential: ResourceKind = {
  ...collection({
    path,
    body: (given) => ({
      name: given.text('name'),
      type: { name: given.text('credential_type_name') },
      credentialFields: given.map('fields') ?? {},
    }),
  }),
  isWhole: async ({ id }, given, api) => {
    const name = given.text('name');
    return name === undefined || (await api.get(`${path}/${id}`))['name'] === name;
  },
};
