import { integrationCredential as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection, type ResourceKind } from '../resource-kind';

const path = '/api/v2/integrations/credentials';

/** A local org that was started again has lost the values of its credentials, and says so in their names. */
export const integrationCredential: ResourceKind = {
  ...collection({ path, table }),
  isWhole: async ({ id }, attributes, api) => {
    const name = attributes.text('name');
    return name === undefined || (await api.get(`${path}/${id}`))['name'] === name;
  },
};
