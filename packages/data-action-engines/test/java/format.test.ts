import { formatted } from '../../src/java/format';
import { JavaNumber } from '../../src/java/number';
import { JavaCharacter, type JavaValue } from '../../src/java/value';
import { Work } from '../../src/java/work';

const whole = (value: number): JavaNumber => JavaNumber.from(value);
const { double } = JavaNumber;

/** As `java.util.Formatter` documents it. */
test.each<readonly [string, readonly JavaValue[], string]>([
  ['%s', ['a'], 'a'],
  ['%s %s', ['a', 'b'], 'a b'],
  ['%s', [null], 'null'],
  ['[%s]', [''], '[]'],
  ['%5s|', ['ab'], '   ab|'],
  ['%-5s|', ['ab'], 'ab   |'],
  ['%2s|', ['abc'], 'abc|'],
  ['%.2s', ['abc'], 'ab'],
  ['%5.1s|', ['abc'], '    a|'],
  ['%S', ['abc'], 'ABC'],
  ['%2$s %1$s', ['a', 'b'], 'b a'],
  ['%2$s %s %s', ['a', 'b'], 'b a b'],
  ['%b %b %b %b', [true, false, null, 'x'], 'true false false true'],
  ['%B', [true], 'TRUE'],
  ['%c', [new JavaCharacter('x')], 'x'],
  ['%d', [whole(-7)], '-7'],
  ['%d', [null], 'null'],
  ['%5d|%-5d|', [whole(7), whole(7)], '    7|7    |'],
  ['%05d', [whole(7)], '00007'],
  ['%05d', [whole(-7)], '-0007'],
  ['%01d', [whole(77)], '77'],
  ['%+d %+d', [whole(7), whole(-7)], '+7 -7'],
  ['% d % d', [whole(7), whole(-7)], ' 7 -7'],
  ['%+05d', [whole(7)], '+0007'],
  ['%,d %,d %,d', [whole(123), whole(-1234), whole(1_234_567)], '123 -1,234 1,234,567'],
  ['%(d %(d', [whole(7), whole(-7)], '7 (7)'],
  ['%(,d', [whole(-1234)], '(1,234)'],
  ['%x %X', [whole(255), whole(255)], 'ff FF'],
  ['%04x', [whole(255)], '00ff'],
  ['%x', [whole(-1)], 'ffffffff'],
  ['%x', [JavaNumber.long(-1)], 'ffffffffffffffff'],
  ['%o', [whole(8)], '10'],
  ['%f', [double(2.5)], '2.500000'],
  ['%f', [null], 'null'],
  ['%.0f %.0f %.0f', [double(0.5), double(1.5), double(2.5)], '1 2 3'],
  ['%.2f %.2f', [double(1.005), double(-1.005)], '1.01 -1.01'],
  ['%.1f %.1f', [double(0.25), double(0.24)], '0.3 0.2'],
  ['%.1f', [double(9.95)], '10.0'],
  ['%.1f', [double(-0)], '-0.0'],
  ['%.6f', [double(5e-7)], '0.000001'],
  ['%.2f', [double(1e21)], '1000000000000000000000.00'],
  ['%08.2f', [double(-1.5)], '-0001.50'],
  ['%,.2f', [double(1_234_567.891)], '1,234,567.89'],
  ['%.3f', [double(0)], '0.000'],
  ['%f', [double(Infinity)], 'Infinity'],
  ['%+f %+f %+f', [double(Infinity), double(-Infinity), double(NaN)], '+Infinity -Infinity NaN'],
  ['%010f|%(012f|%06E', [double(Infinity), double(-Infinity), double(NaN)], '  Infinity|  (Infinity)|   NAN'],
  ['%e', [double(12_345.678)], '1.234568e+04'],
  ['%.2e', [double(0.000_12)], '1.20e-04'],
  ['%.2e', [double(1.005)], '1.01e+00'],
  ['%.1e', [double(9.99)], '1.0e+01'],
  ['%.0e', [double(15)], '2e+01'],
  ['%.2e', [double(-0.5)], '-5.00e-01'],
  ['%.2e', [double(0)], '0.00e+00'],
  ['%E', [double(1e100)], '1.000000E+100'],
  ['%n', [], '\n'],
  ['100%% %5%|', [], '100%     %|'],
  ['no specifier', ['x'], 'no specifier'],
])('%j of %o gives %j', (pattern, values, text) => {
  expect(formatted(pattern, values, new Work())).toBe(text);
});

test.each<readonly [string, readonly JavaValue[], string]>([
  ['%s %s', ['a'], "MissingFormatArgumentException: Format specifier '%s'"],
  ['%2$s', ['a'], "MissingFormatArgumentException: Format specifier '%2$s'"],
  ['%', ['a'], "UnknownFormatConversionException: Conversion = '%'"],
  ['%y', ['a'], "UnknownFormatConversionException: Conversion = 'y'"],
  ['%D', [whole(1)], "UnknownFormatConversionException: Conversion = 'D'"],
  ['%F', [double(1)], "UnknownFormatConversionException: Conversion = 'F'"],
  ['%d', ['a'], 'IllegalFormatConversionException: d != string'],
  ['%d', [double(1)], 'IllegalFormatConversionException: d != object'],
  ['%x', [double(1)], 'IllegalFormatConversionException: x != object'],
  ['%x', ['a'], 'IllegalFormatConversionException: x != string'],
  ['%f', [whole(1)], 'IllegalFormatConversionException: f != object'],
  ['%f', ['a'], 'IllegalFormatConversionException: f != string'],
])('%j of %o throws %s', (pattern, values, message) => {
  expect(() => formatted(pattern, values, new Work())).toThrow(message);
});
