import { integration as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Api } from '../api';
import type { Attributes } from '../attributes';
import { bodyOf } from '../body-of';
import type { Exported, ResourceKind } from '../resource-kind';

const path = '/api/v2/integrations';

export const integration: ResourceKind = {
  fixed: ['integration_type'],
  create: async (attributes, api, begun) => {
    const { integrationType } = bodyOf(table, attributes);
    const { id } = await api.post(path, { integrationType });
    const exported = { id: String(id) };
    begun(exported);
    return configure(exported, attributes, api);
  },
  update: configure,
  // It gets its name after its creation.
  alike: async (_attributes, api) => (await api.all(path)).map(({ id }) => ({ id: String(id) })),
  exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
  remove: ({ id }, api) => api.delete(`${path}/${id}`),
};

async function configure(exported: Exported, attributes: Attributes, api: Api): Promise<Exported> {
  const config = attributes.block('config');
  if (config) {
    const { name, properties, advanced, version } = await api.get(`${path}/${exported.id}/config/current`);
    await api.put(`${path}/${exported.id}/config/current`, {
      ...{ name, properties, advanced, version },
      ...bodyOf(table.config.schema, config),
    });
  }
  const { intendedState } = bodyOf(table, attributes);
  await api.patch(`${path}/${exported.id}`, { intendedState });
  return exported;
}
