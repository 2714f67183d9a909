import type { Exported, ResourceKind } from '../resource-kind';
import type { Attributes } from '../attributes';
import { isValues, type Values } from '../values';

const rowOf = (attributes: Attributes): Values => {
  const columns = attributes.json('properties_json');
  return { ...(isValues(columns) ? columns : {}), key: attributes.needed('key_value') };
};

const pathOf = ({ table, key }: Exported): string =>
  `/api/v2/flows/datatables/${String(table)}/rows/${encodeURIComponent(String(key))}`;

export const architectDatatableRow: ResourceKind = {
  fixed: ['datatable_id', 'key_value'],
  create: async (attributes, api) => {
    const table = attributes.needed('datatable_id');
    const key = attributes.needed('key_value');
    await api.post(`/api/v2/flows/datatables/${table}/rows`, rowOf(attributes));
    return { id: `${table}/${key}`, table, key };
  },
  update: async (exported, attributes, api) => {
    attributes.needed('datatable_id');
    await api.put(pathOf(exported), rowOf(attributes));
    return exported;
  },
  alike: async (attributes, api) => {
    const [table, key] = [attributes.needed('datatable_id'), attributes.needed('key_value')];
    const row = { id: `${table}/${key}`, table, key };
    return (await api.find(`${pathOf(row)}?showbrief=false`)) ? [row] : [];
  },
  exists: async (exported, api) => (await api.find(`${pathOf(exported)}?showbrief=false`)) !== undefined,
  remove: (exported, api) => api.delete(pathOf(exported)),
};
