import { callTo, pass } from '../private/calls';
import { ask, orgWith, play } from '../private/playing';

test('AudioPlaybackOptions with flushNow plays now, behind what is queued', () => {
  const org = orgWith(0);
  callTo(org, {
    actions: [
      play('First'),
      '- playAudio: { name: Now, audio: { exp: \'AudioPlaybackOptions(ToAudioTTS("Second"), false, true)\' } }',
      ask(),
    ],
  });
  org.clock.runNow(() => org.requests.length > 0);
  expect(org.heard()).toEqual(['First', 'Second']);
});

test('audio with barge-in ends at a key, which stays for what listens next', () => {
  const org = orgWith(0);
  const call = callTo(org, {
    variables: ['key'],
    actions: [
      '- playAudio: { name: Say, audio: { exp: \'AudioPlaybackOptions(ToAudioTTS("This is a long text about nothing at all"), true)\' } }',
      '- flushAudio: { name: Now }',
      '- collectInput: { name: Key, inputData: { var: Flow.key }, digits: { exact: 1 }, verificationType: none }',
    ],
  });
  pass(org, 1);
  call.press('5');
  org.clock.runNow();
  expect(org.events('audio.ended')).toMatchObject([{ heard: 1_000, cutOffBy: 'digit' }]);
  expect(org.events('input.taken')).toMatchObject([{ digits: '5', complete: true }]);
});
