import { type ApiColumn, isSingle, type Row, rowsOf, type Schema } from '@flowcdk/provider-genesyscloud/tables';
import type { Body } from './api';
import { type Attributes, camelCase } from './attributes';
import { isValues } from './values';

/** The fields of a request body. */
export type Fields = { readonly [name: string]: Body };

/** Whether a resource comes into being or changes. */
export type Occasion = 'creation' | 'change';

/** The body that a table makes of the attributes of a resource or of one of its blocks. Rows that are apart stay out. */
export function bodyOf(table: Schema, attributes: Attributes, occasion: Occasion = 'creation'): Fields {
  return fieldsOf(rowsIn(table), attributes, occasion);
}

/** Worked out once per table. */
const rows = new WeakMap<Schema, readonly Row[]>();

function rowsIn(table: Schema): readonly Row[] {
  const known = rows.get(table) ?? rowsOf(table);
  rows.set(table, known);
  return known;
}

function fieldsOf(rowsOfTable: readonly Row[], attributes: Attributes, occasion: Occasion): Fields {
  const body: Mutable = {};
  for (const row of rowsOfTable) {
    const { api } = row.field;
    if (api.apart || (row.field.kind === 'attribute' && row.field.usage === 'computed')) continue;
    const value = valueOf(row, attributes, occasion) ?? whereUnset(api, occasion);
    if (value === undefined || (api.createdOnly && occasion === 'change')) continue;
    put(body, (api.path ?? camelCase(row.terraformName)).split('.'), value);
  }
  return body;
}

interface Mutable {
  [name: string]: Body;
}

/** Rows of one place that holds a list add to that list. */
function put(body: Mutable, [first = '', ...rest]: readonly string[], value: Body): void {
  const there = body[first];
  if (rest.length > 0) {
    const inside: Mutable = { ...(isValues(there) ? there : {}) };
    put(inside, rest, value);
    body[first] = inside;
  } else
    body[first] = Array.isArray(there) && Array.isArray(value) ? [...(there as Body[]), ...(value as Body[])] : value;
}

const whereUnset = (api: ApiColumn, occasion: Occasion): Body =>
  (occasion === 'change' ? (api.unsetInChanges ?? api.unset) : api.unset) as Body;

function valueOf(row: Row, attributes: Attributes, occasion: Occasion): Body {
  const { api } = row.field;
  const value = api.isJson ? attributes.json(row.terraformName) : plainValue(row, attributes, occasion);
  return value === undefined || api.form === undefined ? value : (api.form(value) as Body);
}

function plainValue({ terraformName, field, nested }: Row, attributes: Attributes, occasion: Occasion): Body {
  if (field.kind === 'attribute') return attributeOf(field.type, terraformName, attributes);
  if (isSingle(field)) {
    const block = attributes.block(terraformName);
    return block && fieldsOf(nested, block, occasion);
  }
  if (attributes.value(terraformName) === undefined) return undefined;
  const blocks = attributes.blocks(terraformName).map((block) => fieldsOf(nested, block, occasion));
  // Terraform writes a block that is not there as an empty list; an attribute of objects can be empty.
  return field.kind === 'block' && blocks.length === 0 ? undefined : blocks;
}

function attributeOf(type: string, name: string, attributes: Attributes): Body {
  if (type === 'string') return attributes.text(name);
  if (type === 'map(string)') return attributes.map(name);
  return type.endsWith('(string)') ? attributes.texts(name) : attributes.value(name);
}
