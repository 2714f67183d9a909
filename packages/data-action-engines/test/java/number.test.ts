import { calculate, compareNumbers, JavaNumber, type Operation } from '../../src/java/number';

const { byte, double, float, integer, long, short } = JavaNumber;

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [100, '100.0'],
  [-1234.5, '-1234.5'],
  [9_999_999, '9999999.0'],
  [10_000_000, '1.0E7'],
  [-12_345_678.9, '-1.23456789E7'],
  [0.001, '0.001'],
  [0.000_999, '9.99E-4'],
  [1.5e10, '1.5E10'],
  [1e21, '1.0E21'],
  [5e-324, '4.9E-324'],
  [-5e-324, '-4.9E-324'],
  [NaN, 'NaN'],
  [-Infinity, '-Infinity'],
])('the Double %s prints as %s', (value, text) => {
  expect(double(value).text).toBe(text);
});

test.each([
  [2.1, '2.1'],
  [0.1, '0.1'],
  [1 / 3, '0.33333334'],
  [16_777_216, '1.6777216E7'],
  [3.4028235e38, '3.4028235E38'],
  [1.00000012, '1.0000001'],
  [-0.75, '-0.75'],
  [1.14335755e33, '1.14335755E33'],
  [NaN, 'NaN'],
])('the Float %s prints as %s', (value, text) => {
  expect(float(value).text).toBe(text);
});

test.each([
  ['a byte', byte(127), '127'],
  ['a byte', byte(128), '-128'],
  ['a short', short(32_767), '32767'],
  ['a short', short(32_768), '-32768'],
  ['an int', integer(2_147_483_647), '2147483647'],
  ['an int', integer(2_147_483_648), '-2147483648'],
  ['a long', long(2n ** 63n - 1n), '9223372036854775807'],
  ['a long', long(2n ** 63n), '-9223372036854775808'],
])('%s holds %o as %s', (_, { text }, expected) => {
  expect(text).toBe(expected);
});

test.each([
  [127n, 'Byte', 'Byte'],
  [-128n, 'Byte', 'Byte'],
  [128n, 'Byte', 'Short'],
  [32_768n, 'Byte', 'Integer'],
  [5n, 'Short', 'Short'],
  [5n, undefined, 'Integer'],
  [2_147_483_647n, undefined, 'Integer'],
  [-2_147_483_648n, undefined, 'Integer'],
  [2_147_483_648n, undefined, 'Long'],
  [5n, 'Long', 'Long'],
  [2n ** 63n - 1n, undefined, 'Long'],
  [2n ** 63n, undefined, 'BigInteger'],
  [5n, 'BigInteger', 'BigInteger'],
  [10n ** 1000n, undefined, 'BigInteger'],
  [-(10n ** 1000n), undefined, 'BigInteger'],
] as const)('the whole number %s becomes, from %s on, the type %s', (value, least, type) => {
  expect(JavaNumber.whole(value, least)).toMatchObject({ type, big: value });
});

test.each([10n ** 1000n + 1n, -(10n ** 1000n) - 1n])('a number of more than 1000 digits is refused', (value) => {
  expect(() => JavaNumber.whole(value)).toThrow('makes a number of more than 1000 digits');
});

test.each([
  ['12', 'Integer', '12'],
  ['-3000000000', 'Long', '-3000000000'],
  ['1.0', 'Double', '1.0'],
  ['1e3', 'Double', '1000.0'],
  ['1E-3', 'Double', '0.001'],
  [`1${'0'.repeat(1000)}`, 'BigInteger', `1${'0'.repeat(1000)}`],
])('%s is read as the %s %s', (written, type, text) => {
  expect(JavaNumber.read(written)).toMatchObject({ type, text });
});

test('a number of 1002 characters is not read', () => {
  expect(() => JavaNumber.read(`1${'0'.repeat(1001)}`)).toThrow('has a number of more than 1000 digits');
});

test.each([
  [5, 'Integer'],
  [5e9, 'Long'],
  [1.5, 'Double'],
  [-0, 'Double'],
  [2 ** 53 - 1, 'Long'],
  [2 ** 53, 'Double'],
])("JavaScript's %s is a %s", (value, type) => {
  expect(JavaNumber.from(value).type).toBe(type);
});

test.each([
  [double(2.9), 2n, 2],
  [double(-2.9), -2n, -2],
  [double(NaN), 0n, 0],
  [double(1e30), 2n ** 63n - 1n, 2_147_483_647],
  [double(2 ** 63), 2n ** 63n - 1n, 2_147_483_647],
  [double(-1e30), -(2n ** 63n), -2_147_483_648],
  [double(-1e19), -(2n ** 63n), -2_147_483_648],
  [double(-(2 ** 63)), -(2n ** 63n), -2_147_483_648],
  [double(3e9), 3_000_000_000n, 2_147_483_647],
  [long(5e9), 5_000_000_000n, 705_032_704],
  [float(1.5), 1n, 1],
])('%o is cut to the long %s and the int %i', (number, asLong, asInt) => {
  expect([number.big, number.int]).toEqual([asLong, asInt]);
});

test('numbers are equal where type and value are', () => {
  expect(integer(1).equals(integer(1))).toBe(true);
  expect(integer(1).equals(long(1))).toBe(false);
  expect(integer(1).equals(integer(2))).toBe(false);
  expect(double(NaN).equals(double(NaN))).toBe(true);
  expect(double(0).equals(double(-0))).toBe(false);
});

const I = integer;
test.each([
  ['+', I(2_147_483_647), I(1), 'Long', '2147483648'],
  ['+', long(2n ** 63n - 1n), I(1), 'BigInteger', '9223372036854775808'],
  ['-', I(5), long(7), 'Long', '-2'],
  ['+', byte(1), short(2), 'Short', '3'],
  ['+', short(1), byte(2), 'Short', '3'],
  ['*', I(6), I(7), 'Integer', '42'],
  ['/', I(-7), I(2), 'Integer', '-3'],
  ['%', I(-7), I(3), 'Integer', '-1'],
  ['+', I(1), double(0.5), 'Double', '1.5'],
  ['-', double(1.5), I(1), 'Double', '0.5'],
  ['*', float(1.5), I(3), 'Float', '4.5'],
  ['*', float(1.5), double(3), 'Double', '4.5'],
  ['/', I(7), double(2), 'Double', '3.5'],
  ['%', double(7.5), I(2), 'Double', '1.5'],
] as const)('%s of %o and %o is a %s, %s', (operation, a, b, type, text) => {
  expect(calculate(operation, a, b)).toMatchObject({ type, text });
});

test.each<Operation>(['/', '%'])('%s by zero gives nothing', (operation) => {
  expect(calculate(operation, I(7), I(0))).toBeUndefined();
  expect(calculate(operation, double(7), double(0))).toBeUndefined();
});

test.each([
  [I(1), double(1), 0],
  [I(1), I(2), -1],
  [double(2.5), I(2), 1],
  // As doubles these two would be the same.
  [long(9_007_199_254_740_993n), long(9_007_199_254_740_992n), 1],
])('%o compares with %o as %i', (a, b, order) => {
  expect(compareNumbers(a, b)).toBe(order);
});
