/**
 * Architect's Decimal: forty significant digits, rounded half away from zero, never a binary float. Assumed: a result
 * with more than forty digits before the point is a run-time error, and a result below 1e-80 is zero.
 */
import { Decimal as DecimalJs } from 'decimal.js';
import { Failure } from './expression-error';
import { DECIMAL_DIGITS } from './limits';

export const Decimal = DecimalJs.clone({
  precision: DECIMAL_DIGITS,
  rounding: DecimalJs.ROUND_HALF_UP,
  modulo: DecimalJs.ROUND_DOWN,
  maxE: DECIMAL_DIGITS - 1,
  minE: -2 * DECIMAL_DIGITS,
  toExpPos: 1000,
  toExpNeg: -1000,
  defaults: true,
});
export type Decimal = DecimalJs;

export const ZERO = new Decimal(0);
export const ROUND_HALF_AWAY_FROM_ZERO = DecimalJs.ROUND_HALF_UP;
export const ROUND_TOWARDS_ZERO = DecimalJs.ROUND_DOWN;

/** The largest number of places for a text or a rounding (assumed). */
const MAX_PLACES = DECIMAL_DIGITS;

/** The result of an operation. Fails where it lies outside the range of Decimal. */
export function inRange(value: Decimal): Decimal {
  if (value.isFinite()) return value;
  throw new Failure(`the result is not a Decimal of at most ${DECIMAL_DIGITS} digits`);
}

/** The digits with a least number of places: `7` becomes `7.0` or, with two places, `7.00`. */
export function decimalText(value: Decimal, leastPlaces = 1): string {
  return value.toFixed(Math.max(leastPlaces, value.decimalPlaces()));
}

/** Checks a number of decimal places from a flow. */
export function places(count: number): number {
  if (count >= 0 && count <= MAX_PLACES) return count;
  throw new Failure(`the number of decimal places is ${count}, it must be from 0 to ${MAX_PLACES}`);
}

const CODE_0 = 48;
const CODE_9 = 57;

/**
 * Reads `-12`, `12.5`, `.5`, `12.` (and a leading `+`). `undefined` for any other text. It scans by hand, so that even
 * a long text is fast.
 */
export function readNumber(text: string): { readonly digits: string; readonly hasPoint: boolean } | undefined {
  let at = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  let digits = 0;
  let hasPoint = false;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= CODE_0 && code <= CODE_9) digits += 1;
    else if (code === 46 && !hasPoint) hasPoint = true;
    else return undefined;
  }
  if (digits === 0) return undefined;
  return { digits: text.startsWith('+') ? text.slice(1) : text, hasPoint };
}
