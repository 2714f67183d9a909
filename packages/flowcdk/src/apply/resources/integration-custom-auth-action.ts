import { integrationCustomAuthAction as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { bodyOf } from '../body-of';
import type { Exported, ResourceKind } from '../resource-kind';

const path = '/api/v2/integrations/actions';

/** The org creates it with the integration and its credential. Here it gets its request and its mapping. */
export const integrationCustomAuthAction: ResourceKind = {
  fixed: ['integration_id'],
  create: patch,
  update: (_exported, attributes, api) => patch(attributes, api),
  exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
  remove: () => Promise.resolve(),
};

async function patch(attributes: Attributes, api: Api): Promise<Exported> {
  const id = `customAuth_-_${attributes.needed('integration_id')}`;
  const { name, version } = await api.get(`${path}/${id}?flatten=true&includeConfig=true`);
  await api.patch(`${path}/${id}`, { name, version, ...bodyOf(table, attributes) });
  return { id };
}
