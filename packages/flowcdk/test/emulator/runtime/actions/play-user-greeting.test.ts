import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

test.each([
  ['a greeting is heard by whose it is', '{ lit: { name: ada@example.com } }', ['(greeting of Ada Lambert)']],
  ['nobody has no greeting', '{ noValue: true }', []],
])('%s', (_, user, heard) => {
  const org = livingOrg();
  org.put('user', { id: 'u1', name: 'Ada Lambert', email: 'ada@example.com' });
  callTo(org, { actions: [`- playUserGreeting: { name: Greet, user: ${user} }`, '- flushAudio: { name: Now }'] });
  org.clock.runNow();

  expect(org.heard()).toEqual(heard);
});
