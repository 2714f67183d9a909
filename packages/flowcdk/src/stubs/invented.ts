import { fieldsOf, isObject, itemsOf, type Json, type JsonObject, textOf } from '../emulator/state/json';

/** Invents values for one moment of an org: nothing in them is left to chance. */
export interface Invention {
  /** Milliseconds since 1970, by the clock of the org. */
  readonly now: number;
}

type Invented = (name: string, invention: Invention) => Json;

interface Row {
  readonly type: string;
  readonly value: Invented;
  /** What the table of the documentation says. */
  readonly text: string;
}

const moment = ({ now }: Invention): string => new Date(now).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** The one table of invented values, by Architect's names of types. */
const rows: readonly Row[] = [
  { type: 'string', value: (name) => lastPart(name), text: "the field's name: `customer.name` is `name`" },
  { type: 'integer', value: () => 1, text: '1' },
  { type: 'decimal', value: () => 1, text: '1' },
  { type: 'boolean', value: () => true, text: 'true' },
  { type: 'dateTime', value: (_, of) => moment(of), text: "the org's clock: `2026-01-05T10:00:00Z`" },
  { type: 'date', value: (_, of) => moment(of).slice(0, 10), text: "the day of the org's clock: `2026-01-05`" },
  { type: 'time', value: (_, of) => moment(of).slice(11, 19), text: "the time of the org's clock: `10:00:00`" },
  { type: 'duration', value: () => 'PT1S', text: 'one second' },
  { type: 'currency', value: () => '1|USD', text: 'one US dollar' },
  { type: 'phoneNumber', value: () => 'tel:+12025550101', text: '`tel:+12025550101`, a number for fiction' },
  { type: 'emailAddress', value: () => 'somebody@local.example', text: '`somebody@local.example`' },
  { type: 'json', value: () => ({}), text: 'an empty object' },
];

const byType = new Map(rows.map(({ type, value }) => [type, value]));

/** `customer.name` is `name`. */
const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/**
 * The invented value of a type of Architect: `string`, `integerCollection`. Undefined for things of an org: no queue
 * and no user is invented.
 *
 * @param name the name of the output, input or variable; it is the value of a text
 */
export function inventedOfType(type: string, name: string, invention: Invention): Json | undefined {
  const item = byType.get(type.replace(/Collection$/, ''))?.(name, invention);
  return item !== undefined && type.endsWith('Collection') ? [item] : item;
}

/** The deepest nesting of objects and lists that is invented. */
const DEEPEST = 20;

/**
 * The invented value of a JSON Schema: an enum gives its first value, an object all its properties, a list one item.
 *
 * @param name the name of the property; it is the value of a text
 */
export function inventedOfSchema(schema: JsonObject, name: string, invention: Invention, depth = 0): Json {
  if (depth > DEEPEST) return null;
  const [first] = itemsOf(schema['enum']);
  if (first !== undefined) return first;
  switch (typeOf(schema)) {
    case 'object':
      return Object.fromEntries(
        Object.entries(fieldsOf(schema['properties'])).map(([property, inner]) => [
          property,
          inventedOfSchema(fieldsOf(inner), property, invention, depth + 1),
        ]),
      );
    case 'array':
      return [inventedOfSchema(fieldsOf(schema['items']), name, invention, depth + 1)];
    case 'integer':
    case 'number':
      return atLeast(schema['minimum'], byType.get('integer')?.(name, invention) ?? 1);
    case 'boolean':
      return byType.get('boolean')?.(name, invention) ?? true;
    case 'null':
      return null;
    default:
      return byType.get(formats[textOf(schema['format']) ?? ''] ?? 'string')?.(name, invention) ?? name;
  }
}

/** The types of texts with a format. */
const formats: Readonly<Partial<Record<string, string>>> = { 'date-time': 'dateTime', date: 'date', time: 'time' };

function typeOf({ type, properties, items }: JsonObject): string {
  const types = (Array.isArray(type) ? (type as readonly Json[]) : [type ?? null]).map((item) => textOf(item));
  const named = types.find((each) => each !== undefined && each !== 'null') ?? types.find((each) => each !== undefined);
  if (named !== undefined) return named;
  return isObject(properties) ? 'object' : isObject(items) ? 'array' : 'string';
}

const atLeast = (minimum: Json | undefined, value: Json): Json =>
  typeof minimum === 'number' && typeof value === 'number' ? Math.max(Math.ceil(minimum), value) : value;

/** The table as Markdown, for the documentation. */
export function inventionTable(): string {
  const more = [
    ['enum', 'its first value'],
    ['object', 'all its properties'],
    ['list', 'one item'],
  ];
  const cells = [['type', 'value'], ['---', '---'], ...rows.map(({ type, text }) => [`\`${type}\``, text]), ...more];
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
