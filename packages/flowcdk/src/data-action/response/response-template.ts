import type { Declarations, Type } from '../../architect/types';
import { literalText } from '../template/encode';
import { type Item, separated } from '../template/optional-items';
import { joined, render, type Template, velocity } from '../template/template';
import { isSource, type Source, type SourceTree } from './source';

/** How an answer becomes the outputs, as the platform gets it. */
export interface ResponseTemplate {
  /** JSONPaths by the name under which `successTemplate` uses what they find. */
  readonly translationMap: Readonly<Record<string, string>>;
  /** JSON text for paths that find nothing. */
  readonly translationMapDefaults: Readonly<Record<string, string>>;
  readonly successTemplate: string;
}

/** Everything the service answered, as it is: the platform's default. */
export const wholeAnswer: ResponseTemplate = Object.freeze({
  translationMap: Object.freeze({}),
  translationMapDefaults: Object.freeze({}),
  successTemplate: '${rawResult}',
});

/** Names a success template knows already. */
const taken = new Set([
  'input',
  'rawResult',
  'esc',
  'math',
  'encoding',
  'urlTool',
  'successTemplateUtils',
  'comma',
  'credentials',
]);

interface Written {
  readonly map: [string, string][];
  readonly defaults: [string, string][];
  readonly preparations: Template[];
}

/**
 * Writes the translation map and the success template.
 *
 * Map values are JSON text already (strings keep their quotes), so they go into the template without quotes. A required
 * output without a value leaves its `${name}` in the text. That is no JSON, so the action fails, as it should. An
 * optional output is left out. A default serves both a missing value and `null`, which the map's own default does not.
 */
export function responseTemplate(outputs: Declarations, sources: SourceTree): ResponseTemplate {
  const written: Written = { map: [], defaults: [], preparations: [] };
  const object = objectTemplate(outputs, sources, '', written);
  const template = joined(...written.preparations, object);
  return Object.freeze({
    translationMap: Object.freeze(Object.fromEntries(written.map)),
    translationMapDefaults: Object.freeze(Object.fromEntries(written.defaults)),
    successTemplate: render(template, () => ''),
  });
}

function objectTemplate(outputs: Declarations, sources: SourceTree, prefix: string, written: Written): Template {
  const items = Object.entries(outputs).flatMap(([name, type]): Item[] => {
    const source = sources[name];
    if (source === undefined) return [];
    const key = `${prefix}${name}`;
    const item = isSource(source)
      ? valueTemplate(key, type, source, written)
      : { content: objectTemplate(type.properties ?? {}, source, `${key}_`, written) };
    return [{ ...item, content: joined(`"${name}": `, item.content) }];
  });
  return joined('{', separated(items, ', '), '}');
}

const jsonText = (value: unknown): string => literalText(JSON.stringify(value), 'json');
/**
 * The condition for a missing value or JSON's `null`. The platform might pass `null` as a value (assumed) or as a text.
 */
const isMissing = (name: string): string => `"$!{${name}}" == "" || "$!{${name}}" == "null"`;
const isThere = (name: string): string => `"$!{${name}}" != "" && "$!{${name}}" != "null"`;

function valueTemplate(output: string, type: Type<unknown>, source: Source, written: Written): Item {
  if (source.source === 'constant') return { content: velocity(jsonText(source.value)) };
  const key = taken.has(output) ? `${output}_` : output;
  const hasDefault = 'value' in source;
  const mayMiss = hasDefault || type.optional === true;
  written.map.push([key, source.path ?? '']);
  if (source.source === 'path') {
    if (hasDefault) written.defaults.push([key, JSON.stringify(source.value)]);
    return orDefault(key, source, mayMiss);
  }
  if (!mayMiss) return { content: velocity(`\${${firstOf(key)}}`) };
  // The whole list may be missing too.
  written.defaults.push([key, '[]']);
  written.preparations.push(velocity(`#set($first_${key} = $${firstOf(key, 'null')})`));
  return orDefault(`first_${key}`, source, mayMiss);
}

/** Seen in published actions, with and without a default; the latter is JSON text. */
const firstOf = (key: string, fallback?: string): string =>
  `successTemplateUtils.firstFromArray("\${${key}}"${fallback === undefined ? '' : `, "${fallback}"`})`;

function orDefault(name: string, source: Source, mayMiss: boolean): Item {
  const content = velocity(`\${${name}}`);
  if (!mayMiss) return { content };
  if (!('value' in source)) return { content, when: isThere(name) };
  return { content: joined(`#if(${isMissing(name)})${jsonText(source.value)}#{else}`, content, '#end') };
}
