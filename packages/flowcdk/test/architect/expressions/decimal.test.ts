import { Decimal, decimalText, inRange, places, readNumber } from '../../../src/architect/expressions/decimal';

test.each([
  ['0', '0', false],
  ['9', '9', false],
  ['-12', '-12', false],
  ['+7', '7', false],
  ['12.5', '12.5', true],
  ['.5', '.5', true],
  ['12.', '12.', true],
  ['-.5', '-.5', true],
])('%s reads as the number %s, with a point: %s', (text, digits, hasPoint) => {
  expect(readNumber(text)).toEqual({ digits, hasPoint });
});

test.each(['', '-', '+', '.', '-.', '1.2.3', '--1', '1-', '1e5', '1,5', ' 1', '1/2', '1:2', '0x1', '١'])(
  '%j is no number',
  (text) => {
    expect(readNumber(text)).toBeUndefined();
  },
);

test.each([
  ['7', undefined, '7.0'],
  ['7', 0, '7'],
  ['7', 2, '7.00'],
  ['1.25', undefined, '1.25'],
  ['1.25', 1, '1.25'],
  ['1e39', 0, `1${'0'.repeat(39)}`],
])('%s with at least %s places is written %s', (digits, least, text) => {
  expect(decimalText(new Decimal(digits), least)).toBe(text);
});

test.each([
  ['2 / 3 has forty digits, the last rounded', new Decimal(2).div(3), `0.${'6'.repeat(39)}7`],
  ['half a digit is rounded away from zero', new Decimal(`-1.${'0'.repeat(39)}5`).plus(0), `-1.${'0'.repeat(38)}1`],
  ['the rest has the sign of the dividend', new Decimal(-7).mod(3), '-1'],
  ['the smallest number', new Decimal('1e-80'), `0.${'0'.repeat(79)}1`],
  ['a smaller one is zero', new Decimal('9e-81'), '0'],
  ['the largest power of ten', inRange(new Decimal('1e39')), `1${'0'.repeat(39)}`],
])('%s', (_, value, digits) => {
  expect(value.toString()).toBe(digits);
});

test('a number of more than forty digits is refused', () => {
  expect(() => inRange(new Decimal('1e40'))).toThrow('the result is not a Decimal of at most 40 digits');
});

test('a rounding has from 0 to 40 places', () => {
  expect([0, 40].map(places)).toEqual([0, 40]);
  expect(() => places(-1)).toThrow('the number of decimal places is -1, it must be from 0 to 40');
  expect(() => places(41)).toThrow('the number of decimal places is 41, it must be from 0 to 40');
});
