import type { Decimal, Duration, Integer, Json, DateTime } from './types';
import {
  asText,
  type Expression,
  expressionOf,
  type ExpressionPart,
  type Literal,
  operandText,
  type Readable,
} from './values';

/**
 * The common expressions as functions. Each is the same as its text: `isSet(x)` is ``exp`IsSet(${x})` ``.
 */

/** Something to compare with: read when the flow runs, or known now. */
type Operand<T> = Readable<T> | Extract<Literal<T>, string | number | boolean>;
type Number = Integer | Decimal;
type Ordered = string | Integer | Decimal | DateTime | Duration;

/** True unless the value is NOT_SET; an empty text is set. */
export const isSet = (value: Readable<unknown>): Expression<boolean> => call('IsSet', value);
/** True for NOT_SET, an empty text and an empty collection. */
export const isNotSetOrEmpty = (value: Readable<unknown>): Expression<boolean> => call('IsNotSetOrEmpty', value);
/**
 * True for a text with at least one character; false for NOT_SET and for an empty text. Blanks are characters.
 *
 * ```ts
 * decision('Is there a name to say?', hasText(customerName), { yes: [playAudio('Greet', say`Hello, ${customerName}.`)] })
 * ```
 * ```yaml
 * condition: { exp: "!IsNotSetOrEmpty(Flow.customerName)" }
 * ```
 */
export const hasText = (text: Readable<string>): Expression<boolean> => not(isNotSetOrEmpty(text));
/** Equal, of one type; texts with regard to case. Two that are NOT_SET are equal. */
export const equals = <T>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<boolean> => operator(a, '==', b);
/** Not equal. */
export const differs = <T>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<boolean> => operator(a, '!=', b);
export const isGreater = <T extends Ordered>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<boolean> =>
  operator(a, '>', b);
export const isLess = <T extends Ordered>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<boolean> =>
  operator(a, '<', b);
/** True if all are; those behind the first that is false are not looked at. */
export const and = (first: Readable<boolean>, ...others: readonly Readable<boolean>[]): Expression<boolean> =>
  others.reduce<Expression<boolean>>((before, next) => operator(before, 'and', next), expressionOf(asText(first)));
/** True if one is; those behind the first that is true are not looked at. */
export const or = (first: Readable<boolean>, ...others: readonly Readable<boolean>[]): Expression<boolean> =>
  others.reduce<Expression<boolean>>((before, next) => operator(before, 'or', next), expressionOf(asText(first)));
export const not = (value: Readable<boolean>): Expression<boolean> => expressionOf(`!${operandText(value)}`);
/** Texts one after the other; NOT_SET counts as empty. */
export const concat = (
  ...parts: readonly [Operand<string>, Operand<string>, ...Operand<string>[]]
): Expression<string> => call('Append', ...parts);
/** One of two values; only the one that is chosen is evaluated. A condition that is NOT_SET counts as false. */
export const ifElse = <T>(condition: Readable<boolean>, yes: Operand<T>, no: Operand<T>): Expression<T> =>
  call('If', condition, yes, no);
export const plus = <T extends Number>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<T> => operator(a, '+', b);
export const minus = <T extends Number>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<T> => operator(a, '-', b);
/** As text, in Architect's way. */
export const asString = (value: Readable<unknown>): Expression<string> => call('ToString', value);
/** Whether a text is in another. */
export const containsText = (text: Readable<string>, part: Operand<string>): Expression<boolean> =>
  call('Contains', text, part);
/** In lower case. */
export const lowerCase = (text: Readable<string>): Expression<string> => call('Lower', text);
/** A property of a JSON object; NOT_SET where it has none. */
export const jsonProperty = (json: Readable<Json>, name: string): Expression<Json> =>
  call('GetJsonObjectProperty', json, name);

const call = <T>(name: string, ...args: readonly ExpressionPart[]): Expression<T> =>
  expressionOf(`${name}(${args.map(asText).join(', ')})`);

const operator = <T>(a: unknown, symbol: string, b: unknown): Expression<T> =>
  expressionOf(`${operandText(a as ExpressionPart)} ${symbol} ${operandText(b as ExpressionPart)}`);
