import type { Attributes } from '../attributes';
import type { Made, ResourceKind } from '../resource-kind';

const pathOf = (flowId: string): string => `/api/v2/flows/${flowId}/instances/settings/loglevels`;
const ofMade = (made: Made): string => pathOf(String(made['flow_id']));
const bodyOf = (given: Attributes) => ({ logLevelCharacteristics: { level: given.text('flow_log_level') } });

export const flowLoglevel: ResourceKind = {
  fixed: ['flow_id'],
  create: async (given, api) => {
    const flowId = given.needed('flow_id');
    const { id } = await api.post(pathOf(flowId), bodyOf(given));
    return { id: String(id), flow_id: flowId };
  },
  update: async (made, given, api) => {
    await api.put(pathOf(given.needed('flow_id')), bodyOf(given));
    return made;
  },
  exists: async (made, api) => (await api.find(ofMade(made))) !== undefined,
  remove: (made, api) => api.delete(ofMade(made)),
};
