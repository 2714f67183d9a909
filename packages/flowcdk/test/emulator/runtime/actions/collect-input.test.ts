import { callTo, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';

/** The caller hears the digits, or that there are none; the end of an action. */
const saysWhatCame = `outputs: {
              success: { actions: [{ playAudio: { name: Say, audio: { exp: ToAudioTTS(Flow.digits) } } }] },
              failure: { actions: [{ playAudio: { name: Say, audio: { tts: Nothing } } }] } } }`;

interface Question {
  readonly digits: string;
  readonly more?: string;
  readonly settings?: readonly string[];
  readonly before?: readonly string[];
}

/** A flow that asks for digits and says what it got. */
function asking({ digits, more = '', settings = [], before = [] }: Question) {
  const org = livingOrg();
  const call = callTo(org, {
    variables: ['digits'],
    settings,
    actions: [
      ...before,
      `- collectInput: { name: Ask, inputData: { var: Flow.digits }, digits: { ${digits} }, inputAudio: { tts: Your number? }, ${more} verificationType: none, ` +
        saysWhatCame,
    ],
  });
  return { org, call };
}

/** What the flow got when the caller typed at once: `undefined` where it took its failure path. */
function typed(question: Question, keys: string): string | undefined {
  const { org, call } = asking(question);
  call.press(keys);
  org.clock.runNow();
  const said = org.heard().at(-1);
  return said === 'Nothing' ? undefined : said;
}

const star = 'acceptJustStar: { lit: true },';

const pound = 'acceptJustPound: { lit: true },';

const hash = 'range: { min: 2, max: 4, terminatingDtmf: "digit_#" }';
const starred = hash.replace('#', '*');

test.each<[digits: string, keys: string, result: string | undefined, more?: string]>([
  ['exact: 4', '1234', '1234'],
  ['exact: 4', '123', undefined],
  ['exact: 4', '', undefined],
  ['exact: 1', '0', '0'],
  ['range: { min: 2, max: 4 }', '1', undefined],
  ['range: { min: 2, max: 4 }', '12', '12'],
  ['range: { min: 2, max: 4 }', '1234', '1234'],
  [hash, '12#', '12'],
  [hash, '1#', undefined],
  [hash, '12#', '12#', 'includeTerminatingDtmfInResultData: true,'],
  [hash, '1#', undefined, 'includeTerminatingDtmfInResultData: true,'],
  // It is full before the key that would have ended it.
  [hash, '1234#', '1234', 'includeTerminatingDtmfInResultData: true,'],
  // One of the two ends the input: the other one spoils it.
  [hash, '1*2#', undefined],
  [starred, '12*', '12'],
  [starred, '1#2*', undefined],
  // Without an end of its own the input may have any number of digits, at most 40.
  ['range: { terminatingDtmf: "digit_#" }', '1#', '1'],
  ['range: { terminatingDtmf: "digit_#" }', '7'.repeat(45), '7'.repeat(40)],
  ['exact: 1', '*', undefined],
  ['exact: 1', '*', '*', star],
  ['exact: 1', '#', undefined, star],
  ['exact: 1', '#', '#', pound],
  // A lone star is an answer however many digits are asked for.
  ['exact: 4', '*', '*', star],
  ['exact: 4', '*', undefined, pound],
  // The key that ends the input, and nothing before it.
  [hash, '#', undefined],
  [hash, '#', '#', pound],
])('%s and the keys %j give %j %s', (digits, keys, result, more = '') => {
  expect(typed({ digits, more }, keys)).toBe(result);
});

test('timers start when the question was heard; the first key may take five seconds, the next ones three', () => {
  const { org, call } = asking({ digits: 'exact: 3' });
  org.clock.runNow(() => org.events('input.awaited').length > 0);
  const begun = org.seconds();
  expect(begun).toBeGreaterThan(0.5);
  pass(org, 4.9);
  call.press('1');
  pass(org, 2.9);
  call.press('2');
  org.clock.runNow(() => org.events('input.taken').length > 0);
  expect(org.events('input.taken')).toMatchObject([{ digits: '12', complete: false }]);
  expect(org.seconds() - begun).toBeCloseTo(4.9 + 2.9 + 3);
});

test.each<[what: string, more: string, settings: readonly string[], seconds: number]>([
  ['nothing is said: five seconds', '', [], 5],
  ['the flow says', '', ['settingsActionDefaults: { collectInput: { noEntryTimeout: { lit: { seconds: 8 } } } }'], 8],
  [
    'the action says, before the flow',
    'noEntryTimeout: { lit: { seconds: 12 } },',
    ['settingsActionDefaults: { collectInput: { noEntryTimeout: { lit: { seconds: 8 } } } }'],
    12,
  ],
  [
    'less than a second is a second',
    'noEntryTimeout: { exp: "If(Flow.IsTest, MakeDuration(0, 0, 0, 2), MakeDuration(0, 0, 0, 0, 1))" },',
    [],
    1,
  ],
  [
    'more than 99 seconds are 99',
    'noEntryTimeout: { exp: "If(Flow.IsTest, MakeDuration(0, 0, 0, 2), MakeDuration(0, 0, 5, 0))" },',
    [],
    99,
  ],
])('the time for the first key: %s', (_, more, settings, seconds) => {
  const { org } = asking({ digits: 'exact: 1', more, settings });
  org.clock.runNow();
  expect(org.events('input.awaited')).toMatchObject([{ atMost: seconds * 1000 }]);
});

test('a key cuts the question off, but not audio that does not want to be', () => {
  const { org, call } = asking({
    digits: 'exact: 1',
    before: [
      '- playAudio: { name: Important, audio: { exp: \'AudioPlaybackOptions(ToAudioTTS("Hear this"), false)\' } }',
    ],
  });
  call.press('1');
  org.clock.runNow();
  // The question is behind what was not cut off, and the key is there already: it is not even begun.
  expect(org.events('audio.ended')).toMatchObject([{ text: 'Hear this' }, { text: '1' }]);
  expect(org.events('audio.ended')[0]).not.toHaveProperty('cutOffBy');
});

test('what is typed too much is for what listens next', () => {
  const org = livingOrg();
  const ask = (name: string): string =>
    `- collectInput: { name: ${name}, inputData: { var: Flow.${name} }, digits: { exact: 2 }, inputAudio: { tts: "${name}?" }, verificationType: none }`;
  const call = callTo(org, {
    variables: ['a', 'b'],
    actions: [
      ask('a'),
      ask('b'),
      '- playAudio: { name: Say, audio: { exp: \'ToAudioTTS(Append(Flow.a, " then ", Flow.b))\' } }',
    ],
  });
  call.press('1234');
  org.clock.runNow();
  expect(org.heard().at(-1)).toBe('12 then 34');
});

describe('verification', () => {
  const verifying = (verificationType: string) => {
    const org = livingOrg();
    const call = callTo(org, {
      variables: ['digits'],
      actions: [
        `- collectInput: { name: Ask, inputData: { var: Flow.digits }, digits: { exact: 3 }, inputAudio: { tts: Number? }, verificationType: ${verificationType}, ` +
          saysWhatCame,
      ],
    });
    return { org, call };
  };

  test.each([
    ['individualDigits', 'You entered 1 2 3 To confirm, press 1. To enter it again, press 2.'],
    ['numeric', 'You entered 123 To confirm, press 1. To enter it again, press 2.'],
  ])('%s reads back: %s', (kind, text) => {
    const { org, call } = verifying(kind);
    call.press('123');
    pass(org, 15);
    call.press('1');
    org.clock.runNow();
    expect(org.heard()).toContain(text);
    expect(org.heard().at(-1)).toBe('123');
    // The log tells of every question that waits for a key.
    const questions = org.heard().filter((heard) => heard === 'Number?' || heard === text);
    expect(org.events('input.awaited')).toHaveLength(questions.length);
  });

  test('the caller may enter it again', () => {
    const { org, call } = verifying('individualDigits');
    call.press('1232');
    pass(org, 1);
    call.press('4561');
    org.clock.runNow();
    expect(org.heard().filter((text) => text === 'Number?')).toHaveLength(2);
    expect(org.heard().at(-1)).toBe('456');
  });

  test('three questions without an answer are a failure', () => {
    const { org, call } = verifying('individualDigits');
    call.press('123');
    org.clock.runNow();
    expect(org.heard().filter((text) => text.startsWith('You entered'))).toHaveLength(3);
    expect(org.heard().at(-1)).toBe('Nothing');
  });
});

test.each([
  ['inboundCall', '4111'],
  ['secureCall', '***'],
] as const)('a flow of kind %s logs what is typed as %s', (kind, logged) => {
  const org = livingOrg({ settings: { logVariables: true } });
  const call = callTo(org, {
    kind,
    variables: ['digits'],
    actions: [
      '- collectInput: { name: Ask, inputData: { var: Flow.digits }, digits: { exact: 4 }, inputAudio: { tts: Your card? }, verificationType: none }',
    ],
  });
  call.press('4111');
  org.clock.runNow();

  expect(org.events('digits.pressed')[0]?.digits).toBe(logged);
  expect(org.events('input.taken')[0]).toMatchObject({ digits: logged, complete: true });
  expect(org.events('variable.set').find(({ variable }) => variable === 'Flow.digits')?.value).toBe(logged);
});
