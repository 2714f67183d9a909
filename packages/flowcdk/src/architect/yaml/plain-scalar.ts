import { type YamlScalar } from './node';

const INTEGER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
const FLOAT = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;

const WORDS: ReadonlyMap<string, null | boolean | number> = new Map<string, null | boolean | number>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['', '+', '-'].flatMap((sign) =>
    ['.inf', '.Inf', '.INF'].map((word) => [sign + word, sign === '-' ? -Infinity : Infinity] as const),
  ),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
]);

/**
 * The value of a text without quotes, by the core rules of YAML 1.2: `yes` and `2024-01-01` are strings, only
 * `true`/`false` are booleans.
 */
export function plainValue(text: string): YamlScalar['value'] {
  const first = text.charCodeAt(0);
  // Most scalars are words. Only a digit or one of `+ - .` can start a number.
  if (first >= 0x30 && first <= 0x39) return numberOr(text);
  if (text.length > 5) return first === 0x2b || first === 0x2d || first === 0x2e ? numberOr(text) : text;
  const word = WORDS.get(text);
  return word === undefined ? numberOr(text) : word;
}

/** A number, or the text where the number would be infinite, as in js-yaml. */
function numberOr(text: string): number | string {
  if (INTEGER.test(text)) return finiteOr(text, integer(text));
  return FLOAT.test(text) ? finiteOr(text, parseFloat(text)) : text;
}

function finiteOr(text: string, value: number): number | string {
  return Number.isFinite(value) ? value : text;
}

function integer(text: string): number {
  if (text.startsWith('0x')) return parseInt(text.slice(2), 16);
  if (text.startsWith('0o')) return parseInt(text.slice(2), 8);
  return parseInt(text, 10);
}
