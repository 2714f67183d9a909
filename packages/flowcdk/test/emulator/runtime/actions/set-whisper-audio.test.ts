import { answeredAfter } from '../private/answered';

test('the agent hears the whisper before the caller is connected', () => {
  const org = answeredAfter(
    '- setWhisperAudio: { name: Whisper, whisperAudio: { exp: \'ToAudioTTS(Append("It is ", Flow.customer))\' } }',
  );
  expect(org.events('agent.whispered')).toMatchObject([{ agent: 'Ada', text: 'It is Ada Lambert' }]);
});
