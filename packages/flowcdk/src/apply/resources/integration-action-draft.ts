import { integrationActionDraft as table } from '@flowcdk/provider-genesyscloud/tables';
import { bodyOf } from '../body-of';
import { collection, type ResourceKind } from '../resource-kind';

const path = '/api/v2/integrations/actions';
const draft = collection({
  path: `${path}/drafts`,
  table,
  fixed: ['integration_id', 'secure', 'contract_input', 'contract_output'],
});

export const integrationActionDraft: ResourceKind = {
  ...draft,
  update: async (exported, attributes, api) => {
    const { version } = await api.get(`${path}/${exported.id}/draft`);
    await api.patch(`${path}/${exported.id}/draft`, { ...bodyOf(table, attributes, 'change'), version });
    return exported;
  },
  exists: async ({ id }, api) => (await api.find(`${path}/${id}/draft`)) !== undefined,
  remove: ({ id }, api) => api.delete(`${path}/${id}/draft`),
};
