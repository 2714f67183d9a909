import type { Api } from '../api';
import type { Attributes } from '../attributes';
import type { Made, ResourceKind } from '../resource-kind';

const path = '/api/v2/integrations';

export const integration: ResourceKind = {
  fixed: ['integration_type'],
  create: async (given, api, begun) => {
    const { id } = await api.post(path, { integrationType: { id: given.needed('integration_type') } });
    const made = { id: String(id) };
    begun(made);
    return configured(made, given, api);
  },
  update: (made, given, api) => {
    given.needed('integration_type');
    return configured(made, given, api);
  },
  exists: async ({ id }, api) => (await api.find(`${path}/${id}`)) !== undefined,
  remove: ({ id }, api) => api.delete(`${path}/${id}`),
};

async function configured(made: Made, given: Attributes, api: Api): Promise<Made> {
  const config = given.block('config');
  if (config) {
    const current = await api.get(`${path}/${made.id}/config/current`);
    const credentials = Object.entries(config.map('credentials') ?? {}).map(([slot, id]) => [slot, { id }] as const);
    await api.put(`${path}/${made.id}/config/current`, {
      name: config.text('name') ?? current['name'],
      notes: config.text('notes') ?? '',
      version: current['version'],
      properties: config.json('properties') ?? current['properties'],
      advanced: config.json('advanced') ?? current['advanced'],
      credentials: Object.fromEntries(credentials),
    });
  }
  await api.patch(`${path}/${made.id}`, { intendedState: given.text('intended_state') ?? 'DISABLED' });
  return made;
}
