import type { Attributes } from '../attributes';
import type { Body } from '../api';
import { collection, inDivision } from '../resource-kind';

export const architectDatatable = collection({
  path: '/api/v2/flows/datatables',
  removal: '?force=true',
  body: (given) => ({
    ...given.fields('name', 'description'),
    ...inDivision(given),
    schema: {
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      required: ['key'],
      properties: Object.fromEntries(given.blocks('properties').map(column)),
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
