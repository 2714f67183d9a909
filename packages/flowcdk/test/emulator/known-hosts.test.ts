import { request } from 'node:http';
import { loopbackHosts, strangerIn } from '../../src/emulator/known-hosts';
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
});
