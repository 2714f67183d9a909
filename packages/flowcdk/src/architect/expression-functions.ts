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

/** The common expressions as functions. Each gives the same as its text: `isSet(x)` is ``exp`IsSet(${x})` ``. */

/** A value for a comparison: read when the flow runs, or known now. */
type Operand<T> = Readable<T> | Extract<Literal<T>, string | number | boolean>;
type Number = Integer | Decimal;
type Ordered = string | Integer | Decimal | DateTime | Duration;

/**
 * True unless the value is NOT_SET. An empty text is set.
 *
 * @example
 * ```ts
 * decision('Known?', isSet(customerId), { no: [disconnect()] });
 * ```
 */
export const isSet = (value: Readable<unknown>): Expression<boolean> => call('IsSet', value);
/**
 * True for NOT_SET, an empty text and an empty collection.
 *
 * @example
 * ```ts
 * isNotSetOrEmpty(customerName);
 * ```
 */
export const isNotSetOrEmpty = (value: Readable<unknown>): Expression<boolean> => call('IsNotSetOrEmpty', value);
/**
 * True for a text with at least one character, blanks included. False for NOT_SET and for an empty text.
 *
 * @example
 * ```ts
 * decision('Is there a name to say?', hasText(customerName), { yes: [playAudio('Greet', say`Hello, ${customerName}.`)] })
 * ```
 * ```yaml
 * condition: { exp: "!IsNotSetOrEmpty(Flow.customerName)" }
 * ```
 */
export const hasText = (text: Readable<string>): Expression<boolean> => not(isNotSetOrEmpty(text));
/**
 * True where two values of one type are equal. The case of texts matters. Two NOT_SET values are equal. For a trigger's
 * criteria there is `equal` of `flowcdk/triggers`.
 *
 * @example
 * ```ts
 * equals(status, 'SUCCESS');
 * ```
 */
export const equals = <T>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<boolean> => operator(a, '==', b);
/**
 * True where two values of one type are not equal.
 *
 * @example
 * ```ts
 * differs(status, 'ONGOING');
 * ```
 */
export const differs = <T>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<boolean> => operator(a, '!=', b);
/**
 * True where the first value is greater: a later moment, a longer time, a text later in the alphabet. For a trigger's
 * criteria there is `greaterThan` of `flowcdk/triggers`.
 *
 * @example
 * ```ts
 * isGreater(tries, 3);
 * ```
 */
export const isGreater = <T extends Ordered>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<boolean> =>
  operator(a, '>', b);
/**
 * True where the first value is less: an earlier moment, a shorter time, a text earlier in the alphabet. For a
 * trigger's criteria there is `lessThan` of `flowcdk/triggers`.
 *
 * @example
 * ```ts
 * isLess(tries, 3);
 * ```
 */
export const isLess = <T extends Ordered>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<boolean> =>
  operator(a, '<', b);
/**
 * True if all conditions are true. Conditions after the first false one are not evaluated.
 *
 * @example
 * ```ts
 * and(known, isSet(customerName));
 * ```
 */
export const and = (first: Readable<boolean>, ...others: readonly Readable<boolean>[]): Expression<boolean> =>
  others.reduce<Expression<boolean>>((before, next) => operator(before, 'and', next), expressionOf(asText(first)));
/**
 * True if at least one condition is true. Conditions after the first true one are not evaluated.
 *
 * @example
 * ```ts
 * or(known, isGreater(tries, 3));
 * ```
 */
export const or = (first: Readable<boolean>, ...others: readonly Readable<boolean>[]): Expression<boolean> =>
  others.reduce<Expression<boolean>>((before, next) => operator(before, 'or', next), expressionOf(asText(first)));
/**
 * True where the condition is false.
 *
 * @example
 * ```ts
 * not(known);
 * ```
 */
export const not = (value: Readable<boolean>): Expression<boolean> => expressionOf(`!${operandText(value)}`);
/**
 * Joins texts. NOT_SET counts as an empty text.
 *
 * @example
 * ```ts
 * concat('Dear ', customerName);
 * ```
 */
export const concat = (
  ...parts: readonly [Operand<string>, Operand<string>, ...Operand<string>[]]
): Expression<string> => call('Append', ...parts);
/**
 * One of two values, by a condition. Only the chosen value is evaluated. A NOT_SET condition counts as false.
 *
 * @example
 * ```ts
 * ifElse(known, customerName, 'stranger');
 * ```
 */
export const ifElse = <T>(condition: Readable<boolean>, yes: Operand<T>, no: Operand<T>): Expression<T> =>
  call('If', condition, yes, no);
/**
 * The sum of two numbers.
 *
 * @example
 * ```ts
 * updateData('Count', [set(tries, plus(tries, 1))]);
 * ```
 */
export const plus = <T extends Number>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<T> => operator(a, '+', b);
/**
 * The first number minus the second.
 *
 * @example
 * ```ts
 * minus(tries, 1);
 * ```
 */
export const minus = <T extends Number>(a: Readable<T>, b: Operand<NoInfer<T>>): Expression<T> => operator(a, '-', b);
/**
 * A value as text, as Architect's `ToString` writes it.
 *
 * @example
 * ```ts
 * asString(tries);
 * ```
 */
export const asString = (value: Readable<unknown>): Expression<string> => call('ToString', value);
/**
 * Whether a text contains another. For a trigger's criteria there is `contains` of `flowcdk/triggers`.
 *
 * @example
 * ```ts
 * containsText(email, '@');
 * ```
 */
export const containsText = (text: Readable<string>, part: Operand<string>): Expression<boolean> =>
  call('Contains', text, part);
/**
 * A text in lower case.
 *
 * @example
 * ```ts
 * lowerCase(email);
 * ```
 */
export const lowerCase = (text: Readable<string>): Expression<string> => call('Lower', text);
/**
 * A property of a JSON object. NOT_SET where the object lacks it.
 *
 * @example
 * ```ts
 * const answer = builtIn<Json>('Flow.answer');
 * jsonProperty(answer, 'name');
 * ```
 */
export const jsonProperty = (json: Readable<Json>, name: string): Expression<Json> =>
  call('GetJsonObjectProperty', json, name);

const call = <T>(name: string, ...args: readonly ExpressionPart[]): Expression<T> =>
  expressionOf(`${name}(${args.map(asText).join(', ')})`);

const operator = <T>(a: unknown, symbol: string, b: unknown): Expression<T> =>
  expressionOf(`${operandText(a as ExpressionPart)} ${symbol} ${operandText(b as ExpressionPart)}`);
