import type { Api } from '../api';
import type { Attributes } from '../attributes';
import type { Made, ResourceKind } from '../resource-kind';
import { configOf } from './action-config';

const path = '/api/v2/integrations/actions';

/** The org makes it with the integration and its credential; here it gets what it asks and how. */
export const integrationCustomAuthAction: ResourceKind = {
  fixed: ['integration_id'],
  create: patched,
  update: (_made, given, api) => patched(given, api),
  exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
  remove: () => Promise.resolve(),
};

async function patched(given: Attributes, api: Api): Promise<Made> {
  const id = `customAuth_-_${given.needed('integration_id')}`;
  const { name, version } = await api.get(`${path}/${id}?flatten=true&includeConfig=true`);
  await api.patch(`${path}/${id}`, { name: given.text('name') ?? name, version, config: configOf(given) });
  return { id };
}
