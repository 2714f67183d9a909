import { compareSame, double, int, integer, methods, text } from '../method-table';
import { compareNumbers, JavaNumber } from '../number';
import { hash, type JavaValue } from '../value';
import { parsed } from './text';

const number = (value: JavaValue | undefined): JavaNumber => (value instanceof JavaNumber ? value : integer(0));

/** Java's order has no gaps: NaN is the largest number and equal to itself, and -0.0 is less than 0.0. */
function order(a: JavaNumber, b: JavaNumber): number {
  const byValue = compareNumbers(a, b);
  if (byValue !== 0 || (a.isWhole && b.isWhole)) return byValue;
  return Math.sign(beyondValue(a.double) - beyondValue(b.double));
}
const beyondValue = (value: number): number => (Number.isNaN(value) ? 1 : Object.is(value, -0) ? -1 : 0);

const common = {
  'intValue()': (self: JavaNumber) => integer(self.int),
  'longValue()': (self: JavaNumber) => JavaNumber.long(self.big),
  'doubleValue()': (self: JavaNumber) => JavaNumber.double(self.double),
  'floatValue()': (self: JavaNumber) => JavaNumber.float(self.double),
  'shortValue()': (self: JavaNumber) => JavaNumber.short(self.int),
  'byteValue()': (self: JavaNumber) => JavaNumber.byte(self.int),
  'compareTo(Object)': (self: JavaNumber, [other]: readonly JavaValue[]) =>
    compareSame(other, other instanceof JavaNumber && other.type === self.type ? other : undefined, (same) =>
      order(self, same),
    ),
  'equals(Object)': (self: JavaNumber, [other]: readonly JavaValue[]) =>
    other instanceof JavaNumber && self.equals(other),
  'hashCode()': (self: JavaNumber) => integer(hash(self)),
  'toString()': (self: JavaNumber) => self.text,
};

const unsigned = (value: JavaNumber, radix: number): string =>
  BigInt.asUintN(value.type === 'Integer' ? 32 : 64, value.big).toString(radix);
const radixOf = (value: JavaValue | undefined): number => {
  const radix = int(value);
  return radix >= 2 && radix <= 36 ? radix : 10;
};

/** Static methods can be called on any number: `#set($Integer = 0)$Integer.parseInt("12")` is a common trick. */
const integerMethods = methods<JavaNumber>({
  ...common,
  'parseInt(String)': (_, [value]) => parsed(text(value), 'Integer'),
  'parseInt(String, int)': (_, [value, radix]) => parsed(text(value), 'Integer', int(radix)),
  'valueOf(int)': (_, [value]) => integer(int(value)),
  'valueOf(String)': (_, [value]) => parsed(text(value), 'Integer'),
  'valueOf(String, int)': (_, [value, radix]) => parsed(text(value), 'Integer', int(radix)),
  'toString(int)': (_, [value]) => number(value).text,
  'toString(int, int)': (_, [value, radix]) => number(value).big.toString(radixOf(radix)),
  'toHexString(int)': (_, [value]) => unsigned(number(value), 16),
  'toOctalString(int)': (_, [value]) => unsigned(number(value), 8),
  'toBinaryString(int)': (_, [value]) => unsigned(number(value), 2),
  'max(int, int)': (_, [a, b]) => integer(Math.max(int(a), int(b))),
  'min(int, int)': (_, [a, b]) => integer(Math.min(int(a), int(b))),
  'sum(int, int)': (_, [a, b]) => JavaNumber.integer(number(a).big + number(b).big),
  'signum(int)': (_, [value]) => integer(Math.sign(int(value))),
  'compare(int, int)': (_, [a, b]) => integer(compareNumbers(number(a), number(b))),
});

const longMethods = methods<JavaNumber>({
  ...common,
  'parseLong(String)': (_, [value]) => parsed(text(value), 'Long'),
  'valueOf(long)': (_, [value]) => JavaNumber.long(number(value).big),
  'valueOf(String)': (_, [value]) => parsed(text(value), 'Long'),
  'toString(long)': (_, [value]) => number(value).text,
  'toHexString(long)': (_, [value]) => unsigned(JavaNumber.long(number(value).big), 16),
  'max(long, long)': (_, [a, b]) => JavaNumber.long(number(a).big < number(b).big ? number(b).big : number(a).big),
  'min(long, long)': (_, [a, b]) => JavaNumber.long(number(a).big < number(b).big ? number(a).big : number(b).big),
  'sum(long, long)': (_, [a, b]) => JavaNumber.long(number(a).big + number(b).big),
});

const doubleMethods = methods<JavaNumber>({
  ...common,
  'isNaN()': (self) => Number.isNaN(self.double),
  'isInfinite()': (self) => Math.abs(self.double) === Infinity,
  'isNaN(double)': (_, [value]) => Number.isNaN(double(value)),
  'isInfinite(double)': (_, [value]) => Math.abs(double(value)) === Infinity,
  'parseDouble(String)': (_, [value]) => parsed(text(value), 'Double'),
  'valueOf(double)': (_, [value]) => JavaNumber.double(double(value)),
  'valueOf(String)': (_, [value]) => parsed(text(value), 'Double'),
  'toString(double)': (_, [value]) => JavaNumber.double(double(value)).text,
  'compare(double, double)': (_, [a, b]) => integer(order(number(a), number(b))),
  'max(double, double)': (_, [a, b]) => JavaNumber.double(Math.max(double(a), double(b))),
  'min(double, double)': (_, [a, b]) => JavaNumber.double(Math.min(double(a), double(b))),
  'sum(double, double)': (_, [a, b]) => JavaNumber.double(double(a) + double(b)),
});

/** `Integer`, `Long`, `BigInteger` and `Double`. */
export const numberMethods = (self: JavaNumber) =>
  self.type === 'Integer' ? integerMethods : self.type === 'Double' ? doubleMethods : longMethods;
