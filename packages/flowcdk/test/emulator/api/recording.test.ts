import { fileIn, secondsOf } from '../../../src/emulator/api/recording';
import { wav } from '../../routing/private/wav';

const form = (content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('--x1\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\n'),
    content,
    Buffer.from('\r\n--x1--\r\n'),
  ]);

test('the file of a form is what lies between its headers and the boundary', () => {
  const content = Buffer.concat([wav(1), Buffer.from('\r\n\r\n--x2 \r\n')]);

  expect(fileIn(form(content)).equals(content)).toBe(true);
});

test('a body that is no form is the file', () => {
  expect(fileIn(wav(1)).equals(wav(1))).toBe(true);
});

test.each([1, 7, 90])('a WAV file of %d seconds plays as long', (seconds) => {
  expect(secondsOf(wav(seconds))).toBe(seconds);
});

test('chunks before the samples are passed over, also those of an odd length', () => {
  const whole = wav(2);
  const list = Buffer.from('LIST\x03\x00\x00\x00abc\x00', 'latin1');

  expect(secondsOf(Buffer.concat([whole.subarray(0, 36), list, whole.subarray(36)]))).toBe(2);
});

test('samples that are not there do not count', () => {
  expect(secondsOf(wav(10).subarray(0, 44 + 8000))).toBe(1);
});

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('Hello')],
  ['a beginning', wav(1).subarray(0, 11)],
  ['a header without samples', wav(1).subarray(0, 40)],
  ['samples before their format', Buffer.concat([Buffer.from('RIFF0000WAVE'), wav(1).subarray(36)])],
  ['no bytes a second', Buffer.concat([wav(1).subarray(0, 28), Buffer.alloc(4), wav(1).subarray(32)])],
  ['a form without an end of its headers', fileIn(Buffer.from('--x1\r\nContent-Disposition: form-data'))],
])('of %s nothing is known', (_, content) => {
  expect(secondsOf(content)).toBeUndefined();
});
