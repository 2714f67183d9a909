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

test('more than ten names are too many', () => {
  const names = `{ lit: [${Array.from({ length: 11 }, (_, i) => `{ lit: h${i} }`).join(', ')}] }`;
  expect(saidOfHeaders([readHeaders(names), type], carrier)).toEqual(['GeneralError']);
});

test('the fourth time is one too many', () => {
  const four = Array.from({ length: 4 }, () => readHeaders());
  expect(saidOfHeaders([...four, type], carrier)).toEqual(['ActionInvocationLimitExceeded']);
});
