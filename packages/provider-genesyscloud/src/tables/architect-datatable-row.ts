import { optionalComputed, required } from '../base/schema';

export const architectDatatableRow = {
  /** The table. A change makes a new row. */
  datatableId: required('string'),
  /** Value of the column `key`. A change makes a new row. */
  keyValue: required('string'),
  /** Values of the other columns, as a JSON object in a string; those left out get the column's default. */
  propertiesJson: optionalComputed('string'),
};
