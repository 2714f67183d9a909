import { architectDatatable as table } from '@flowcdk/provider-genesyscloud/tables';
import type { Body } from '../api';
import type { Attributes } from '../attributes';
import { collection } from '../resource-kind';

export const architectDatatable = collection({
  path: '/api/v2/flows/datatables',
  table,
  removal: '?force=true',
  fields: (attributes) => ({
    schema: {
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      required: ['key'],
      properties: Object.fromEntries(attributes.blocks('properties').map(column)),
      additionalProperties: false,
    },
  }),
});

function column(property: Attributes, displayOrder: number): readonly [string, Body] {
  const name = property.needed('name');
  const type = property.needed('type');
  const text = property.text('default');
  const standard = text === undefined ? {} : { default: type === 'string' ? text : (JSON.parse(text) as Body) };
  return [name, { $id: `/properties/${name}`, type, title: property.text('title') ?? '', displayOrder, ...standard }];
}
