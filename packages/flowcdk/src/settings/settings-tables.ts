import { plainValue } from '../architect/yaml/plain-scalar';
import { valueText } from '../architect/yaml/scalar-text';
import { editorSchema } from './editor-schema';
import type { JsonSchema, JsonValue } from './json-schema';
import type { SettingsSchema } from './schema';
import { allowedCount, allowedTypes, listedValues, range, textForm } from './schema-words';
import { standardNames } from './standard';
import { valuesOf } from './unsupported';

/** Which settings the tables show, and how deep their headings are. */
export interface SettingsTablesOptions {
  /** Whether the settings that come with Flowcdk are among them. @default true */
  readonly standard?: boolean | undefined;
  /** How many `#` the heading of each block has. @default 3 */
  readonly headingLevel?: number | undefined;
}

/**
 * The settings as a page explains them, in Markdown: a heading and a table for each block, and before them one table of
 * everything that is no block. Settings that have to be there are bold; `lines[].voice` belongs to each entry of a
 * list, `desks.*.name` to each name of a record.
 *
 * @example
 * ```ts
 * writeFileSync('docs/settings.md', `# Settings\n\n${settingsTables(settingsSchema)}`);
 * ```
 */
export function settingsTables(
  schema: SettingsSchema<unknown>,
  { standard = true, headingLevel = 3 }: SettingsTablesOptions = {},
): string {
  const { properties = {}, required = [] } = editorSchema(schema);
  const shown = Object.entries(properties).filter(([name]) => standard || !standardNames.includes(name));
  const blocks = shown.filter(([, { properties }]) => properties !== undefined);
  const others = shown.filter(([, { properties }]) => properties === undefined);
  const parts = [
    ...(others.length === 0 ? [] : [table(others.flatMap(([name, setting]) => rows(name, setting, required)))]),
    ...blocks.map(([name, block]) => section(name, block, required, headingLevel)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(name: string, block: JsonSchema, required: readonly string[], level: number): string {
  const { title, description = '' } = block;
  const heading = `${'#'.repeat(level)} ${setting(name, required.includes(name))}${title === undefined ? '' : `: ${title}`}`;
  return [heading, cell(description), table(rowsOf(block, ''))].filter((part) => part !== '').join('\n\n');
}

type Row = readonly [setting: string, meaning: string, value: string, otherwise: string];

function table(rows: readonly Row[]): string {
  const lines = [['Setting', 'Meaning', 'Value', 'Default'], ['---', '---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** On one line. A bar would end the cell; what looks like a tag outside of code would be one. */
const cell = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .split('`')
    .map((part, i) => (i % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`');

const rowsOf = ({ properties = {}, required = [] }: JsonSchema, prefix: string): readonly Row[] =>
  Object.entries(properties).flatMap(([name, schema]) => rows(name, schema, required, prefix));

/** The setting, and what is inside of it. */
function rows(name: string, schema: JsonSchema, required: readonly string[], prefix = ''): readonly Row[] {
  const path = `${prefix}${name}`;
  const { meaning, otherwise } = explained(schema);
  const entries = valuesOf(schema).flatMap((value) =>
    rowsOf(value, schema.type === 'array' ? `${path}[].` : `${path}.*.`),
  );
  return [
    [setting(path, required.includes(name)), meaning, valueOf(schema), otherwise],
    ...rowsOf(schema, `${path}.`),
    ...entries,
  ];
}

const setting = (path: string, isRequired: boolean): string => (isRequired ? `**\`${path}\`**` : `\`${path}\``);

/** The description ends with what holds if the setting is left out: `withDefault` and `optional` write it there. */
function explained({ description = '', default: otherwise }: JsonSchema): { meaning: string; otherwise: string } {
  const [sentence, inWords = ''] = /\s*If left out: (.+?)\.(?=\s|$)/s.exec(description) ?? [''];
  return {
    meaning: description.replace(sentence, () => ''),
    otherwise: otherwise === undefined || isEmpty(otherwise) ? inWords : code(otherwise),
  };
}

const isEmpty = (value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const code = (value: JsonValue): string => `\`${written(value)}\``;

/** The value as it stands in a YAML file. A word needs no quotes if every reader of YAML 1.2 takes it for a text. */
function written(value: JsonValue): string {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  const scalar = value as string | number | boolean | null;
  const isWord = typeof scalar === 'string' && WORD.test(scalar) && plainValue(scalar) === scalar;
  return isWord ? scalar : valueText(scalar);
}

const WORD = /^[A-Za-z](?:[\w:/.@-]*\w)?$/;

/** What may be written there; a text has an example, because the form alone seldom says it. */
function valueOf(schema: JsonSchema): string {
  const listed = listedValues(schema);
  if (listed) return listed.map(code).join(', ');
  if (schema.anyOf) return schema.anyOf.map(valueOf).join(' or ');
  switch (schema.type) {
    case 'object':
      return schema.properties ? 'a block' : `by name: ${ofEach(schema)}`;
    case 'array':
      return `a list of ${allowedCount(schema)}${isOfBlocks(schema) ? ' blocks' : `: ${ofEach(schema)}`}`;
    case 'string':
      return text(schema);
    default:
      return [allowedTypes(schema), range(schema)].filter((part) => part !== '').join(', ');
  }
}

const ofEach = (schema: JsonSchema): string => valuesOf(schema).map(valueOf).join(' or ');

const isOfBlocks = (schema: JsonSchema): boolean =>
  valuesOf(schema).every(({ properties }) => properties !== undefined);

function text(schema: JsonSchema): string {
  const form = textForm(schema);
  const [example] = schema.examples ?? [];
  return example === undefined || form.includes('such as') ? form : `${form}, such as ${code(example)}`;
}
