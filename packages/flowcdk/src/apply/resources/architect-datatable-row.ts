import type { Made, ResourceKind } from '../resource-kind';
import type { Attributes } from '../attributes';
import { isValues, type Values } from '../values';

const rowOf = (given: Attributes): Values => {
  const columns = given.json('properties_json');
  return { ...(isValues(columns) ? columns : {}), key: given.needed('key_value') };
};

const pathOf = ({ table, key }: Made): string =>
  `/api/v2/flows/datatables/${String(table)}/rows/${encodeURIComponent(String(key))}`;

export const architectDatatableRow: ResourceKind = {
  fixed: ['datatable_id', 'key_value'],
  create: async (given, api) => {
    const table = given.needed('datatable_id');
    const key = given.needed('key_value');
    await api.post(`/api/v2/flows/datatables/${table}/rows`, rowOf(given));
    return { id: `${table}/${key}`, table, key };
  },
  update: async (made, given, api) => {
    given.needed('datatable_id');
    await api.put(pathOf(made), rowOf(given));
    return made;
  },
  exists: async (made, api) => (await api.find(`${pathOf(made)}?showbrief=false`)) !== undefined,
  remove: (made, api) => api.delete(pathOf(made)),
};
