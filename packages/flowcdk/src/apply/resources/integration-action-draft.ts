import { collection, type ResourceKind } from '../resource-kind';
import { configOf, contractOf } from './action-config';

const path = '/api/v2/integrations/actions';
const draft = collection({
  path: `${path}/drafts`,
  fixed: ['integration_id', 'secure', 'contract_input', 'contract_output'],
  body: (given) => ({
    ...given.fields('name', 'category', 'integration_id'),
    secure: given.value('secure') ?? false,
    config: configOf(given),
    contract: contractOf(given),
  }),
});

export const integrationActionDraft: ResourceKind = {
  ...draft,
  update: async (made, given, api) => {
    given.value('integration_id');
    const { version } = await api.get(`${path}/${made.id}/draft`);
    await api.patch(`${path}/${made.id}/draft`, {
      ...given.fields('name', 'category'),
      secure: given.value('secure') ?? false,
      config: configOf(given),
      contract: contractOf(given),
      version,
    });
    return made;
  },
  exists: async ({ id }, api) => (await api.find(`${path}/${id}/draft`)) !== undefined,
  remove: ({ id }, api) => api.delete(`${path}/${id}/draft`),
};
