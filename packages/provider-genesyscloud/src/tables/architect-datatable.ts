import { api, apart } from '../base/api-column';
import { block, optional, optionalComputed, required } from '../base/schema';

export const architectDatatable = {
  /** Seen in Architect. */
  name: required('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string', api('division.id')),
  /** What the table holds. */
  description: optional('string'),
  /** Its columns, one of them a `string` named `key`. A column cannot be removed later. */
  properties: block(
    'list',
    '1..*',
    {
      /** Name of the column. */
      name: required('string'),
      /** `string`, `boolean`, `integer` or `number`. */
      type: required('string'),
      /** Name of the column on the screen. */
      title: optional('string'),
      /** Value in rows that have none, as a string whatever the type. */
      default: optional('string'),
    },
    apart,
  ),
};
