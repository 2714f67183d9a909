import { Decimal } from '../../../src/architect/expressions';
import { areEqual, areEqualIgnoringCase } from '../../../src/architect/expressions/equality';
import { readPhoneNumber } from '../../../src/architect/expressions/phone-number';
import {
  AudioValue,
  CommunicationValue,
  ConstantValue,
  CurrencyValue,
  DateTimeValue,
  DurationValue,
  JsonValue,
  ObjectValue,
  PlainTimeValue,
  ReferenceValue,
  type Value,
} from '../../../src/architect/expressions/values';

/** Values of which no two are equal, each made anew by a call. */
const different: readonly (readonly [string, () => Value])[] = [
  ['NOT_SET', () => null],
  ['a text', () => '1'],
  ['another text', () => '2'],
  ['a truth', () => true],
  ['an integer', () => 1],
  ['a decimal', () => new Decimal('2.5')],
  ['a moment', () => new DateTimeValue(1_000)],
  ['another moment', () => new DateTimeValue(2_000)],
  ['a duration', () => new DurationValue(1_000)],
  ['another duration', () => new DurationValue(2_000)],
  ['a day', () => new PlainTimeValue('date', '2024-05-01')],
  ['another day', () => new PlainTimeValue('date', '2024-05-02')],
  ['a time of day', () => new PlainTimeValue('time', '12:00:00')],
  ['a currency', () => new CurrencyValue(new Decimal(1), 'EUR')],
  ['another amount', () => new CurrencyValue(new Decimal(2), 'EUR')],
  ['another currency', () => new CurrencyValue(new Decimal(1), 'USD')],
  ['no amount', () => new CurrencyValue(null, 'EUR')],
  ['a phone number', () => readPhoneNumber('+13178723000')],
  ['another phone number', () => readPhoneNumber('+13178723001')],
  ['a queue', () => new ReferenceValue('queue', '1', 'A')],
  ['another queue of the same name', () => new ReferenceValue('queue', '2', 'A')],
  ['a skill with the id of a queue', () => new ReferenceValue('skill', '1', 'A')],
  ['a constant', () => new ConstantValue('stringFormat', 'Format.String.playChars')],
  ['another constant', () => new ConstantValue('stringFormat', 'Format.String.playWord')],
  ['a record', () => new ObjectValue('object', { a: 1, b: null })],
  ['a record with another value', () => new ObjectValue('object', { a: 2, b: null })],
  ['a record with fewer values', () => new ObjectValue('object', { a: 1 })],
  ['audio', () => new AudioValue([{ kind: 'speech', text: 'a' }])],
  ['other audio', () => new AudioValue([{ kind: 'prompt', text: 'a' }])],
  ['audio that may be interrupted', () => new AudioValue([{ kind: 'speech', text: 'a' }], true)],
  ['a message', () => new CommunicationValue([{ text: 'a', ssml: false }])],
  ['a marked-up message', () => new CommunicationValue([{ text: 'a', ssml: true }])],
  ['an empty collection', () => []],
  ['a collection', () => [1, 'a']],
  ['a collection with another item', () => [1, 'b']],
  ['a longer collection', () => [1, 'a', null]],
  ["JSON's null", () => new JsonValue(null)],
  ['a JSON truth', () => new JsonValue(true)],
  ['a JSON text', () => new JsonValue('1')],
  ['a JSON number', () => new JsonValue(1)],
  ['a JSON number of many digits', () => new JsonValue(new Decimal('12345678901234567890'))],
  ['an empty JSON array', () => new JsonValue([])],
  ['a JSON array', () => new JsonValue([1, null])],
  ['another JSON array', () => new JsonValue([1, 2])],
  ['an empty JSON object', () => new JsonValue({})],
  ['a JSON object', () => new JsonValue({ a: 1, b: null })],
  ['another name', () => new JsonValue({ a: 1, c: null })],
  ['another value', () => new JsonValue({ a: 2, b: null })],
  ['another value at the end', () => new JsonValue({ a: 1, b: 2 })],
];

test.each(different)('%s equals itself, made anew, and nothing else', (_, make) => {
  const value = make();
  const others = different.filter(([, other]) => other !== make);

  expect(areEqual(value, make())).toBe(true);
  expect(others.filter(([, other]) => areEqual(value, other())).map(([name]) => name)).toEqual([]);
});

test.each<readonly [string, Value, Value]>([
  ['a decimal is as large as an integer', new Decimal('1.00'), 1],
  ['items of collections may be integers and decimals', [1, null], [new Decimal(1), null]],
  [
    'amounts may have more zeros',
    new CurrencyValue(new Decimal('1.0'), 'eur'),
    new CurrencyValue(new Decimal(1), 'EUR'),
  ],
  ['JSON numbers may be read as floats or as decimals', new JsonValue([1]), new JsonValue([new Decimal(1)])],
  ['JSON objects have no order', new JsonValue({ a: 1, b: [2] }), new JsonValue({ b: [2], a: 1 })],
  ['records have none either', new ObjectValue('object', { a: 1, b: 2 }), new ObjectValue('object', { b: 2, a: 1 })],
  ['a thing is known by its id', new ReferenceValue('queue', '1', 'A'), new ReferenceValue('queue', '1', 'B')],
])('%s', (_, a, b) => {
  expect(areEqual(a, b)).toBe(true);
  expect(areEqual(b, a)).toBe(true);
});

test('without regard to case only texts are compared, and NOT_SET equals only NOT_SET', () => {
  expect(areEqualIgnoringCase('É', 'é')).toBe(true);
  expect(areEqualIgnoringCase('a', 'b')).toBe(false);
  expect(areEqualIgnoringCase(null, null)).toBe(true);
  expect(areEqualIgnoringCase('', null)).toBe(false);
  expect(areEqualIgnoringCase(null, '')).toBe(false);
});
