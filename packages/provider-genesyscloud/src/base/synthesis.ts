import { listMapper, listMapperHcl, Tokenization } from '../cdktf';
import { isSingle, type Row } from './rows';

/*
 * Converts inputs into Terraform's configuration. Every object and map is copied, because CDKTF merges overrides into
 * the result.
 */

/** The inputs by their camelCase names. */
export type Inputs = Readonly<Record<string, unknown>>;

const bodyOf = (rows: readonly Row[], inputs: Inputs, write: (row: Row, value: unknown) => unknown) => {
  const body: Record<string, unknown> = {};
  for (const row of rows) {
    const value = inputs[row.name];
    if (value !== undefined) body[row.terraformName] = write(row, value);
  }
  return body;
};

/** The body of a resource in Terraform's JSON. */
export const toTerraform = (rows: readonly Row[], inputs: Inputs) => bodyOf(rows, inputs, valueToTerraform);

const valueToTerraform = (row: Row, value: unknown): unknown => {
  if (row.field.kind === 'attribute') return copied(value);
  if (row.field.kind === 'objects') {
    return listMapper((item) => (isPlainObject(item) ? withEveryKey(row.nested, item) : item))(value);
  }
  const itemOf = (item: unknown) => (isPlainObject(item) ? toTerraform(row.nested, item) : item);
  if (!isSingle(row.field)) return listMapper(itemOf, true)(value);
  // A set of blocks is always an array in Terraform's JSON. The classes of `cdktf get` write the only block of a list
  // as an object.
  return row.field.nesting === 'set' && isPlainObject(value) ? [itemOf(value)] : itemOf(value);
};

const withEveryKey = (rows: readonly Row[], inputs: Inputs): Record<string, unknown> =>
  Object.fromEntries(
    rows.map((row) => {
      const value = inputs[row.name];
      return [row.terraformName, value === undefined ? null : valueToTerraform(row, value)];
    }),
  );

/** The same body for CDKTF's HCL writer (`cdktf synth --hcl`), which needs the type of every value. */
export const toHcl = (rows: readonly Row[], inputs: Inputs) => bodyOf(rows, inputs, valueToHcl);

const hclTypes = {
  string: { type: 'simple', storageClassType: 'string' },
  number: { type: 'simple', storageClassType: 'number' },
  bool: { type: 'simple', storageClassType: 'boolean' },
  'list(string)': { type: 'list', storageClassType: 'stringList' },
  'set(string)': { type: 'set', storageClassType: 'stringList' },
  'map(string)': { type: 'map', storageClassType: 'stringMap' },
} as const;

const valueToHcl = (row: Row, value: unknown): unknown => {
  if (row.field.kind === 'attribute') return { value: copied(value), isBlock: false, ...hclTypes[row.field.type] };
  const itemOf = (item: unknown) => (isPlainObject(item) ? toHcl(row.nested, item) : item);
  return {
    value: isSingle(row.field) ? itemOf(value) : listMapperHcl(itemOf, true)(value),
    isBlock: true,
    type: row.field.nesting,
    storageClassType: 'struct',
  };
};

const copied = (value: unknown): unknown => (isPlainObject(value) ? { ...value } : value);

const isPlainObject = (value: unknown): value is Inputs =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Tokenization.isResolvable(value);
