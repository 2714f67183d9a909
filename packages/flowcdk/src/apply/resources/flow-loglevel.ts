import { flowLoglevel as table } from '@flowcdk/provider-genesyscloud/tables';
import { bodyOf } from '../body-of';
import type { Exported, ResourceKind } from '../resource-kind';

const pathOf = (flowId: string): string => `/api/v2/flows/${flowId}/instances/settings/loglevels`;
const pathOfExisting = (exported: Exported): string => pathOf(String(exported['flow_id']));

export const flowLoglevel: ResourceKind = {
  fixed: ['flow_id'],
  create: async (attributes, api) => {
    const flowId = attributes.needed('flow_id');
    const { id } = await api.post(pathOf(flowId), bodyOf(table, attributes));
    return { id: String(id), flow_id: flowId };
  },
  update: async (exported, attributes, api) => {
    await api.put(pathOf(attributes.needed('flow_id')), bodyOf(table, attributes, 'change'));
    return exported;
  },
  alike: async (attributes, api) => {
    const flowId = attributes.needed('flow_id');
    const level = await api.find(pathOf(flowId));
    return level ? [{ id: String(level['id']), flow_id: flowId }] : [];
  },
  exists: async (exported, api) => (await api.find(pathOfExisting(exported))) !== undefined,
  remove: (exported, api) => api.delete(pathOfExisting(exported)),
};
