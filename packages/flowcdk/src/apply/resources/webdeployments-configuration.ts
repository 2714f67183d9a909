import { webdeploymentsConfiguration as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Api } from '../api';
import { bodyOf } from '../body-of';
import { type Exported, labelled, type ResourceKind } from '../resource-kind';
import { isValues, listOf } from '../values';

const path = '/api/v2/webdeployments/configurations';

/** Each change is published as the next version. */
export const webdeploymentsConfiguration: ResourceKind = {
  fixed: [],
  create: async (attributes, api, begun) => {
    const { id } = await api.post(path, bodyOf(table, attributes));
    begun({ id: String(id) });
    return publish(String(id), api);
  },
  update: async ({ id }, attributes, api) => {
    await api.put(`${path}/${id}/versions/draft`, bodyOf(table, attributes, 'change'));
    return publish(id, api);
  },
  alike: labelled(path, 'name'),
  exists: async ({ id }, api) => (await api.find(`${path}/${id}/versions/draft`)) !== undefined,
  remove: ({ id }, api) => api.delete(`${path}/${id}`),
};

async function publish(id: string, api: Api): Promise<Exported> {
  await api.post(`${path}/${id}/versions/draft/publish`);
  const { entities } = await api.get(`${path}/${id}/versions`);
  const versions = listOf(entities).flatMap((entity) => (isValues(entity) ? [Number(entity['version'])] : []));
  return { id, version: String(Math.max(...versions.filter(Number.isFinite))), status: 'Active' };
}
