import { load } from 'js-yaml';
import { type YamlScalar } from './node';
import { holdsPlaceholder, withStandIns } from './placeholder';
import { plainValue } from './plain-scalar';

/**
 * Text that needs no quotes, as in Architect's exports. It starts with a letter, a digit or `_` (or is a `<fill in>`
 * mark), does not end with a blank, and has no colon, number sign, brace, control character or unusual space. The
 * exporter is stricter than YAML (`builtin:date` and `(a or b)` get quotes), which spares readers a doubt.
 */
const BEGINS_PLAIN = /^(?:[\p{L}\p{Nd}_]|<(?=\p{L}))/u;

/** What no plain text has: a colon, number sign, brace, control character, or a space other than a blank. */
const NOT_PLAIN = /[:#{}\p{C}]|[^\P{Z} ]/u;

/** Words that some readers of YAML 1.1 or 1.2 take for a boolean or null. */
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** Texts that start with a digit and may be a number in YAML 1.1 or 1.2. The pattern is wider than both. */
const NUMBER_LIKE = /^(?:[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]*)?|0[box][0-9a-fA-F_]*)$/i;

/** Dates and times of YAML 1.1: `2024-01-31`, `2024-01-31T…`. */
const DATE_LIKE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt ])/;

/** Invisible characters that JSON leaves as they are and YAML forbids or may change. */
const UNSAFE_IN_QUOTES = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * The text of a scalar. It has one line, because the exporter neither folds nor uses blocks. A scalar with a
 * `{{placeholder}}` keeps its notation.
 *
 * `scalar('yes')` → `"yes"`, `scalar('Flow.count + 1')` → `Flow.count + 1`, `scalar('a\nb')` → `"a\nb"`
 */
export function scalarText(node: YamlScalar): string {
  // A remembered text counts only while it still gives the value. A caller may have changed either of them.
  if (node.text !== undefined && says(node.text, node.value)) return node.text;
  return valueText(node.value);
}

function says(text: string, value: YamlScalar['value']): boolean {
  if (Object.is(plainValue(text), value)) return true;
  if (typeof value !== 'string' || !holdsPlaceholder(value)) return false;
  const laidOut = `- ${indented(text, '  ')}\n`;
  return onlyItem(laidOut) === value || onlyItem(withStandIns(laidOut)) === withStandIns(value);
}

function onlyItem(text: string): unknown {
  try {
    const items = load(text);
    return Array.isArray(items) && items.length === 1 ? (items[0] as unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** A scalar of several lines, with the lines after the first indented. */
export function indented(text: string, indent: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${indent}`);
}

/** The text of a value without a notation of its own. */
export function valueText(value: YamlScalar['value']): string {
  if (typeof value === 'string') return stringText(value);
  return typeof value === 'number' ? numberText(value) : String(value);
}

function stringText(value: string): string {
  return standsPlain(value) ? value : quoted(value);
}

function standsPlain(value: string): boolean {
  if (!BEGINS_PLAIN.test(value) || NOT_PLAIN.test(value) || value.endsWith(' ')) return false;
  const first = value.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return !NUMBER_LIKE.test(value) && !DATE_LIKE.test(value);
  return value.length > 5 || !RESERVED.test(value);
}

/** A text in double quotes. YAML understands every escape of JSON, and JSON also escapes halves of surrogate pairs. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    UNSAFE_IN_QUOTES,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function numberText(value: number): string {
  if (Number.isFinite(value)) {
    if (Object.is(value, -0)) return '-0.0';
    // In YAML 1.1 a number with an exponent needs a point.
    return String(value).replace(/^(-?[0-9]+)e/, '$1.e');
  }
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}
