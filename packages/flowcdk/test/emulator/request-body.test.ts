import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { localOrg, messageOf } from './private/local-org';

const codes = '/api/v2/routing/wrapupcodes';
const headersWith = (headers: Readonly<Record<string, string>>) => ({
  authorization: 'Bearer local',
  'content-type': 'application/json',
  ...headers,
});
const post = (body: Buffer | string, headers: Readonly<Record<string, string>> = {}, path = codes) =>
  localOrg().send('POST', path, body, headersWith(headers));

describe('a character set', () => {
  const json = '{"name":"Zürich"}';

  test.each([
    ['UTF-8, which nobody has to name', 'application/json', 'utf8'],
    ['UTF-8', 'application/json; charset=UTF-8', 'utf8'],
    ['Latin-1', 'application/json; charset=ISO-8859-1', 'latin1'],
    ['Latin-1 in quotes', 'application/json;charset="latin1"', 'latin1'],
    ['UTF-16', 'application/json; charset=utf-16le', 'utf16le'],
  ] as const)('is read: %s', async (_, contentType, encoding) => {
    const answer = await post(Buffer.from(json, encoding), { 'content-type': contentType });

    expect(answer.body).toMatchObject({ name: 'Zürich' });
  });

  test('may begin with the mark that some editors write', async () => {
    expect((await post(`\uFEFF${json}`)).body).toMatchObject({ name: 'Zürich' });
  });

  test('that nobody knows is refused by name', async () => {
    const answer = await post(json, { 'content-type': 'application/json; charset=klingon' });

    expect(answer.status).toBe(415);
    expect(messageOf(answer)).toBe(
      'The request body is in the character set "klingon", which nobody knows. Send UTF-8.',
    );
  });

  test.each([
    ['Latin-1 that calls itself nothing', Buffer.from(json, 'latin1'), 'byte 11 is 0xfc'],
    ['a character that is cut off', Buffer.from('{"name":"ü').subarray(0, -1), 'byte 10 is 0xc3'],
    [
      'a wrong byte far behind',
      Buffer.concat([Buffer.from(`{"name":"${'ü'.repeat(5_000)}`), Buffer.from([0xff])]),
      'byte 10010 is 0xff',
    ],
  ])('is not guessed: %s', async (_, body, where) => {
    const answer = await post(body);

    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toBe(
      `The request body is not UTF-8: ${where}. Send UTF-8, or name the character set in the header Content-Type.`,
    );
  });

  test('counts for the YAML of a flow, too', async () => {
    const org = localOrg();
    const { presignedUrl } = (await org.post('/api/v2/flows/jobs')).body as { readonly presignedUrl: string };

    const answer = await org.send('PUT', new URL(presignedUrl).pathname, Buffer.from('workflow: ü', 'latin1'), {});

    expect(messageOf(answer)).toContain('The request body is not UTF-8: byte 11 is 0xfc');
  });
});

describe('a packed body', () => {
  const json = '{"name":"Returns"}';

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('is unpacked: %s', async (encoding, pack) => {
    expect((await post(pack(json), { 'content-encoding': encoding })).body).toMatchObject({ name: 'Returns' });
  });

  test('in another way is refused by name', async () => {
    const answer = await post(json, { 'content-encoding': 'zstd' });

    expect(answer.status).toBe(415);
    expect(messageOf(answer)).toBe(
      'The request body is packed with "zstd" (Content-Encoding). The local org unpacks gzip, x-gzip, deflate, br.',
    );
  });

  test('that is none is refused', async () => {
    const answer = await post(json, { 'content-encoding': 'gzip' });

    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toContain('The request body is no gzip: ');
  });

  test('counts with its unpacked size', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, ' '));
    expect(bomb.length).toBeLessThan(100_000);

    const answer = await post(bomb, { 'content-encoding': 'gzip' });

    expect(answer.status).toBe(413);
    expect(messageOf(answer)).toContain('The request is larger than ');
  });
});
