import { connectionOf } from '../src/connection';

test('a local org needs no credentials', () => {
  expect(connectionOf('http://127.0.0.1:8083/', {})).toEqual({ api: 'http://127.0.0.1:8083', token: 'local' });
});

test('an organisation is asked with the token of the environment', () => {
  expect(connectionOf('https://api.mypurecloud.de', { GENESYSCLOUD_ACCESS_TOKEN: 't' })).toEqual({
    api: 'https://api.mypurecloud.de',
    token: 't',
  });
});

test.each([
  ['nowhere', {}, /--org is 'nowhere'/],
  ['http://api.mypurecloud.de', { GENESYSCLOUD_ACCESS_TOKEN: 't' }, /Only an org on this machine/],
  ['https://api.mypurecloud.de', {}, /the OAuth client is missing/],
])('%s with %j is refused', (org, variables, problem) => {
  expect(() => connectionOf(org, variables)).toThrow(problem);
});
