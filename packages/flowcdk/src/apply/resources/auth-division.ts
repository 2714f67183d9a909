import { authDivision as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection, type ResourceKind } from '../resource-kind';

const path = '/api/v2/authorization/divisions';
const division = collection({ path, table, fixed: ['home'], removal: '?force=false' });

/** With `home` it is the home division. That exists already, and it stays. */
export const authDivision: ResourceKind = {
  ...division,
  create: async (attributes, api, begun) => {
    if (attributes.value('home') !== true) return division.create(attributes, api, begun);
    const exported = { id: String((await api.get(`${path}/home`))['id']), home: true };
    return { ...exported, ...(await division.update(exported, attributes, api)) };
  },
  update: (exported, attributes, api) => {
    attributes.value('home');
    return division.update(exported, attributes, api);
  },
  remove: async (exported, api) => {
    if (exported['home'] !== true) await division.remove(exported, api);
  },
};
