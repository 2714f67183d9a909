import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

/** What comes of a transfer to a user. Grace leaves the org while the call hears a word before it. */
function transferred(targetUser: string) {
  const org = livingOrg();
  const grace = org.put('user', { name: 'Grace' });
  callTo(org, {
    actions: [
      '- playAudio: { name: Say, audio: { tts: Hello } }',
      '- flushAudio: { name: Now }',
      `- transferToUser: { name: Go, targetUser: ${targetUser} }`,
    ],
  });
  org.org.remove('user', grace.id);
  org.clock.runNow();
  return {
    failed: org.events('transfer.failed').map(({ problem }) => problem),
    broke: org.events('flow.failed').length > 0,
  };
}

test('a target whose expression cannot be evaluated breaks the flow', () => {
  expect(transferred(`{ exp: 'FindUser(ToString(GetAt(MakeList(1), 4)))' }`)).toEqual({ failed: [], broke: true });
});

test.each([
  ['that is NOT_SET', '{ noValue: true }', /^the user is NOT_SET$/],
  ['that is not there any more', '{ lit: { name: Grace } }', /Grace/],
  ['that an expression does not find', `{ exp: 'FindUser("nobody")' }`, /^the user is NOT_SET$/],
])('a target %s takes the way of a failure', (_, targetUser, problem) => {
  expect(transferred(targetUser)).toEqual({ failed: [expect.stringMatching(problem)], broke: false });
});
