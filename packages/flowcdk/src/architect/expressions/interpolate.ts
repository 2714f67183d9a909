/** Turns a template with variables, expressions and plain values into a tree. The `exp` tag uses it. */
import { Decimal, decimalText } from './decimal';
import { parse } from './parse';
import { print } from './print';
import { quote } from './tokens';
import { type Tree } from './tree';

/**
 * A part of a template: a tree, a variable (by its full name), the text of an expression, or a plain value, which
 * becomes a literal.
 */
export type Interpolated =
  Tree | { readonly name: string } | { readonly text: string } | Decimal | string | number | boolean | null;

/**
 * Reads a template. Expressions keep their grouping. The printer drops needless parentheses. A whole number becomes an
 * Integer, any other number a Decimal, `null` becomes NOT_SET.
 *
 * @example print(interpolate`Length(${{ name: 'Flow.x' }}) > ${3}`) // Length(Flow.x) > 3
 */
export function interpolate(strings: TemplateStringsArray, ...parts: readonly Interpolated[]): Tree {
  return parse(
    strings.map((text, index) => text + (index < parts.length ? written(parts[index] ?? null) : '')).join(''),
  );
}

function written(part: Interpolated): string {
  if (part === null) return 'NOT_SET';
  if (typeof part === 'string') return quote(part);
  if (typeof part === 'boolean') return String(part);
  if (typeof part === 'number') return numberWritten(part);
  if (part instanceof Decimal) return grouped(decimalText(part));
  if ('text' in part) return asOperand(parse(part.text));
  if ('kind' in part && 'offset' in part) return asOperand(part);
  if ('name' in part) return print(parse(part.name));
  throw new TypeError('an interpolated value is a variable, an expression, or a plain value');
}

function numberWritten(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is not a number an expression can hold`);
  return grouped(Number.isInteger(value) ? new Decimal(value).toFixed(0) : decimalText(new Decimal(value)));
}

/** The text of an operand. Calls and variables have no parentheses, so that a property can follow them. */
function asOperand(tree: Tree): string {
  const text = print(tree);
  return tree.kind === 'call' || tree.kind === 'variable' || tree.kind === 'property' || tree.kind === 'index'
    ? text
    : `(${text})`;
}

/** Puts a negative literal in parentheses, because a minus before it would make two. */
function grouped(digits: string): string {
  return digits.startsWith('-') ? `(${digits})` : digits;
}
