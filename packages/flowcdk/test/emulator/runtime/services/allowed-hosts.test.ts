import { AllowedHosts, isHostPattern } from '../../../../src/emulator/runtime/services/allowed-hosts';

test.each<[url: string, allowed: readonly string[], allows: boolean]>([
  // A host, and nothing that merely looks like it.
  ['https://crm.example/customers', ['crm.example'], true],
  ['https://CRM.EXAMPLE/', ['crm.example'], true],
  ['https://crm.example./', ['crm.example'], true],
  ['https://crm.example:8443/', ['crm.example'], true],
  ['https://evil.example/?crm.example', ['crm.example'], false],
  ['https://crm.example.evil.example/', ['crm.example'], false],
  ['https://crm.example@evil.example/', ['crm.example'], false],
  ['https://login.crm.example/', ['crm.example'], false],
  // A port.
  ['https://crm.example:8443/', ['crm.example:8443'], true],
  ['https://crm.example/', ['crm.example:443'], true],
  ['http://crm.example/', ['crm.example:443'], false],
  // All hosts below one.
  ['https://login.crm.example/', ['*.crm.example'], true],
  ['https://a.b.crm.example/', ['*.crm.example'], true],
  ['https://crm.example/', ['*.crm.example'], false],
  ['https://evilcrm.example/', ['*.crm.example'], false],
  // This machine, however it is written.
  ['http://127.0.0.1:8080/', [], true],
  ['http://127.1/', [], true],
  ['http://2130706433/', [], true],
  ['http://localhost:1/', [], true],
  ['http://[::1]/', [], true],
  ['http://0.0.0.0/', [], false],
  ['http://169.254.169.254/latest/meta-data', [], false],
  ['http://192.168.0.1/', [], false],
  ['http://localhost.evil.example/', [], false],
  ['http://127.0.0.1.evil.example/', [], false],
  // Anything else.
  ['https://crm.example/', [], false],
])('%s with %j: %s', (url, allowed, allows) => {
  expect(new AllowedHosts(allowed).allows(new URL(url))).toBe(allows);
});

test('with any, every host is allowed and none is named', () => {
  const hosts = new AllowedHosts('any');

  expect(hosts.allows(new URL('https://crm.example/'))).toBe(true);
  expect(hosts.names(new URL('https://crm.example/'))).toBe(false);
});

test('this machine is allowed and not named, so that stand-ins come first', () => {
  expect(new AllowedHosts().names(new URL('http://127.0.0.1:8080/'))).toBe(false);
  expect(new AllowedHosts(['127.0.0.1:8080']).names(new URL('http://127.0.0.1:8080/'))).toBe(true);
});

test.each([
  ['crm.example', true],
  ['crm.example:8443', true],
  ['*.crm.example', true],
  ['localhost', true],
  ['[::1]:8080', true],
  ['https://crm.example', false],
  ['crm.example/customers', false],
  ['crm.*', false],
  ['*', false],
  ['', false],
])('%j is a host: %s', (text, isHost) => {
  expect(isHostPattern(text)).toBe(isHost);
});
