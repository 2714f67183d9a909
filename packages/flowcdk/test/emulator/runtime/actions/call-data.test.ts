import { callTo } from '../private/calls';
import { ask, heardAt, orgWith, play } from '../private/playing';

describe('Call Data and what is queued', () => {
  test('in sequence: it asks when the audio was heard', () => {
    const org = orgWith(500);
    callTo(org, { actions: [play('Welcome'), ask(), play('Thanks')] });
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['0.0 Welcome', '0.9 Thanks']);
  });

  test('in parallel: it asks while the audio plays, and the flow goes on when it has its answer', () => {
    const org = orgWith(100, { flush: 'parallel' });
    callTo(org, { actions: [play('Welcome'), ask(), play('Thanks')] });
    org.clock.runNow(() => org.requests.length > 0);
    expect(org.clock.now()).toBe(org.start);
    org.clock.runNow();
    // The answer came first; what is queued then is heard behind what still plays.
    expect(heardAt(org)).toEqual(['0.0 Welcome', '0.4 Thanks']);
  });
});

describe('the processing prompt of Call Data', () => {
  const settings = [
    'settingsActionDefaults: { callData: { processingPrompt: { lit: { name: PromptSystem.processing } } } }',
  ];

  test.each<[seconds: number, heard: readonly string[]]>([
    [0.5, []],
    [2, ['1000 ms']],
    [10, ['3000 ms']],
  ])('an answer after %s s: it is heard for %j', (seconds, heard) => {
    const org = orgWith(seconds * 1000);
    callTo(org, { settings, actions: [ask()] });
    org.clock.runNow();
    expect(org.events('audio.ended').map((event) => `${event.heard} ms`)).toEqual(heard);
    // It begins a second in, is played once, and holds nothing up.
    expect(org.events('audio.started').map(({ at }) => at - org.start)).toEqual(heard.map(() => 1_000));
    expect(org.seconds()).toBe(seconds);
  });

  test.each<[what: string, settings: readonly string[], own: string]>([
    ['the flow has none', [], ''],
    ['the action wants none', settings, ', processingPrompt: { noValueWithNoFallback: true }'],
  ])('it is silent where %s', (_, of, own) => {
    const org = orgWith(5_000);
    callTo(org, { settings: of, actions: [ask(own)] });
    org.clock.runNow();
    expect(org.heard()).toEqual([]);
  });

  test('only a recording is played', () => {
    const org = orgWith(5_000);
    org.put('prompt', { name: 'spoken', resources: [{ language: 'en-us', ttsString: 'One moment' }] });
    org.put('prompt', { name: 'recorded', resources: [{ language: 'en-us', text: 'Wait', durationSeconds: 2 }] });
    const own = (name: string): string => ask(`, processingPrompt: { lit: { name: Prompt.${name} } }`);
    callTo(org, { actions: [own('spoken'), own('recorded')] });
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['6.0 Wait']);
  });
});
