import { type Field, type Schema, type Usage } from './schema';

/** A row of a table together with its names, worked out once per class. */
export interface Row {
  /** camelCase, in TypeScript. */
  readonly name: string;
  /** snake_case, in Terraform. */
  readonly terraformName: string;
  readonly field: Field;
  /** The rows inside, when it is a block or a list of objects. */
  readonly nested: readonly Row[];
}

export const rowsOf = (schema: Schema): readonly Row[] =>
  Object.entries(schema).map(([name, field]) => ({
    name,
    terraformName: snakeCase(name),
    field,
    nested: field.kind === 'attribute' ? [] : rowsOf(field.schema),
  }));

/** Whether a block may stand only once and is therefore given as one object. */
export const isSingle = (field: Field): boolean => field.kind === 'block' && field.count.endsWith('..1');

/** Who gives the value; a block that must stand at least once is required. */
export const usageOf = (field: Field): Usage =>
  field.kind === 'block' ? (field.count.startsWith('0..') ? 'optional' : 'required') : field.usage;

/** `ttsString` → `tts_string`, and `customI18NLabels`, as `cdktf get` spells it, → `custom_i18n_labels`. */
const snakeCase = (name: string): string =>
  name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase();
