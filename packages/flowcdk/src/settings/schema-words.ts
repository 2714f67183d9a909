import type { YamlNode } from '../architect/yaml/node';
import { scalarText, valueText } from '../architect/yaml/scalar-text';
import { nearestTimeZone } from '../ground/calendar';
import { didYouMean } from '../ground/did-you-mean';
import type { JsonSchema, JsonType, JsonValue, SettingFormat } from './json-schema';
import {
  givenTwice,
  missing,
  notOneOf,
  quoted,
  unknownSetting,
  type Words,
  wrongCount,
  wrongKey,
  wrongType,
  wrongValue,
} from './messages';
import { VISIBLE } from './values';
import type { Misfit } from './misfits';
import type { SettingPlace } from './problem';

/**
 * What does not fit, in the words of an administrator.
 *
 * @param node what stands there
 * @param first where a repeated entry stands first
 */
export function words(misfit: Misfit, node: YamlNode | undefined, first: () => SettingPlace): Words {
  const { keyword, schema, value, name = '' } = misfit;
  const known = Object.keys(schema.properties ?? {});
  switch (keyword) {
    case 'additionalProperties':
      if (known.length === 0) return wrongKey(name, namesOf(schema));
      return unknownSetting(name, known, didYouMean(name, known));
    case 'required':
      return missing(name, explanation(schema.properties?.[name], { asSetting: name }));
    case 'type':
      return wrongType(valueInWords(node), allowedTypes(schema), quotesOr(explanation(schema), schema, node));
    case 'enum':
    case 'const':
      if (misfit.name !== undefined) return wrongKey(name, (listedValues(schema) ?? []).map(String).join(', '));
      return notInList(value, listedValues(schema) ?? []);
    case 'anyOf':
      return fitsNoBranch(value, schema, node);
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return wrongCount(countOf(value), allowedCount(schema), explanation(schema));
    case 'uniqueItems':
      return givenTwice('entry', textOf(node), first());
    default:
      if (misfit.name !== undefined) return wrongKey(name, schema.patternErrorMessage ?? allowedValue(keyword, schema));
      return wrongValue(valueInWords(node), allowedValue(keyword, schema), explanation(schema, { nearly: value }));
  }
}

const notInList = (data: unknown, allowed: readonly JsonValue[]): Words => {
  const names = allowed.map(String);
  if (typeof data === 'object' && data !== null) return notOneOf(clipped(JSON.stringify(data)), names);
  const text = String(data);
  return notOneOf(quoted(text), names, didYouMean(text, names));
};

/** The values of a schema that lists them all. */
export function listedValues(schema: JsonSchema): readonly JsonValue[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum;
  const values = schema.anyOf?.map(listedValues);
  return values?.every((some) => some !== undefined) ? values.flat() : undefined;
}

function fitsNoBranch(data: unknown, schema: JsonSchema, node: YamlNode | undefined): Words {
  const values = listedValues(schema);
  if (values) return notInList(data, values);
  const branches = new Set((schema.anyOf ?? []).map(branchForm));
  return wrongType(valueInWords(node), [...branches].join(' or '), explanation(schema));
}

function branchForm(branch: JsonSchema): string {
  const { properties, title } = branch;
  if (properties) return `a block with ${Object.keys(properties).join(', ')}`;
  return listedValues(branch)?.map(String).join(' or ') ?? title ?? allowedTypes(branch);
}

const namesOf = ({ patternProperties = {} }: JsonSchema): string => {
  const patterns = Object.keys(patternProperties);
  return patterns.length === 0 ? 'none, this block is empty' : `names that match ${patterns.join(' or ')}`;
};

interface ExplanationOptions {
  /** The example is written as a setting of this name. */
  readonly asSetting?: string;
  /** The value, and for a time zone that is nearly right the zone that was probably meant. */
  readonly nearly?: unknown;
}

/** What a setting is for, and an example of it. */
function explanation(schema: JsonSchema = {}, { asSetting, nearly }: ExplanationOptions = {}): string {
  const { description = '', examples: [example] = [], format } = schema;
  const zone = format === 'time-zone' && typeof nearly === 'string' ? nearestTimeZone(nearly) : undefined;
  if (zone !== undefined) return `Did you mean ${zone}? ${description}`;
  if (example === undefined || example === schema.default) return description;
  const written = typeof example === 'object' ? JSON.stringify(example) : valueText(example);
  return `${description} For example: ${asSetting === undefined ? '' : `${asSetting}: `}${written}`.trim();
}

/** `33`, `true` and `+33199001234` without quotes are no texts in YAML; it is the commonest mistake with them. */
function quotesOr(otherwise: string, { type }: JsonSchema, node: YamlNode | undefined): string {
  if (type !== 'string' || node?.kind !== 'scalar' || node.value === null) return otherwise;
  return `Put it in quotes: "${textOf(node)}".`;
}

function valueInWords(node: YamlNode | undefined): string {
  if (node === undefined) return 'nothing';
  if (node.kind === 'sequence') return 'a list';
  if (node.kind === 'mapping') return 'a block of settings';
  if (node.value === null || node.value === '') return node.value === null ? 'empty' : 'an empty text';
  if (typeof node.value === 'string') return JSON.stringify(clipped(node.value));
  return `${typeof node.value === 'number' ? 'the number ' : ''}${textOf(node)}`;
}

/** What stands there, as it is written. */
function textOf(node: YamlNode | undefined): string {
  if (node?.kind !== 'scalar') return valueInWords(node);
  return clipped(typeof node.value === 'string' ? node.value : scalarText(node));
}

export function allowedTypes({ type }: JsonSchema): string {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  return types.map((name) => TYPES[name]).join(' or ');
}

const TYPES: Readonly<Record<JsonType, string>> = {
  object: 'a block of settings',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty',
};

function allowedValue(keyword: keyof JsonSchema, schema: JsonSchema): string {
  switch (keyword) {
    case 'minLength':
      return `at least ${schema.minLength} characters long`;
    case 'maxLength':
      return `at most ${schema.maxLength} characters long`;
    case 'pattern':
      return schema.patternErrorMessage ?? `a text that matches ${schema.pattern}`;
    case 'format':
      return FORMATS[schema.format ?? 'uri'];
    case 'multipleOf':
      return `a multiple of ${schema.multipleOf}`;
    default:
      return range(schema);
  }
}

/** The form of a text in a few words. */
export function textForm({ pattern, patternErrorMessage, format }: JsonSchema): string {
  if (pattern === VISIBLE) return TYPES.string;
  if (format === 'uri') return 'an address';
  return patternErrorMessage ?? (format === undefined ? TYPES.string : FORMATS[format]);
}

const FORMATS: Readonly<Record<SettingFormat, string>> = {
  date: 'a day of the calendar, as year-month-day',
  'time-zone': 'a time zone of the IANA, such as Europe/Paris',
  uri: 'an address with a valid host and port',
};

/** `1 to 60`, `at least 1`, `more than 0`. */
export function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`less than ${exclusiveMaximum}`]),
  ].join(' and ');
}

/** How many entries a list or a block may have: `1 to 9`, `exactly one`. */
export function allowedCount({ minItems, minProperties, maxItems, maxProperties }: JsonSchema): string {
  const least = minItems ?? minProperties ?? 0;
  const most = maxItems ?? maxProperties;
  if (most === undefined) return `at least ${least}`;
  if (least === most) return `exactly ${most === 1 ? 'one' : most}`;
  return least === 0 ? `at most ${most}` : `${least} to ${most}`;
}

const countOf = (data: unknown): number => (typeof data === 'object' && data !== null ? Object.keys(data).length : 0);

const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
