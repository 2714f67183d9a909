import { encodingsIn } from './spellings';

const secret = 'q7Kd/w+2&"<tZ9';

test.each([
  ['plain', `the key ${secret} is wrong`],
  ['plain', secret.toUpperCase()],
  ['plain', secret.slice(2, 12)],
  ['reversed', [...secret].reverse().join('')],
  ['URL', `?key=${encodeURIComponent(secret)}`],
  ['JSON', JSON.stringify({ secret })],
  ['JSON', JSON.stringify(JSON.stringify({ secret }))],
  ['XML', '<key>q7Kd/w+2&amp;&quot;&lt;tZ9</key>'],
  ['hex', Buffer.from(secret).toString('hex')],
  ['base64', Buffer.from(secret).toString('base64')],
  ['base64', Buffer.from(`a:${secret}`).toString('base64')],
  ['base64', Buffer.from(`u:${secret}:`).toString('base64')],
  ['base64url', Buffer.from(`user:${secret}`).toString('base64url')],
])('a secret is found %s: %s', (encoding, text) => {
  expect(encodingsIn(text, secret).map((spelling) => spelling.split(' ')[0])).toContain(encoding);
});

test('nothing is found where there is no secret', () => {
  expect(encodingsIn('the key q7Kd is wrong, it is not w+2', secret)).toEqual([]);
});
