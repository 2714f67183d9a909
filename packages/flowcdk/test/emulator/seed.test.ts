import { addSeed, WrongSeed } from '../../src/emulator/seed';
import { entitiesOf, localOrg } from './private/local-org';

test('a seed gives an org what it had before', async () => {
  const org = localOrg();

  addSeed(
    org.org,
    `
users:
  - { name: Ada Lovelace, email: ada@example.com }
wrapUpCodes:
  - { name: Solved }
didPools:
  - { startPhoneNumber: '+4930123450', endPhoneNumber: '+4930123459' }
`,
    'seed.yaml',
  );

  expect(entitiesOf(await org.get('/api/v2/users'))).toMatchObject([{ name: 'Ada Lovelace' }]);
  expect(entitiesOf(await org.get('/api/v2/routing/wrapupcodes'))).toMatchObject([{ name: 'Solved' }]);
  expect((await org.post('/api/v2/architect/ivrs', { name: 'Line', dnis: ['+4930123455'] })).status).toBe(200);
});

test.each([
  ['people: []', /^seed\.yaml: there is no section 'people'; there are users, /],
  ['users: Ada', 'seed.yaml: users must be a list'],
  ['users: [{ name: Ada }]', /^seed\.yaml: users\[0\]: email is missing/],
  ['users: [', /^seed\.yaml: /],
  ['Ada', /^seed\.yaml: a seed is a map of/],
])('what cannot be used is told with its place: %s', (text, message) => {
  const seed = () => addSeed(localOrg().org, text, 'seed.yaml');

  expect(seed).toThrow(WrongSeed);
  expect(seed).toThrow(message);
});

test('all of a seed is taken, or nothing', async () => {
  const org = localOrg();

  expect(() => addSeed(org.org, 'skills: [{ name: French }, { name: french }]', 'seed.yaml')).toThrow(WrongSeed);
  expect(entitiesOf(await org.get('/api/v2/routing/skills'))).toEqual([]);
});
