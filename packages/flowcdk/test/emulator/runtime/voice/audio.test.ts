import { livingOrg, type LivingOrgOptions } from '../private/living-org';
import { callTo, pass } from '../private/calls';

const play = (text: string): string => `- playAudio: { name: Say ${text}, audio: { tts: ${text} } }`;
const ask = (more = ''): string =>
  `- callData: { name: Ask, category: { Customers: { dataAction: { Find: { inputs: {}, successOutputs: {} } } } } ${more} }`;

/** What was heard, with the second at which it began. */
const heardAt = (org: ReturnType<typeof orgWith>): readonly string[] =>
  org.events('audio.started').map(({ at, text }) => `${((at - org.start) / 1000).toFixed(1)} ${text}`);

const orgWith = (after: number, settings: LivingOrgOptions['settings'] = {}) => {
  const org = livingOrg({ settings, dataActions: { 'Customers / Find': { after, outputs: {} } } });
  return Object.assign(org, { start: org.clock.now() });
};

test('Play Audio only queues; Flush Audio, and what listens or ends, lets it be heard', () => {
  const org = orgWith(0);
  callTo(org, {
    actions: [play('One'), play('Two'), '- flushAudio: { name: Now }', play('Three')],
  });
  const at = (name: string): number | undefined =>
    org.events('action.ended').find(({ action }) => action.endsWith(name))?.at;
  org.clock.runNow();
  expect(org.heard()).toEqual(['One', 'Two', 'Three']);
  expect(at('Say Two')).toBe(org.start);
  expect(at('Now')).toBe(org.events('audio.ended')[1]?.at);
});

test('AudioPlaybackOptions with flushNow plays now, behind what is queued', () => {
  const org = orgWith(0);
  callTo(org, {
    actions: [
      play('First'),
      '- playAudio: { name: Now, audio: { exp: \'AudioPlaybackOptions(ToAudioTTS("Second"), false, true)\' } }',
      ask(),
    ],
  });
  org.clock.runNow(() => org.asked.length > 0);
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
    org.clock.runNow(() => org.asked.length > 0);
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
    expect(org.events('audio.ended').map((one) => `${one.heard} ms`)).toEqual(heard);
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

describe('Hold Music', () => {
  const music = (style: string, more = ''): string =>
    `- holdMusic: { name: Wait, prompt: { lit: { name: Prompt.song } }, ${more} playStyle: { ${style} } }`;
  const withSong = () => {
    const org = orgWith(0);
    org.put('prompt', { name: 'song', resources: [{ language: 'en-us', text: 'La la', durationSeconds: 90 }] });
    return org;
  };

  test.each([
    ['the whole prompt', 'entirePrompt: true', 90],
    ['a duration', 'duration: { lit: { seconds: 20 } }', 20],
    ['a duration that is NOT_SET: a minute', 'duration: { noValue: true }', 60],
    ['no more than a quarter of an hour', 'duration: { lit: { minutes: 20 } }', 15 * 60],
  ])('%s', (_, style, seconds) => {
    const org = withSong();
    callTo(org, { actions: [music(style)] });
    org.clock.runNow();
    expect(org.events('audio.ended')).toMatchObject([{ text: 'La la', heard: seconds * 1000 }]);
    expect(org.events('audio.started')).toMatchObject([{ kind: 'music' }]);
  });

  test.each([
    [true, 3],
    [false, 20],
  ])('with barge-in %s a key after three seconds ends it after %s s', (enabled, seconds) => {
    const org = withSong();
    const call = callTo(org, {
      actions: [music('duration: { lit: { seconds: 20 } }', `bargeInEnabled: { lit: ${enabled} },`)],
    });
    pass(org, 3);
    call.press('1');
    org.clock.runNow();
    expect(org.events('audio.ended')).toMatchObject([{ heard: seconds * 1000 }]);
  });
});

describe('Set Language', () => {
  const prompts = [
    { language: 'en-us', text: 'Hello' },
    { language: 'fr-fr', text: 'Bonjour' },
  ];
  const languages = ['en-us', 'fr-fr'];

  test('what is queued from then on is in the other language; what was queued stays', () => {
    const org = orgWith(0);
    org.put('prompt', { name: 'hello', resources: prompts });
    callTo(org, {
      languages,
      variables: ['language'],
      actions: [
        '- playAudio: { name: A, audio: { prompt: Prompt.hello } }',
        '- setLanguage: { name: French, language: { lit: fr-FR } }',
        '- playAudio: { name: B, audio: { prompt: Prompt.hello } }',
        '- playAudio: { name: C, audio: { exp: ToAudioTTS(Call.Language) } }',
      ],
    });
    org.clock.runNow();
    expect(org.heard()).toEqual(['Hello', 'Bonjour', 'fr-fr']);
  });

  test('the next task that is entered lets be heard what is queued', () => {
    const org = orgWith(0);
    callTo(org, {
      languages,
      actions: [
        play('Before'),
        '- setLanguage: { name: French, language: { lit: fr-fr } }',
        '- jumpToTask: { name: Go, targetTaskRef: "/inboundCall/tasks/task[Then]" }',
      ],
      tasks: [
        '- task: { name: Then, refId: Then, actions: [{ setUUIData: { name: Here, uuiData: { lit: x } } }, { disconnect: { name: End } }] }',
      ],
    });
    org.clock.runNow(() => org.events('uuiData.set').length > 0);
    expect(org.heard()).toEqual(['Before']);
  });

  test('a language the flow does not have breaks the flow', () => {
    const org = orgWith(0);
    callTo(org, { languages, actions: ['- setLanguage: { name: German, language: { exp: \'"de-de"\' } }'] });
    org.clock.runNow();
    expect(org.events('flow.failed')).toMatchObject([
      { problem: expect.stringContaining("the language 'de-de' is none of the flow's; it has en-us, fr-fr") },
    ]);
  });
});

describe('silence', () => {
  const outputs = (name: string): string =>
    `outputs: { success: { actions: [{ playAudio: { name: Y, audio: { tts: ${name} } } }] }, timeout: { actions: [{ playAudio: { name: N, audio: { tts: Too late } } }] } }`;
  const detect = (more = ''): string => `- detectSilence: { name: Quiet, ${more} ${outputs('Quiet')} }`;
  const insist = (more = ''): string =>
    `- playAudioOnSilence: { name: Message, audio: { tts: We called you }, ${more} ${outputs('Done')} }`;

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

  test('Play Audio on Silence plays at once, and again after a silence when it was interrupted', () => {
    const org = orgWith(0);
    const call = callTo(org, { variables: [], actions: [insist('silenceDuration: { lit: { seconds: 2 } },')] });
    pass(org, 0.5);
    call.speak(1_000);
    org.clock.runNow();
    expect(heardAt(org)).toEqual(['0.0 We called you', '3.5 We called you', '4.6 Done']);
    expect(org.events('audio.ended')[0]).toMatchObject({ heard: 500, cutOffBy: 'voice' });
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

test('a caller who hangs up cuts off what plays; the rest of the flow does not happen', () => {
  const org = orgWith(0);
  const call = callTo(org, {
    actions: [play('One two three four five'), '- flushAudio: { name: Now }', play('Never')],
  });
  pass(org, 1);
  call.hangUp();
  org.clock.runNow();
  expect(org.events('audio.ended')).toMatchObject([{ heard: 1_000, cutOffBy: 'hangUp' }]);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'hangUp' }]);
});
