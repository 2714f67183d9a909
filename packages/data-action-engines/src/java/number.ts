import { TooMuch } from './work';

/** The kinds of numbers a template meets; the platform's Java tells them apart, JavaScript does not. */
export type NumberType = 'Byte' | 'Short' | 'Integer' | 'Long' | 'BigInteger' | 'Float' | 'Double';

const largest = 10n ** 1000n;

/** A Java number: whole ones are held exactly. */
export class JavaNumber {
  private constructor(
    readonly type: NumberType,
    private readonly held: bigint | number,
  ) {}

  /** `byte`; what does not fit wraps around as in Java. */
  static byte(value: number | bigint): JavaNumber {
    return new JavaNumber('Byte', BigInt.asIntN(8, BigInt(value)));
  }

  /** `short`; what does not fit wraps around. */
  static short(value: number | bigint): JavaNumber {
    return new JavaNumber('Short', BigInt.asIntN(16, BigInt(value)));
  }

  /** `int`; what does not fit wraps around. */
  static integer(value: number | bigint): JavaNumber {
    return new JavaNumber('Integer', BigInt.asIntN(32, BigInt(value)));
  }

  /** `long`; what does not fit wraps around. */
  static long(value: number | bigint): JavaNumber {
    return new JavaNumber('Long', BigInt.asIntN(64, BigInt(value)));
  }

  static float(value: number): JavaNumber {
    return new JavaNumber('Float', Math.fround(value));
  }

  static double(value: number): JavaNumber {
    return new JavaNumber('Double', value);
  }

  /** The smallest of the types, from `least` on, that holds a whole number. */
  static whole(value: bigint, least: NumberType = 'Integer'): JavaNumber {
    const type = sizes.find((each) => rank(each) >= rank(least) && BigInt.asIntN(bits[each], value) === value);
    if (type) return new JavaNumber(type, value);
    if (value > largest || value < -largest) throw new TooMuch('makes a number of more than 1000 digits');
    return new JavaNumber('BigInteger', value);
  }

  /** A number as written in JSON or in a template: with a point or an exponent it is a `Double`. */
  static read(text: string): JavaNumber {
    if (text.length > 1001) throw new TooMuch('has a number of more than 1000 digits');
    return /[.eE]/.test(text) ? JavaNumber.double(Number(text)) : JavaNumber.whole(BigInt(text));
  }

  /** A JavaScript number; a whole one becomes an `Integer` or `Long`. */
  static from(value: number): JavaNumber {
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? JavaNumber.whole(BigInt(value))
      : JavaNumber.double(value);
  }

  get isWhole(): boolean {
    return this.type !== 'Double' && this.type !== 'Float';
  }

  get double(): number {
    return Number(this.held);
  }

  /** As a whole number; fractions are cut, as by `longValue()`. */
  get big(): bigint {
    if (typeof this.held === 'bigint') return this.held;
    if (Number.isNaN(this.held)) return 0n;
    const least = -(2n ** 63n);
    if (this.held >= 2 ** 63) return -least - 1n;
    return this.held <= -(2 ** 63) ? least : BigInt(Math.trunc(this.held));
  }

  /** As by `intValue()`: whole numbers wrap around, fractions stop at the ends. */
  get int(): number {
    if (typeof this.held === 'bigint') return Number(BigInt.asIntN(32, this.held));
    if (Number.isNaN(this.held)) return 0;
    return Math.trunc(Math.min(2 ** 31 - 1, Math.max(-(2 ** 31), this.held)));
  }

  /** As Java prints it. */
  get text(): string {
    if (typeof this.held === 'bigint') return this.held.toString();
    return doubleText(this.type === 'Float' ? shortestFloat(this.held) : this.held);
  }

  equals(other: JavaNumber): boolean {
    return this.type === other.type && Object.is(this.held, other.held);
  }
}

/** The number with the fewest digits that is this one as a `float`. */
function shortestFloat(value: number): number {
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

/** `Double.toString`: `5.0`, `1.0E10`, `1.0E-4`. */
function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (Math.abs(value) === Number.MIN_VALUE) return value < 0 ? '-4.9E-324' : '4.9E-324';
  const size = Math.abs(value);
  const withPoint = (digits: string): string => (digits.includes('.') ? digits : `${digits}.0`);
  if (size >= 1e-3 && size < 1e7) return withPoint(String(value));
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${withPoint(digits)}E${exponent.replace('+', '')}`;
}

const bits = { Byte: 8, Short: 16, Integer: 32, Long: 64 } as const;
const sizes = ['Byte', 'Short', 'Integer', 'Long'] as const;
const types: readonly NumberType[] = [...sizes, 'BigInteger', 'Float', 'Double'];
const rank = (type: NumberType): number => types.indexOf(type);
const larger = (a: JavaNumber, b: JavaNumber): NumberType => (rank(a.type) > rank(b.type) ? a.type : b.type);

/** `+ - * / %` of templates. Two whole numbers give a whole one, of the larger type; what does not fit gets a larger. */
export type Operation = '+' | '-' | '*' | '/' | '%';

/** The result, or undefined for a division by zero. */
export function calculate(operation: Operation, a: JavaNumber, b: JavaNumber): JavaNumber | undefined {
  if ((operation === '/' || operation === '%') && b.double === 0) return undefined;
  if (a.isWhole && b.isWhole) return JavaNumber.whole(wholes[operation](a.big, b.big), larger(a, b));
  const result = doubles[operation](a.double, b.double);
  return larger(a, b) === 'Float' ? JavaNumber.float(result) : JavaNumber.double(result);
}

const wholes: Readonly<Record<Operation, (a: bigint, b: bigint) => bigint>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};
const doubles: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/** Less than, equal to or greater than zero; numbers of different types compare by value. */
export function compareNumbers(a: JavaNumber, b: JavaNumber): number {
  const [x, y] = a.isWhole && b.isWhole ? [a.big, b.big] : [a.double, b.double];
  return x < y ? -1 : x > y ? 1 : 0;
}
