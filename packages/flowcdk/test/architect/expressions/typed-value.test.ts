import { Decimal, parseTypedValue, typeName } from '../../../src/architect/expressions';
import { JsonValue, ObjectValue, PlainTimeValue, ReferenceValue } from '../../../src/architect/expressions/values';

const read = (value: unknown): readonly [string, unknown] => {
  const typed = parseTypedValue(value);
  return [typeName(typed.type), typed.value];
};

describe('a text with a type before its colon', () => {
  test.each([
    ['STRING:', 'string', ''],
    ['STRING:a:b', 'string', 'a:b'],
    ['STRING:NOT_SET', 'string', null],
    ['string_collection:NOT_SET', 'stringCollection', []],
    ['STRING_COLLECTION:["a",1.50,{"b":1},null]', 'stringCollection', ['a', '1.5', '{"b":1}', null]],
    ['INTEGER: -5 ', 'integer', -5],
    ['INT:5', 'integer', 5],
    ['INTEGER:-0', 'integer', 0],
    ['INTEGER:999999999999999', 'integer', 999_999_999_999_999],
    ['INTEGER:-999999999999999', 'integer', -999_999_999_999_999],
    ['INTEGER_COLLECTION:[1,"2"]', 'integerCollection', [1, 2]],
    ['DECIMAL: 1.5 ', 'decimal', new Decimal('1.5')],
    ['BOOLEAN: TRUE ', 'boolean', true],
    ['BOOLEAN:False', 'boolean', false],
    ['BOOL:true', 'boolean', true],
    ['DATE:2024-01-31', 'date', new PlainTimeValue('date', '2024-01-31')],
    ['TIME:12:30', 'time', new PlainTimeValue('time', '12:30')],
    ['TIME:12:30:45', 'time', new PlainTimeValue('time', '12:30:45')],
    [
      'EMAIL_ADDRESS: ada@lovelace@example.org ',
      'emailAddress',
      new ObjectValue('emailAddress', {
        id: 'ada@lovelace@example.org',
        address: 'ada@lovelace@example.org',
        name: null,
        localpart: 'ada@lovelace',
        domainpart: 'example.org',
      }),
    ],
    ['JSON:[1]', 'json', new JsonValue([1])],
    ['JSON_COLLECTION:[[1],null]', 'jsonCollection', [new JsonValue([1]), null]],
    ['CURRENCY: ', 'currency', null],
    ['QUEUE:Support', 'queue', new ReferenceValue('queue', 'support', 'Support')],
    ['USER:Ada', 'user', new ReferenceValue('user', 'ada', 'Ada', { username: 'Ada', email: 'Ada' })],
  ])('%s is a %s', (text, type, value) => {
    expect(read(text)).toEqual([type, value]);
  });

  test.each([
    ['INTEGER:5.', '"5." is not a whole number within ±999999999999999'],
    ['INTEGER:1000000000000000', '"1000000000000000" is not a whole number within ±999999999999999'],
    ['INTEGER:-1000000000000000', '"-1000000000000000" is not a whole number within ±999999999999999'],
    ['INTEGER_COLLECTION:[{"a":1}]', '{"a":1} is not a integer'],
    ['DECIMAL:x', '"x" is not a number, such as 1.5'],
    [`DECIMAL:${'1'.repeat(41)}`, 'at most 40 digits'],
    ['BOOLEAN:yes', '"yes" is not true or false'],
    [`BOOLEAN:${'y'.repeat(41)}`, `"${'y'.repeat(40)}" is not true or false`],
    ['DATE:2024-1-31', '"2024-1-31" is not a date, such as 2024-01-31'],
    ['TIME:12', '"12" is not a time, such as 12:30:00'],
    ['DATETIME:now', '"now" is not a date in ISO 8601'],
    ['DURATION:1h', '"1h" is not a duration in ISO 8601'],
    ['EMAIL_ADDRESS:@example.org', '"@example.org" is not an e-mail address'],
    ['EMAIL_ADDRESS:ada@', '"ada@" is not an e-mail address'],
    ['EMAIL_ADDRESS:a da@example.org', '"a da@example.org" is not an e-mail address'],
    ['STRING_COLLECTION:{}', 'the value of a stringCollection is a JSON array, such as ["a","b"]'],
    ['AUDIO:x', 'a value of type audio cannot be written as text'],
    ['STRANGE:x', '"STRANGE" is not a type'],
    [`${'A'.repeat(60)}:x`, 'is not a type'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('a colon behind anything else belongs to the text', () => {
  test.each([
    ['a word in lower case', 'note: x'],
    ['a capitalised word', 'Note: x'],
    ['nothing', ':x'],
    ['a web address', 'HTTPS://example.org'],
    ['an address in upper case', 'TEL:+13178723000'],
    ['more than sixty letters', `${'A'.repeat(61)}:x`],
    ['no colon at all', 'STRING'],
  ])('%s: %s', (_, text) => {
    expect(read(text)).toEqual(['string', text]);
  });
});

describe('a bare value has the obvious type', () => {
  test.each([
    [5, 'integer', 5],
    [999_999_999_999_999, 'integer', 999_999_999_999_999],
    [-999_999_999_999_999, 'integer', -999_999_999_999_999],
    [1e15, 'decimal', new Decimal('1e15')],
    [1.5, 'decimal', new Decimal('1.5')],
    [true, 'boolean', true],
    [null, 'any', null],
    [{ a: 1 }, 'json', new JsonValue({ a: 1 })],
    [[], 'stringCollection', []],
    [[null], 'stringCollection', [null]],
    [[1, null], 'integerCollection', [1, null]],
    [['a', 'b'], 'stringCollection', ['a', 'b']],
    [[1, 2.5, null], 'decimalCollection', [new Decimal(1), new Decimal('2.5'), null]],
  ])('%j is a %s', (value, type, expected) => {
    expect(read(value)).toEqual([type, expected]);
  });

  test.each([
    [[[1]], 'a collection cannot hold collections'],
    [['a', [1]], 'a collection cannot hold collections'],
    [[1, 'a'], 'the items of a collection are of one type, not integer and string'],
    [['a', 1.5], 'the items of a collection are of one type, not string and decimal'],
    [[1, 1.5, 'a'], 'the items of a collection are of one type'],
  ])('%j is refused: %s', (value, message) => {
    expect(() => read(value)).toThrow(message);
  });
});
