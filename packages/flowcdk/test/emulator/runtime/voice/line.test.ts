import { callTo, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';

const say = (text: string): string => `- playAudio: { name: ${text}, audio: { tts: ${text} } }`;
/** Audio that a key may cut off. */
const yielding = (text: string): string =>
  `- playAudio: { name: ${text}, audio: { exp: 'AudioPlaybackOptions(ToAudioTTS("${text}"), true)' } }`;

test('a key during audio that no key cuts off does not skip later audio', () => {
  const org = livingOrg();
  const placed = callTo(org, { actions: [say('First'), yielding('Second'), '- flushAudio: { name: Flush }'] });
  pass(org, 0.1);
  placed.press('1');
  org.clock.runNow();

  expect(org.heard()).toEqual(['First', 'Second']);
});

test('audio that a key may cut off is heard to its end without a key', () => {
  const org = livingOrg();
  callTo(org, { actions: [yielding('First'), yielding('Second'), '- flushAudio: { name: Flush }'] });
  org.clock.runNow();

  expect(org.events('audio.ended').map(({ text, cutOffBy }) => [text, cutOffBy])).toEqual([
    ['First', undefined],
    ['Second', undefined],
  ]);
});

test('a menu that waits for keys says all of its audio without one', () => {
  const org = livingOrg();
  callTo(org, {
    menu: 'm',
    menus: [
      '- menu: { name: Main, refId: m, audio: { exp: \'Append(ToAudioTTS("One"), ToAudioTTS("Two"))\' }, settingsMenu: { repeatCount: { lit: 1 } }, choices: [] }',
    ],
    settings: ['initialGreeting: { tts: Welcome }'],
  });
  org.clock.runNow();

  expect(org.heard().join(' ')).toBe('Welcome One Two');
});
