import { readRaw, say, saidOfHeaders } from '../private/sip';

test('all headers are one text, a line for each', () => {
  expect(saidOfHeaders([readRaw, say('Flow.text')], { 'X-Customer': '7', 'X-Shop': 'Lille' })).toEqual([
    'X-Customer: 7 X-Shop: Lille',
  ]);
});

test('a call that no carrier gave headers has none', () => {
  expect(saidOfHeaders([readRaw, say('Flow.type')])).toEqual(['NoSipHeadersExist']);
});

test('the fourth time is one too many', () => {
  expect(saidOfHeaders([readRaw, readRaw, readRaw, readRaw, say('Flow.type')], { 'X-Customer': '7' })).toEqual([
    'ActionInvocationLimitExceeded',
  ]);
});
