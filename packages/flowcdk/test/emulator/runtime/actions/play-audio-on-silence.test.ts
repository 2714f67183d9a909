import { callTo, pass } from '../private/calls';
import { heardAt, orgWith } from '../private/playing';

describe('Play Audio on Silence', () => {
  const outputs = (name: string): string =>
    `outputs: { success: { actions: [{ playAudio: { name: Y, audio: { tts: ${name} } } }] }, timeout: { actions: [{ playAudio: { name: N, audio: { tts: Too late } } }] } }`;

  const insist = (more = ''): string =>
    `- playAudioOnSilence: { name: Message, audio: { tts: We called you }, ${more} ${outputs('Done')} }`;

  test('Play Audio on Silence plays at once, and again after a silence when it was interrupted', () => {
    const org = orgWith(0);
    const call = callTo(org, { variables: [], actions: [insist('silenceDuration: { lit: { seconds: 2 } },')] });
    pass(org, 0.5);
    call.speak(1_000);
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['0.0 We called you', '3.5 We called you', '4.6 Done']);
    expect(org.events('audio.ended')[0]).toMatchObject({ heard: 500, cutOffBy: 'voice' });
  });

  test('a key that has interrupted it interrupts it once; a variable gets how often it was repeated', () => {
    const org = orgWith(0);
    const count = '  - integerVariable: { name: Flow.count, initialValue: { noValue: true } }';
    const call = callTo(org, {
      variables: ['text'],
      // The lines of the settings follow those of the variables.
      settings: [count],
      actions: [
        insist('actualRepeatCount: { var: Flow.count },'),
        "- playAudio: { name: Count, audio: { exp: 'ToAudioTTS(ToString(Flow.count))' } }",
      ],
    });
    pass(org, 0.5);
    call.press('1');
    org.clock.runNow();
    expect(org.heard()).toEqual(['We called you', 'We called you', 'Done', '1']);
    expect(org.events('audio.ended').map(({ cutOffBy }) => cutOffBy)).toEqual([
      'digit',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('the key that interrupted it is no input for what listens next', () => {
    const org = orgWith(0);
    const call = callTo(org, {
      variables: ['key'],
      actions: [
        insist(),
        '- collectInput: { name: Key, inputData: { var: Flow.key }, digits: { exact: 1 }, verificationType: none }',
      ],
    });
    pass(org, 0.5);
    call.press('1');
    org.clock.runNow();
    expect(org.heard()).toContain('Done');
    expect(org.events('input.taken')).toMatchObject([{ digits: '', complete: false }]);
  });

  test('interrupted more often than it may repeat, it gives up', () => {
    const org = orgWith(0);
    const call = callTo(org, { actions: [insist('allowedRepeatCount: { lit: 1 },')] });
    pass(org, 0.5);
    call.press('1');
    pass(org, 1.2);
    call.press('1');
    org.clock.runNow();
    expect(org.heard()).toEqual(['We called you', 'We called you', 'Too late']);
  });
});
