import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

/** What a caller hears of an action with a user. */
function heardOf(action: string): readonly string[] {
  const org = livingOrg();
  org.put('user', { id: 'u1', name: 'Ada Lambert', email: 'ada@example.com' });
  callTo(org, { actions: [action, '- playAudio: { name: Say, audio: { tts: is on the line. } }'] });
  org.clock.runNow();
  return org.heard();
}

test('the name of the user is spoken, in its turn', () => {
  expect(heardOf('- playUserName: { name: Who, user: { lit: { name: ada@example.com } } }')).toEqual([
    'Ada Lambert',
    'is on the line.',
  ]);
});

test('nobody has no name', () => {
  expect(heardOf('- playUserName: { name: Who, user: { noValue: true } }')).toEqual(['is on the line.']);
});
