import { Decimal, inRange, places, ROUND_HALF_AWAY_FROM_ZERO, ZERO } from '../decimal';
import { asking, func, newerFunc, operator, overload, param, type FunctionDeclaration } from '../declaration';
import { duration, plus } from '../date-time';
import { sameCode } from '../equality';
import { Failure } from '../expression-error';
import { checkLength } from '../format-value';
import { MAX_INTEGER } from '../limits';
import { CurrencyValue, DurationValue, integer } from '../values';
import { appendAudio } from './audio-parts';

type Numeric = number | Decimal;

const add = operator('+', 'add', 'mathematical', 'Adds numbers, currencies, durations; joins texts and audio.', [
  overload([param('augend', 'integer'), param('addend', 'integer')], 'integer', (a, b) => integer(a + b)),
  overload([param('augend', 'decimal'), param('addend', 'integer')], 'decimal', (a, b) => inRange(a.plus(b))),
  overload([param('augend', 'integer'), param('addend', 'decimal')], 'decimal', (a, b) => inRange(b.plus(a))),
  overload([param('augend', 'currency'), param('addend', 'currency')], 'currency', (a, b) => sumOfTwo(a, b)),
  overload([param('augend', 'audio'), param('addend', 'audio')], 'audio', (a, b) => appendAudio([a, b])),
  overload([param('augend', 'prompt'), param('addend', 'prompt')], 'audio', (a, b) => appendAudio([a, b])),
  overload([param('augend', 'audio'), param('addend', 'prompt')], 'audio', (a, b) => appendAudio([a, b])),
  overload([param('augend', 'prompt'), param('addend', 'audio')], 'audio', (a, b) => appendAudio([a, b])),
  overload([param('augend', 'decimal'), param('addend', 'decimal')], 'decimal', (a, b) => inRange(a.plus(b))),
  overload([param('augend', 'duration'), param('addend', 'dateTime')], 'dateTime', (a, b) => plus(b, a.milliseconds)),
  overload([param('augend', 'dateTime'), param('addend', 'duration')], 'dateTime', (a, b) => plus(a, b.milliseconds)),
  overload([param('augend', 'duration'), param('addend', 'duration')], 'duration', (a, b) =>
    duration(a.milliseconds + b.milliseconds),
  ),
  overload([param('augend', 'string'), param('addend', 'string')], 'string', (a, b) => {
    checkLength(a.length + b.length);
    return a + b;
  }),
]);

const subtract = operator('-', 'sub', 'mathematical', 'Subtracts numbers, currencies and durations.', [
  overload([param('minuend', 'integer'), param('subtrahend', 'integer')], 'integer', (a, b) => integer(a - b)),
  overload([param('minuend', 'currency'), param('subtrahend', 'currency')], 'currency', (a, b) => {
    const code = commonCode(a, b);
    return new CurrencyValue(inRange(amountOf(a).minus(amountOf(b))), code);
  }),
  overload([param('minuend', 'decimal'), param('subtrahend', 'decimal')], 'decimal', (a, b) => inRange(a.minus(b))),
  overload([param('minuend', 'decimal'), param('subtrahend', 'integer')], 'decimal', (a, b) => inRange(a.minus(b))),
  overload([param('minuend', 'integer'), param('subtrahend', 'decimal')], 'decimal', (a, b) =>
    inRange(new Decimal(a).minus(b)),
  ),
  overload([param('minuend', 'duration'), param('subtrahend', 'duration')], 'duration', (a, b) =>
    duration(a.milliseconds - b.milliseconds),
  ),
  overload([param('minuend', 'dateTime'), param('subtrahend', 'duration')], 'dateTime', (a, b) =>
    plus(a, -b.milliseconds),
  ),
]);

const multiply = operator('*', 'mul', 'mathematical', 'Multiplies numbers; a currency by a number.', [
  overload([param('multiplicand', 'integer'), param('multiplier', 'integer')], 'integer', (a, b) => integer(a * b)),
  overload([param('multiplicand', 'decimal'), param('multiplier', 'decimal')], 'decimal', (a, b) => times(a, b)),
  overload([param('multiplicand', 'integer'), param('multiplier', 'decimal')], 'decimal', (a, b) => times(b, a)),
  overload([param('multiplicand', 'decimal'), param('multiplier', 'integer')], 'decimal', (a, b) => times(a, b)),
  overload([param('multiplicand', 'decimal'), param('multiplier', 'currency')], 'currency', (a, b) =>
    withAmount(b, (amount) => amount.times(a)),
  ),
  overload([param('multiplicand', 'currency'), param('multiplier', 'decimal')], 'currency', (a, b) =>
    withAmount(a, (amount) => amount.times(b)),
  ),
  overload([param('multiplicand', 'integer'), param('multiplier', 'currency')], 'currency', (a, b) =>
    withAmount(b, (amount) => amount.times(a)),
  ),
  overload([param('multiplicand', 'currency'), param('multiplier', 'integer')], 'currency', (a, b) =>
    withAmount(a, (amount) => amount.times(b)),
  ),
]);

const divide = operator('/', 'div', 'mathematical', 'Divides; two integers too give a Decimal: 42 / 8 is 5.25.', [
  overload([param('dividend', 'integer'), param('divisor', 'decimal')], 'decimal', (a, b) => quotient(a, b)),
  overload([param('dividend', 'decimal'), param('divisor', 'integer')], 'decimal', (a, b) => quotient(a, b)),
  overload(
    [param('dividend', 'integer'), param('divisor', 'integer')],
    'decimal',
    (a, b) => exactQuotient(a, b) ?? quotient(a, b),
  ),
  overload([param('dividend', 'decimal'), param('divisor', 'decimal')], 'decimal', (a, b) => quotient(a, b)),
  overload([param('dividend', 'currency'), param('divisor', 'decimal')], 'currency', (a, b) =>
    withAmount(a, (amount) => quotient(amount, b)),
  ),
  overload([param('dividend', 'currency'), param('divisor', 'integer')], 'currency', (a, b) =>
    withAmount(a, (amount) => quotient(amount, b)),
  ),
]);

const power = operator('^', 'pow', 'mathematical', 'Raises to a power; always a Decimal: 2 ^ 3 is 8.0.', [
  overload([param('base', 'integer'), param('exponent', 'integer')], 'decimal', (a, b) => raised(a, b)),
  overload([param('base', 'integer'), param('exponent', 'decimal')], 'decimal', (a, b) => raised(a, b)),
  overload([param('base', 'decimal'), param('exponent', 'integer')], 'decimal', (a, b) => raised(a, b)),
  overload([param('base', 'decimal'), param('exponent', 'decimal')], 'decimal', (a, b) => raised(a, b)),
]);

const modulo = operator('%', 'mod', 'mathematical', 'The rest of a division, with the sign of the dividend.', [
  overload([param('dividend', 'integer'), param('divisor', 'integer')], 'integer', (a, b) => {
    checkDivisor(b === 0);
    return integer(a % b);
  }),
  overload([param('dividend', 'decimal'), param('divisor', 'decimal')], 'decimal', (a, b) => rest(a, b)),
  overload([param('dividend', 'integer'), param('divisor', 'decimal')], 'decimal', (a, b) => rest(new Decimal(a), b)),
  overload([param('dividend', 'decimal'), param('divisor', 'integer')], 'decimal', (a, b) => rest(a, b)),
  overload([param('dividend', 'currency'), param('divisor', 'decimal')], 'currency', (a, b) =>
    withAmount(a, (amount) => rest(amount, b)),
  ),
  overload([param('dividend', 'currency'), param('divisor', 'integer')], 'currency', (a, b) =>
    withAmount(a, (amount) => rest(amount, b)),
  ),
]);

const negate = operator('-', 'neg', 'unary', 'The opposite number.', [
  overload([param('valueToNegate', 'currency')], 'currency', (a) => withAmount(a, (amount) => amount.neg())),
  overload([param('valueToNegate', 'integer')], 'integer', (a) => integer(-a)),
  overload([param('valueToNegate', 'decimal')], 'decimal', (a) => a.neg()),
  overload([param('valueToNegate', 'duration')], 'duration', (a) => duration(-a.milliseconds)),
]);

const bitAnd = operator('&', 'bitAnd', 'mathematical', 'Bits that are set in both integers.', [
  overload([param('value1', 'integer'), param('value2', 'integer')], 'integer', (a, b) =>
    areSmall(a, b) ? a & b : wide(BigInt(a) & BigInt(b)),
  ),
]);

const bitOr = operator('|', 'bitOr', 'mathematical', 'Bits that are set in either integer.', [
  overload([param('value1', 'integer'), param('value2', 'integer')], 'integer', (a, b) =>
    areSmall(a, b) ? a | b : wide(BigInt(a) | BigInt(b)),
  ),
]);

const bitNot = operator('~', 'bitNot', 'mathematical', 'All bits of an integer turned over: ~5 is -6.', [
  overload([param('value1', 'integer')], 'integer', (a) => integer(-a - 1)),
]);

const ceiling = func('Ceiling', 'mathematical', 'The next whole number upwards, of the same type.', [
  overload([param('currencyValue', 'currency')], 'currency', (a) => withAmount(a, (amount) => amount.ceil())),
  overload([param('decimalValue', 'decimal')], 'decimal', (a) => a.ceil()),
  overload([param('integerValue', 'integer')], 'integer', (a) => a),
]);

const floor = func('Floor', 'mathematical', 'The next whole number downwards, of the same type.', [
  overload([param('value', 'currency')], 'currency', (a) => withAmount(a, (amount) => amount.floor())),
  overload([param('decimalValue', 'decimal')], 'decimal', (a) => a.floor()),
  overload([param('integerValue', 'integer')], 'integer', (a) => a),
]);

const round = func('Round', 'mathematical', 'Rounds half away from zero, to whole numbers or to a number of digits.', [
  overload([param('currencyValue', 'currency')], 'currency', (a) => withAmount(a, (amount) => rounded(amount, 0))),
  overload([param('value', 'decimal')], 'decimal', (a) => rounded(a, 0)),
  overload([param('value', 'decimal'), param('digits', 'integer')], 'decimal', rounded),
  overload([param('value', 'currency'), param('digits', 'integer')], 'currency', (a, digits) =>
    withAmount(a, (amount) => rounded(amount, digits)),
  ),
]);

const sum = func('Sum', 'mathematical', 'Adds all values; NOT_SET counts as nothing.', [
  overload([param('integerValue?', 'integer'), param('nextIntegerValue?...', 'integer')], 'integer', (...all) =>
    sumOfIntegers(all),
  ),
  overload([param('currencyValue?', 'currency'), param('nextCurrencyValue?...', 'currency')], 'currency', (...all) =>
    sumOfCurrencies(all),
  ),
  overload([param('decimalValue?', 'decimal'), param('nextDecimalValue?...', 'decimal')], 'decimal', (...all) =>
    sumOfDecimals(all),
  ),
  overload([param('value?', 'duration'), param('nextValue?...', 'duration')], 'duration', (...all) =>
    sumOfDurations(all),
  ),
  overload([param('integerCollection', 'integer[]')], 'integer', sumOfIntegers),
  overload([param('currencyCollection', 'currency[]')], 'currency', sumOfCurrencies),
  overload([param('decimalCollection', 'decimal[]')], 'decimal', sumOfDecimals),
  overload([param('value', 'duration[]')], 'duration', sumOfDurations),
]);

const average = func('Average', 'statistical', 'The mean of the values that are set; 0 if none is.', [
  overload([param('value?...', 'currency')], 'currency', (...all) => averageOfCurrencies(all)),
  overload([param('decimalValue?...', 'decimal')], 'decimal', (...all) => averageOfNumbers(all)),
  overload([param('durationValue?...', 'duration')], 'duration', (...all) => averageOfDurations(all)),
  overload([param('integerValue?...', 'integer')], 'decimal', (...all) => averageOfNumbers(all)),
  overload([param('currencyCollection', 'currency[]')], 'currency', averageOfCurrencies),
  overload([param('decimalCollection', 'decimal[]')], 'decimal', averageOfNumbers),
  overload([param('integerCollection', 'integer[]')], 'decimal', averageOfNumbers),
  overload([param('durationCollection', 'duration[]')], 'duration', averageOfDurations),
]);

const random = newerFunc('Random', 'mathematical', 'A Decimal from 0 up to but not including 1.', [
  asking([], 'decimal', (environment) => new Decimal(environment.random())),
]);

const randomInt = newerFunc('RandomInt', 'mathematical', 'An integer from the least to the greatest, both included.', [
  asking([param('least', 'integer'), param('greatest', 'integer')], 'integer', (environment, least, greatest) => {
    if (least > greatest) throw new Failure(`the least value ${least} is above the greatest ${greatest}`);
    return integer(Math.min(greatest, least + Math.floor(environment.random() * (greatest - least + 1))));
  }),
]);

export const mathematical: readonly FunctionDeclaration[] = [
  add,
  bitAnd,
  bitNot,
  bitOr,
  subtract,
  multiply,
  divide,
  power,
  modulo,
  negate,
  ceiling,
  floor,
  round,
  sum,
  average,
  random,
  randomInt,
];

function times(a: Decimal, b: Numeric): Decimal {
  return inRange(a.times(b));
}

/** 1, 0.1, 0.01, …: the factors that move the point of a whole number. */
const TENTHS: readonly Decimal[] = ['1', '0.1', '0.01', '0.001', '0.0001'].map((text) => new Decimal(text));

/**
 * The quotient of two integers, where it has few places. Such a quotient is a whole number with a moved point, which is
 * far faster than a division. Every product below the bound is exact in a float.
 */
function exactQuotient(a: number, b: number): Decimal | undefined {
  let scaled = a;
  for (const tenth of TENTHS) {
    if (Math.abs(scaled) > MAX_INTEGER) return undefined;
    if (scaled % b === 0) return tenth === TENTHS[0] ? new Decimal(scaled / b) : new Decimal(scaled / b).times(tenth);
    scaled *= 10;
  }
  return undefined;
}

function quotient(a: Numeric, b: Numeric): Decimal {
  checkDivisor(typeof b === 'number' ? b === 0 : b.isZero());
  return inRange(new Decimal(a).div(b));
}

function rest(a: Decimal, b: Numeric): Decimal {
  checkDivisor(typeof b === 'number' ? b === 0 : b.isZero());
  return inRange(a.mod(b));
}

function checkDivisor(isZero: boolean): void {
  if (isZero) throw new Failure('division by zero');
}

function raised(base: Numeric, exponent: Numeric): Decimal {
  const value = new Decimal(base);
  if (value.isZero() && new Decimal(exponent).isNegative() && !new Decimal(exponent).isZero()) {
    throw new Failure('zero cannot be raised to a negative power');
  }
  const result = value.pow(exponent);
  if (result.isNaN()) throw new Failure('a negative number cannot be raised to a broken power');
  return inRange(result);
}

function rounded(value: Decimal, digits: number): Decimal {
  return value.toDecimalPlaces(places(digits), ROUND_HALF_AWAY_FROM_ZERO);
}

function areSmall(a: number, b: number): boolean {
  return (a | 0) === a && (b | 0) === b;
}

function wide(bits: bigint): number {
  return integer(Number(bits));
}

function amountOf(value: CurrencyValue): Decimal {
  if (value.amount === null) throw new Failure('the currency has no amount (NOT_SET)');
  return value.amount;
}

function commonCode(a: CurrencyValue, b: CurrencyValue): string | null {
  if (!sameCode(a.code, b.code)) {
    throw new Failure(`the currencies differ: ${a.code ?? 'NOT_SET'} and ${b.code ?? 'NOT_SET'}`);
  }
  return a.code;
}

function sumOfTwo(a: CurrencyValue, b: CurrencyValue): CurrencyValue {
  const code = commonCode(a, b);
  return new CurrencyValue(inRange(amountOf(a).plus(amountOf(b))), code);
}

function withAmount(value: CurrencyValue, change: (amount: Decimal) => Decimal): CurrencyValue {
  return new CurrencyValue(inRange(change(amountOf(value))), value.code);
}

function isSet<V>(value: V | null): value is V {
  return value !== null;
}

function sumOfIntegers(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => integer(total + (value ?? 0)), 0);
}

function sumOfDecimals(values: readonly (Decimal | null)[]): Decimal {
  return values.reduce<Decimal>((total, value) => inRange(total.plus(value ?? 0)), ZERO);
}

function sumOfDurations(values: readonly (DurationValue | null)[]): DurationValue {
  return values.reduce<DurationValue>(
    (total, value) => duration(total.milliseconds + (value?.milliseconds ?? 0)),
    new DurationValue(0),
  );
}

/**
 * The sum of currencies with an amount, which must have the same code. Without any the sum is an amount of 0 without a
 * code (assumed).
 */
function sumOfCurrencies(values: readonly (CurrencyValue | null)[]): CurrencyValue {
  const [first, ...others] = values.filter(isSet).filter(({ amount }) => amount !== null);
  return first === undefined ? new CurrencyValue(ZERO, null) : others.reduce(sumOfTwo, first);
}

function averageOfNumbers(values: readonly (Numeric | null)[]): Decimal {
  const present = values.filter(isSet);
  if (present.length === 0) return ZERO;
  return inRange(present.reduce<Decimal>((total, value) => inRange(total.plus(value)), ZERO).div(present.length));
}

function averageOfCurrencies(values: readonly (CurrencyValue | null)[]): CurrencyValue {
  const present = values.filter(isSet).filter(({ amount }) => amount !== null);
  return present.length === 0
    ? sumOfCurrencies([])
    : withAmount(sumOfCurrencies(present), (total) => total.div(present.length));
}

/** The average of durations, cut to whole milliseconds (assumed). */
function averageOfDurations(values: readonly (DurationValue | null)[]): DurationValue {
  const present = values.filter(isSet);
  if (present.length === 0) return new DurationValue(0);
  return duration(Math.trunc(sumOfDurations(present).milliseconds / present.length));
}
