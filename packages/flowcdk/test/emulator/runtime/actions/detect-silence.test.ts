import { callTo, pass } from '../private/calls';
import { MONDAY_NOON } from '../private/living-org';
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

  test.each([
    ['a silence is at least a quarter of a second', 'silenceDuration: { lit: { ms: 100 } },', '0.25 success'],
    ['a silence is at most ten seconds', 'silenceDuration: { lit: { seconds: 11 } },', '10 success'],
    [
      'the wait is at least a second',
      'silenceDuration: { lit: { seconds: 5 } }, timeout: { lit: { ms: 500 } },',
      '1 timeout',
    ],
    ['usually a silence is a second', '', '1 success'],
  ])('%s', (_, more, ends) => {
    const org = orgWith(0);
    callTo(org, { actions: [detect(more)] });
    org.clock.runNow();
    const [took] = org.events('action.took');
    expect(`${((took?.at ?? 0) - MONDAY_NOON) / 1000} ${took?.path}`).toBe(ends);
  });

  test.each([
    ['is at most a minute', 'timeout: { lit: { seconds: 61 } },', 60],
    ['is usually forty seconds', '', 40],
  ])('the wait %s', (_, more, seconds) => {
    const org = orgWith(0);
    const call = callTo(org, { actions: [detect(more)] });
    call.speak(120_000);
    org.clock.runNow();
    const [took] = org.events('action.took');
    expect([((took?.at ?? 0) - MONDAY_NOON) / 1000, took?.path]).toEqual([seconds, 'timeout']);
  });
});
