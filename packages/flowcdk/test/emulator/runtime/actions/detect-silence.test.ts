import { callTo, pass } from '../private/calls';
import { heardAt, orgWith } from '../private/playing';

describe('Detect Silence', () => {
  const outputs = (name: string): string =>
    `outputs: { success: { actions: [{ playAudio: { name: Y, audio: { tts: ${name} } } }] }, timeout: { actions: [{ playAudio: { name: N, audio: { tts: Too late } } }] } }`;

  const detect = (more = ''): string => `- detectSilence: { name: Quiet, ${more} ${outputs('Quiet')} }`;

  test('Detect Silence succeeds after a second in which nobody speaks', () => {
    const org = orgWith(0);
    callTo(org, { actions: [detect()] });
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['1.0 Quiet']);
  });

  test('who speaks puts it off', () => {
    const org = orgWith(0);
    const call = callTo(org, { actions: [detect('silenceDuration: { lit: { seconds: 2 } },')] });
    pass(org, 0.5);
    call.speak(3_000);
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['5.5 Quiet']);
  });

  test('forty seconds without a silence take the timeout path', () => {
    const org = orgWith(0);
    const call = callTo(org, { actions: [detect()] });
    call.speak(60_000);
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['40.0 Too late']);
  });
});
