import { withoutEchoes } from '../../../../src/emulator/runtime/data-actions/echoes';

const key = 'sk-9fK2/wQ7+rT&4z"bN8mLx0';
const hidden = (body: string, credentials: Readonly<Record<string, string>> = { key }) =>
  withoutEchoes(body, { credentials, authResponse: undefined });

test.each([
  ['as it is', `the key ${key} has expired`],
  ['in capitals', key.toUpperCase()],
  ['in JSON', JSON.stringify({ key })],
  ['in JSON in JSON', JSON.stringify(JSON.stringify({ key }))],
  ['in a URL', encodeURIComponent(key)],
  ['in a form', new URLSearchParams({ key }).toString()],
  ['in XML', key.replace('&', '&amp;').replace('"', '&quot;')],
  ['in XML with numbers', key.replace('&', '&#38;').replace('"', '&#34;')],
  ['in base64', Buffer.from(key).toString('base64')],
  ['in base64 behind another text', Buffer.from(`user:${key}`).toString('base64')],
  ['in base64 for URLs', Buffer.from(`me ${key}`).toString('base64url')],
  ['in hexadecimal', Buffer.from(key).toString('hex')],
  ['in unicode escapes', [...key].map((mark) => `\\u00${mark.charCodeAt(0).toString(16)}`).join('')],
])('a secret is hidden %s', (_, body) => {
  const { body: shown, repeated } = hidden(body);

  expect(shown).toContain('***');
  expect(shown.toLowerCase()).not.toContain('bn8mlx0');
  expect(repeated).toEqual(['key']);
});

test.each([
  ['in a form', '+a+b%26', ' a b&'],
  ['in JSON in JSON', String.raw`\\\"a\\\"`, String.raw`\"a\"`],
])('%s it is hidden whole, with the marks in it', (_, spelled, secret) => {
  expect(hidden(`<${spelled}${spelled}>`, { secret: `${secret}${secret}` }).body).toBe('<***>');
});

describe('in base64 behind other text', () => {
  const secret = '>>>???';

  test.each([0, 1, 2, 3, 4, 5])('of %i bytes, all characters that come of the secret alone are hidden', (before) => {
    const bytes = Buffer.from(`${'u'.repeat(before)}${secret}v`);
    // A character of base64 has six bits.
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + secret.length) * 8) / 6);
    for (const encoding of ['base64', 'base64url'] as const) {
      const body = bytes.toString(encoding);
      expect(hidden(body, { secret }).body).toBe(`${body.slice(0, from)}***${body.slice(to)}`);
    }
  });
});

test.each([
  ['in lower case', key.toLowerCase()],
  ['in capitals', key.toUpperCase()],
])('in base64 %s a part of it is hidden', (_, text) => {
  const part = Buffer.from(text).toString('base64').slice(4, 16);
  expect(hidden(`<${part}>`).body).toBe('<***>');
});

describe('a part of a secret', () => {
  const secret = 'T7kQ2mZ9pW4xR8vB';

  test.each([
    ['begins with T7kQ2mZ9, ends', 'begins with ***, ends'],
    ['ends with pW4xR8vB', 'ends with ***'],
    ['T7kQ2mZ9', '***'],
    ['T7kQ2mZ9pW4x and kQ2mZ9pW', '*** and ***'],
    ['kQ2mZ9pW,Q2mZ9pW4,2mZ9pW4x', '***,***,***'],
    ['kQ2mZ9pWkQ2mZ9pW.', '******.'],
  ])('of eight letters and digits is hidden: %s', (body, shown) => {
    expect(hidden(body, { secret }).body).toBe(shown);
  });

  test('that is shorter stays', () => {
    expect(hidden('T7kQ2mZ', { secret }).body).toBe('T7kQ2mZ');
  });

  test('is hidden of letters alone, too, where they are more than a word has', () => {
    const letters = 'abcdefghijklmnopqrst';
    expect(hidden('<cdefghijkl>', { letters }).body).toBe('<***>');
    const word = letters.slice(1);
    expect(hidden('<cdefghijkl>', { word }).body).toBe('<cdefghijkl>');
  });
});

test('six characters are a secret', () => {
  expect(hidden('pin 12345!', { pin: '12345!' })).toEqual({ body: 'pin ***', repeated: ['pin'] });
});

test.each([
  ['a short value', { pin: '12345' }, '{"count": 12345}'],
  ['another spelling of a short value', { pin: '12345' }, '{"count": "3132333435"}'],
  ['a word in a longer one', { key: 'integration-key' }, '{"integrationId": 7}'],
  ['who asks', { userName: 'integration', password: 'x' }, '{"createdBy": "integration"}'],
  ['the address of the service', { base: 'https://api.example/v1' }, '{"self": "https://api.example/v1/customers/7"}'],
  ['letters that are longer in lower case', { key }, 'İİİİ nothing'],
])('%s stays', (_, credentials, body) => {
  expect(hidden(body, credentials)).toEqual({ body, repeated: [] });
});

test('an address with a key in it is a secret', () => {
  const hook = 'https://hooks.example/services/T00000000/XXXXXXXXXXXXXXXXXXXXXXXX';

  expect(hidden(`sent to ${hook}`, { hook }).body).toBe('sent to ***');
});

test('a token is hidden, what kind of token it is stays', () => {
  const authResponse = {
    access_token: 'eyJhbGciOi.9fK2wQ7rT4zbN8',
    token_type: 'Bearer',
    scope: 'customers:read',
    expires_in: '3600',
  };
  const body = '{"error": "Bearer eyJhbGciOi.9fK2wQ7rT4zbN8 with customers:read is over after 3600"}';

  expect(withoutEchoes(body, { credentials: {}, authResponse })).toEqual({
    body: '{"error": "Bearer *** with customers:read is over after 3600"}',
    repeated: ['access_token'],
  });
});

test('what is left is JSON', () => {
  const { body } = hidden(JSON.stringify({ a: [key, `x${key}y`], [key]: JSON.stringify({ key }) }));

  expect(Object.keys(JSON.parse(body) as object)).toEqual(['a', '***']);
});

test('a long answer is searched in little time', () => {
  const body = JSON.stringify({ text: 'sk-9fK2 wQ7 rT4 '.repeat(125_000) });
  const begun = performance.now();

  hidden(body);

  expect(performance.now() - begun).toBeLessThan(5_000);
});
