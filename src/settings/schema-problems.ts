import Ajv, { type ErrorObject } from 'ajv';
import type { YamlData, YamlNode } from '../architect/yaml/node';
import { scalarText, valueText } from '../architect/yaml/scalar-text';
import {
  settingsMissing,
  settingsNotOneOf,
  settingsUnknown,
  settingsWrongCount,
  settingsWrongKey,
  settingsWrongType,
  settingsWrongValue,
} from '../errors';
import type { Finding } from '../finding';
import { isDate, isTimeZone, nearestTimeZone } from './calendar';
import { didYouMean } from './did-you-mean';
import type { LayeredSettings } from './layers';
import type { Path, SettingPlace, SettingsProblem } from './problem';
import type { ResolvedSettings } from './resolved-settings';
import { type Schema, type SchemaType, settingsSchema } from './schema';

/** Either the settings, with the defaults of the schema filled in, or what of them does not fit the schema. */
export type Validated =
  | { readonly settings: ResolvedSettings; readonly problems?: undefined }
  | { readonly settings?: undefined; readonly problems: readonly SettingsProblem[] };

/** Checks `data`, which becomes the settings: defaults are written into it. */
export function validate(data: YamlData, layers: LayeredSettings): Validated {
  const fits = validator();
  if (fits(data)) return { settings: data };
  const errors = fits.errors ?? [];
  const malformed = new Set(
    errors.filter(({ keyword }) => keyword === 'pattern').map(({ instancePath }) => instancePath),
  );
  const isTold = ({ keyword, instancePath }: ErrorObject) =>
    !UNTOLD.has(keyword) && !(keyword === 'format' && malformed.has(instancePath));
  return { problems: errors.filter(isTold).map((error) => problem(error, layers)) };
}

/**
 * `uniqueItems` and `maxProperties` are for editors; `checks.ts` says it better. `propertyNames` only repeats the error
 * found in a name. What breaks the pattern of an address need not be told a second time that it is none.
 */
const UNTOLD = new Set(['uniqueItems', 'maxProperties', 'propertyNames']);

let compiled: ReturnType<typeof compile> | undefined;
const validator = (): ReturnType<typeof compile> => (compiled ??= compile());

/**
 * It is compiled at every start for a few hundred lines of settings, so what would cost more than it saves is switched
 * off: optimising the code, and checking the schema itself, which a test does.
 */
function compile() {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    useDefaults: true,
    verbose: true,
    validateSchema: false,
    code: { optimize: false },
  });
  ajv.addKeyword('patternErrorMessage');
  ajv.addFormat('date', isDate);
  ajv.addFormat('time-zone', isTimeZone);
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  return ajv.compile<ResolvedSettings>(settingsSchema);
}

function problem(error: ErrorObject, layers: LayeredSettings): SettingsProblem {
  const parent = pathOf(error.instancePath);
  const name = String(
    error.params['missingProperty'] ?? error.params['additionalProperty'] ?? error.propertyName ?? '',
  );
  const onKey = error.keyword === 'additionalProperties' || error.propertyName !== undefined;
  const isAboutMember = onKey || error.keyword === 'required';
  const path = isAboutMember ? [...parent, name] : parent;
  const finding = (place: SettingPlace) => words(error, name, place, layers.node(path));
  return onKey ? { path, onKey, finding } : { path, finding };
}

function words(error: ErrorObject, name: string, place: SettingPlace, node: YamlNode | undefined): Finding {
  const schema: Schema = error.parentSchema ?? {};
  const known = Object.keys(schema.properties ?? {});
  if (error.propertyName !== undefined) {
    return settingsWrongKey(place, name, schema.patternErrorMessage ?? `up to ${schema.maxLength} characters`);
  }
  switch (error.keyword) {
    case 'additionalProperties':
      return settingsUnknown(place, name, known, didYouMean(name, known));
    case 'required':
      return settingsMissing(place, name, explanation(schema.properties?.[name], { asSetting: name }));
    case 'type':
      return settingsWrongType(place, given(node), allowedTypes(schema), quotesOr(explanation(schema), schema, node));
    case 'enum':
      return settingsNotOneOf(place, String(error.data), schema.enum ?? [], nearest(error.data, schema.enum));
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
      return settingsWrongCount(place, countOf(error.data), allowedCount(schema), explanation(schema));
    default:
      return settingsWrongValue(
        place,
        given(node),
        allowedValue(error, schema),
        explanation(schema, { nearly: error.data }),
      );
  }
}

interface ExplanationOptions {
  /** The example is written as a setting of this name. */
  readonly asSetting?: string;
  /** What was given; a time zone that is nearly right is a better example than any other. */
  readonly nearly?: unknown;
}

/** What a setting is for, and an example of it. */
function explanation(schema: Schema = {}, { asSetting, nearly }: ExplanationOptions = {}): string {
  const { description = '', examples: [example] = [], format } = schema;
  const zone = format === 'time-zone' && typeof nearly === 'string' ? nearestTimeZone(nearly) : undefined;
  if (zone !== undefined) return `Did you mean ${zone}? ${description}`;
  if (example === undefined || example === schema.default) return description;
  const written = typeof example === 'object' ? JSON.stringify(example) : valueText(example);
  return `${description} For example: ${asSetting === undefined ? '' : `${asSetting}: `}${written}`.trim();
}

/** `33`, `true` and `+33199001234` without quotes are no texts in YAML; it is the commonest mistake with them. */
function quotesOr(otherwise: string, { type }: Schema, node: YamlNode | undefined): string {
  if (type !== 'string' || node?.kind !== 'scalar' || node.value === null) return otherwise;
  return `Put it in quotes: "${clipped(scalarText(node))}".`;
}

function given(node: YamlNode | undefined): string {
  if (node === undefined) return 'nothing';
  if (node.kind === 'sequence') return 'a list';
  if (node.kind === 'mapping') return 'a block of settings';
  if (node.value === null || node.value === '') return node.value === null ? 'empty' : 'an empty text';
  if (typeof node.value === 'string') return JSON.stringify(clipped(node.value));
  return `${typeof node.value === 'number' ? 'the number ' : ''}${clipped(scalarText(node))}`;
}

function allowedTypes({ type }: Schema): string {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  return types.map((name) => TYPES[name]).join(' or ');
}

const TYPES: Readonly<Record<SchemaType, string>> = {
  object: 'a block of settings',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function allowedValue({ keyword }: ErrorObject, schema: Schema): string {
  if (keyword === 'minimum' || keyword === 'maximum') return `${schema.minimum} to ${schema.maximum}`;
  if (keyword === 'maxLength') return `at most ${schema.maxLength} characters long`;
  if (keyword === 'pattern') return schema.patternErrorMessage ?? 'of another form';
  return FORMATS[schema.format ?? 'uri'];
}

const FORMATS: Readonly<Record<NonNullable<Schema['format']>, string>> = {
  date: 'a day of the calendar, as year-month-day',
  'time-zone': 'a time zone of the IANA, such as Europe/Paris',
  uri: 'an address with a valid host and port',
};

function allowedCount({ minItems, maxItems }: Schema): string {
  if (maxItems === undefined) return 'exactly one';
  return minItems === 0 ? `at most ${maxItems}` : `${minItems} to ${maxItems}`;
}

const countOf = (data: unknown): number => (Array.isArray(data) ? data.length : 0);

const nearest = (data: unknown, allowed: readonly string[] = []): string | undefined =>
  didYouMean(String(data), allowed);

const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A JSON pointer, `/databases/order/0`. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
