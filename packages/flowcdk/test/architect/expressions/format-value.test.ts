import { Decimal, type } from '../../../src/architect/expressions';
import { checkLength, joined, literalOf, textOf, toJsonData } from '../../../src/architect/expressions/format-value';
import {
  AudioValue,
  CommunicationValue,
  ConstantValue,
  CurrencyValue,
  DateTimeValue,
  JsonValue,
  ObjectValue,
  PlainTimeValue,
  ReferenceValue,
  type Value,
} from '../../../src/architect/expressions/values';

const user = (properties: Readonly<Record<string, Value>>): Value =>
  new ReferenceValue('user', 'u1', 'Ada', properties);

test.each<readonly [string, Value, string | null]>([
  ['NOT_SET', null, null],
  ['a collection', ['a', null, 1], 'a\n\n1'],
  ['a day', new PlainTimeValue('date', '2024-01-31'), '2024-01-31'],
  ['a user by the user name', user({ username: 'ada@example.org' }), 'ada@example.org'],
  ['a user without one by the name', user({ username: null }), 'Ada'],
  ['a queue by its name', new ReferenceValue('queue', 'q1', 'Support', { username: 'x' }), 'Support'],
  ['an external contact by its id', new ReferenceValue('externalContact', 'c1', 'Ada'), 'c1'],
  ['an external organization by its id', new ReferenceValue('externalOrganization', 'o1', 'Acme'), 'o1'],
  ['a constant by its name', new ConstantValue('stringFormat', 'Format.String.playChars'), 'Format.String.playChars'],
  ['a record as JSON', new ObjectValue('contact', { first: 'Ada', address: 'x' }), '{"first":"Ada","address":"x"}'],
  ['an address by itself', new ObjectValue('emailAddress', { address: 'a@b.c' }), 'a@b.c'],
  ['a JSON text without quotes', new JsonValue('a'), 'a'],
  ['a whole JSON number without a point', new JsonValue(new Decimal(5)), '5'],
  ['a JSON truth', new JsonValue(false), 'false'],
  ["JSON's null as NOT_SET", new JsonValue(null), null],
  [
    'what is said, in a row',
    new CommunicationValue([
      { text: 'a', ssml: false },
      { text: 'b', ssml: true },
    ]),
    'ab',
  ],
])('the text of %s', (_, value, text) => {
  expect(textOf(value)).toBe(text);
});

test.each<readonly [string, Value, unknown]>([
  ['a truth', true, true],
  ['a number', 1, 1],
  ['a collection', ['a', null], ['a', null]],
  ['a record', new ObjectValue('object', { at: new DateTimeValue(0), n: 1 }), { at: '1970-01-01T00:00:00Z', n: 1 }],
  ['a reference', new ReferenceValue('queue', 'q1', 'Support'), { id: 'q1', name: 'Support' }],
  ['a currency', new CurrencyValue(null, 'USD'), { amount: null, code: 'USD' }],
  ['JSON', new JsonValue([1]), [1]],
])('%s as JSON data', (_, value, data) => {
  expect(toJsonData(value)).toEqual(data);
});

test.each<readonly [string, Value, string]>([
  ['a user', user({ username: 'ada@example.org' }), 'ToUser("ada@example.org")'],
  ['a prompt', new ReferenceValue('prompt', 'p1', 'welcome'), 'FindUserPrompt("welcome")'],
  ['a thing without a cast', new ReferenceValue('emergencyGroup', 'g1', 'Fire'), '"Fire"'],
  ['a record', new ObjectValue('contact', { a: 1 }), '"{\\"a\\":1}"'],
  ['no audio', new AudioValue([]), 'ToAudioTTS("")'],
  ['silence without a length', new AudioValue([{ kind: 'silence', text: '' }]), 'ToAudioBlank(0)'],
  [
    'audio that may not be interrupted',
    new AudioValue([{ kind: 'silence', text: '', milliseconds: 5 }], false),
    'AudioPlaybackOptions(ToAudioBlank(5), false)',
  ],
  ['nothing said', new CommunicationValue([]), 'MakeCommunication("")'],
  ['one text', new CommunicationValue([{ text: 'a', ssml: false }]), 'MakeCommunication("a")'],
  ['one marked-up text', new CommunicationValue([{ text: 'a', ssml: true }]), 'ToCommunicationSsml("a")'],
  [
    'a marked-up text before another',
    new CommunicationValue([
      { text: 'a', ssml: true },
      { text: 'b', ssml: false },
    ]),
    'MakeCommunication(ToCommunicationSsml("a"), "b")',
  ],
])('the literal of %s', (_, value, literal) => {
  expect(literalOf(value, type('any'))).toBe(literal);
});

test.each([
  ['integer', [null], 'MakeList(ToInt(NOT_SET))'],
  ['integer', [null, 1], 'MakeList(NOT_SET, 1)'],
  ['dateTime', [], 'MakeEmptyList(ToDateTime(NOT_SET))'],
  ['emergencyGroup', [], 'MakeEmptyList(ToString(NOT_SET))'],
] as const)('the literal of a collection of the kind %s, %j', (kind, items, literal) => {
  expect(literalOf(items, type(kind, true))).toBe(literal);
});

test('a text has at most a million characters, delimiters included', () => {
  const half = 'a'.repeat(499_999);

  expect(() => checkLength(1_000_000)).not.toThrow();
  expect(() => checkLength(1_000_001)).toThrow('the text would have 1000001 characters, at most 1000000 are allowed');
  expect(joined([half, half], ', ')).toHaveLength(1_000_000);
  expect(() => joined([half, half], ', .')).toThrow('the text would have 1000001 characters');
  expect(joined([], ', ')).toBe('');
  expect(joined([half + half + 'aa'], ', ')).toHaveLength(1_000_000);
});
