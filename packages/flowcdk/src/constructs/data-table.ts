import { Construct } from 'constructs';
import { ArchitectDatatable } from '@flowcdk/provider-genesyscloud/lib/architect-datatable';
import { ArchitectDatatableRow } from '@flowcdk/provider-genesyscloud/lib/architect-datatable-row';
import type { ColumnType, DataTableDefinition } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { slug, withHash } from '../ground/address';
import { literalText } from './terraform-text';

/** A data table with its rows. */
export class DataTable extends Construct {
  readonly resource: ArchitectDatatable;

  constructor(scope: Construct, id: string, { table }: { readonly table: DataTableDefinition }) {
    super(scope, id);
    const columns = Object.entries(table.columns).map(([name, type]) => {
      const standard = table.defaults[name];
      return {
        name: literalText(name),
        type: columnType(type),
        title: literalText(name),
        default: standard === undefined ? undefined : literalText(String(standard)),
      };
    });
    this.resource = new ArchitectDatatable(this, 'data-table', {
      name: literalText(table.name),
      description: literalText(table.description),
      properties: [{ name: 'key', type: 'string', title: literalText(table.key) }, ...columns],
      ...divisionOf(this),
    });
    for (const { key, cells } of table.rows) {
      new ArchitectDatatableRow(this, `row-${identifier(key)}`, {
        datatableId: this.resource.id,
        keyValue: literalText(key),
        // Writes every column, even one with its default. The provider fills a missing column in from the table as it
        // was before, so a row could not get a new column in the same apply as the table.
        propertiesJson: literalText(JSON.stringify(cells)),
      });
    }
    Deployed.of(this).create(table, { id: this.resource.id, element: this.resource });
  }
}

/** As Terraform spells the types of columns. */
const columnType = ({ kind }: ColumnType): string => (kind === 'decimal' ? 'number' : kind);

/** The part of an address that identifies the row of a key, independent of other rows. */
const identifier = (key: string): string => (/^[\w-]+$/.test(key) ? key : withHash(slug(key), key));
