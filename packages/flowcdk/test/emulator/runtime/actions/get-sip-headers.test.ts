import { readHeaders, say, saidOfHeaders } from '../private/sip';

const carrier = { 'X-Customer': '7', 'Call-ID': 'a84b4c76e66710' };
const json = say('ToString(Flow.headers)');
const type = say('Flow.type');

test.each([
  ['all headers, by their names in lower case', '{ noValue: true }', '{"x-customer":"7","call-id":"a84b4c76e66710"}'],
  ['only those with a name', '{ lit: [{ lit: x-customer }, { lit: X-Other }] }', '{"x-customer":"7"}'],
])('%s', (_, names, expected) => {
  expect(saidOfHeaders([readHeaders(names), json], carrier)).toEqual([expected]);
});

test('a call that no carrier gave headers has none', () => {
  expect(saidOfHeaders([readHeaders(), type])).toEqual(['NoSipHeadersExist']);
});

const namesOf = (count: number): string =>
  `{ lit: [${Array.from({ length: count }, (_, i) => `{ lit: h${i} }`).join(', ')}] }`;
const hasFailed = say('If(IsSet(Flow.type), "failed", "fine")');

test('more than ten names are too many, and the failure says so', () => {
  expect(saidOfHeaders([readHeaders(namesOf(10)), hasFailed], carrier)).toEqual(['fine']);
  expect(saidOfHeaders([readHeaders(namesOf(11)), type, say('Flow.message')], carrier)).toEqual([
    'GeneralError',
    'It names 11 headers; the most are 10.',
  ]);
});

test('the fourth time is one too many', () => {
  const times = (count: number): readonly string[] => Array.from({ length: count }, () => readHeaders());
  expect(saidOfHeaders([...times(3), hasFailed], carrier)).toEqual(['fine']);
  expect(saidOfHeaders([...times(4), type], carrier)).toEqual(['ActionInvocationLimitExceeded']);
});
