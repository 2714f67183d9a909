import { request } from 'node:http';
import { loopbackHosts, originFor, strangerIn } from '../../src/emulator/known-hosts';
import { startOrg } from '../../src/emulator/start-org';

describe('on this machine', () => {
  test.each([
    ['127.0.0.1:8083', undefined],
    ['localhost', undefined],
    ['LOCALHOST:8083', undefined],
    ['[::1]:8083', undefined],
    ['localhost:8083', 'http://localhost:3000'],
    ['localhost:8083', 'http://127.0.0.1:8083'],
  ])('a request to %s from %s passes', (host, origin) => {
    expect(strangerIn({ host, origin }, loopbackHosts)).toBeUndefined();
  });

  test.each([
    ['rebound.example:8083', undefined, 'the org is not reached as "rebound.example:8083"'],
    ['127.0.0.1.rebound.example', undefined, 'the org is not reached as'],
    ['', undefined, 'the org is not reached as ""'],
    [undefined, undefined, 'the org is not reached as ""'],
    ['localhost:8083', 'https://page.example', 'a page of "https://page.example" may not drive the org'],
    ['localhost:8083', 'null', 'a page of "null" may not drive the org'],
    ['localhost:8083', 'http://localhost.page.example', 'a page of'],
    ['localhost:8083/x', undefined, 'the org is not reached as'],
    ['page.example@localhost', undefined, 'the org is not reached as'],
    ['localhost\\@page.example', undefined, 'the org is not reached as'],
    ['localhost#page.example', undefined, 'the org is not reached as'],
  ])('a request to %s from %s does not', (host, origin, message) => {
    expect(strangerIn({ host, origin }, loopbackHosts)).toContain(message);
  });

  test('a name that was allowed passes, for the host and for the page', () => {
    const hosts = [...loopbackHosts, 'org.test'];

    expect(strangerIn({ host: 'org.test:8083', origin: 'http://org.test' }, hosts)).toBeUndefined();
  });
});

describe('where other machines reach the org', () => {
  test('every name passes, and its own pages; the pages of others do not', () => {
    expect(strangerIn({ host: 'org.example', origin: undefined }, undefined)).toBeUndefined();
    expect(strangerIn({ host: 'org.example:8083', origin: 'http://org.example:8083' }, undefined)).toBeUndefined();
    expect(strangerIn({ host: 'org.example', origin: 'http://page.example' }, undefined)).toContain('may not drive');
  });
});

describe('addresses in answers', () => {
  const names = [...loopbackHosts, 'org.test'];
  const socket = { localAddress: '::ffff:192.0.2.7', localPort: 8083 };

  test.each([
    ['localhost:8083', 'http://localhost:8083'],
    ['LOCALHOST', 'http://localhost'],
    ['[::1]:9000', 'http://[::1]:9000'],
    ['org.test:9000', 'http://org.test:9000'],
  ])('have the name by which the org was reached: %s', (host, origin) => {
    expect(originFor(host, names, socket)).toBe(origin);
  });

  test.each([
    'page.example',
    'page.example:8083',
    'localhost.page.example',
    'localhost:8083/x',
    'localhost\\@page.example',
    'page.example@localhost',
    'localhost?page.example',
    '203.0.113.9',
    '',
    undefined,
  ])('never have a host that is not a name of the org: %s', (host) => {
    expect(originFor(host, names, socket)).toBe('http://192.0.2.7:8083');
  });

  test('an IPv6 address has brackets', () => {
    expect(originFor('page.example', names, { localAddress: 'fe80::7', localPort: 1 })).toBe('http://[fe80::7]:1');
  });
});

describe('an org that listens', () => {
  const statusOf = (port: number, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path: '/flowcdk/features', headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      });
      sent.on('error', reject).end();
    });

  test('answers 403 to a page that drives it under a name of its own, and to a page of another host', async () => {
    const org = await startOrg({ host: '127.0.0.1', port: 0, allowedHosts: ['org.test'] });
    try {
      const statuses = await Promise.all([
        statusOf(org.port, { authorization: 'Bearer t' }),
        statusOf(org.port, { authorization: 'Bearer t', host: 'org.test' }),
        statusOf(org.port, { authorization: 'Bearer t', host: 'rebound.example' }),
        statusOf(org.port, { authorization: 'Bearer t', origin: 'http://page.example' }),
      ]);

      expect(statuses).toEqual([200, 200, 403, 403]);
    } finally {
      await org.stop();
    }
  });

  test('that other machines reach gives no address under a host that it does not know', async () => {
    const org = await startOrg({ host: '0.0.0.0', port: 0, allowedHosts: ['org.test'], onlyToken: 't' });
    const urlFor = (host: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const headers = { authorization: 'Bearer t', host };
        const sent = request(
          { host: '127.0.0.1', port: org.port, path: '/api/v2/flows/jobs', method: 'POST', headers },
          (answer) => {
            let text = '';
            answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
            answer.on('end', () => resolve((JSON.parse(text) as { readonly presignedUrl: string }).presignedUrl));
          },
        );
        sent.on('error', reject).end();
      });
    try {
      expect(new URL(await urlFor('org.test:9000')).host).toBe('org.test:9000');
      expect(new URL(await urlFor('page.example')).host).toBe(`127.0.0.1:${org.port}`);
    } finally {
      await org.stop();
    }
  });
});
