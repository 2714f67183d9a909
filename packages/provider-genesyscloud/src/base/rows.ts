import { type Field, type Schema, type Usage } from './schema';

/** A row of a table with its names. It is computed once per class. */
export interface Row {
  /** camelCase, in TypeScript. */
  readonly name: string;
  /** snake_case, in Terraform. */
  readonly terraformName: string;
  readonly field: Field;
  /** The inner rows of a block or of a list of objects. */
  readonly nested: readonly Row[];
}

export const rowsOf = (schema: Schema): readonly Row[] =>
  Object.entries(schema).map(([name, field]) => ({
    name,
    terraformName: snakeCase(name),
    field,
    nested: field.kind === 'attribute' ? [] : rowsOf(field.schema),
  }));

/** Whether a block may occur only once. A configuration then has one object for it. */
export const isSingle = (field: Field): boolean => field.kind === 'block' && field.count.endsWith('..1');

/** The source of the value of a row. A block that must occur at least once is required. */
export const usageOf = (field: Field): Usage =>
  field.kind === 'block' ? (field.count.startsWith('0..') ? 'optional' : 'required') : field.usage;

/** `ttsString` → `tts_string`, and `customI18NLabels`, as `cdktf get` spells it, → `custom_i18n_labels`. */
const snakeCase = (name: string): string =>
  name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase();
