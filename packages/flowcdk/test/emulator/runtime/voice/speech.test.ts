import { AudioValue, ReferenceValue, type AudioPart } from '../../../../src/architect/expressions';
import { type Speaking, utteranceOf } from '../../../../src/emulator/runtime/voice/speech';

const speakingIn = (language: string, recorded?: number): Speaking => ({
  rates: { default: 60, en: 120, 'en-gb': 240 },
  prompt: (name) => ({
    text: name === 'Prompt.silent' ? '' : `the prompt ${name}`,
    ...(recorded === undefined ? {} : { milliseconds: recorded }),
  }),
  language,
});

const said = (text: string, more: Partial<AudioPart> = {}): AudioPart => ({ kind: 'speech', text, ...more });
const heardIn = (language: string, ...parts: readonly AudioPart[]) =>
  utteranceOf(new AudioValue(parts), speakingIn(language));
const secondsOf = (...parts: readonly AudioPart[]): number => (heardIn('ja-jp', ...parts)?.milliseconds ?? NaN) / 1000;

describe('a text lasts', () => {
  test.each([
    ['the language', 'en-gb', 1],
    ['the language, in any case', 'EN-GB', 1],
    ['the first part of the language', 'en-us', 2],
    ['the first part, in any case', 'EN-US', 2],
    ['any language', 'ja-jp', 4],
  ])('as long as its words take at the rate of %s', (_, language, seconds) => {
    expect(heardIn(language, said('one two three four'))?.milliseconds).toBe(seconds * 1000);
    expect(heardIn('ja-jp', said('one two three four', { language }))?.milliseconds).toBe(seconds * 1000);
  });

  test.each([
    ['words with an apostrophe or a hyphen', 'it’s a well-known fact', 4],
    ['signs, which nobody reads', 'well … yes!', 2],
    ['a number, read digit by digit', '112', 3],
    ['a long number, read as several words', '123456789012', 8],
    ['digits within a word', 'A380', 1],
  ])('a second a word here: %s', (_, text, seconds) => {
    expect(secondsOf(said(text))).toBe(seconds);
  });

  test.each(['Format.String.playChars', 'Format.String.PlayChars'])(
    'as long as so many words where it is read sign by sign: %s',
    (format) => {
      expect(secondsOf(said('AB 12', { format }))).toBe(4);
    },
  );

  test('a minute where it has as many words as the language has in a minute', () => {
    expect(secondsOf(said('word '.repeat(60)))).toBe(60);
  });

  test('as long as all of its parts together', () => {
    expect(secondsOf(said('one'), { kind: 'silence', text: '', milliseconds: 500 }, said('two'))).toBe(2.5);
  });
});

describe('what is heard', () => {
  const prompt = (name: string): AudioPart => ({ kind: 'prompt', text: name });
  const silence: AudioPart = { kind: 'silence', text: '', milliseconds: 500 };

  test.each<[what: string, parts: readonly AudioPart[], heard: object | undefined]>([
    ['nothing', [], undefined],
    ['nothing', [said('')], undefined],
    ['a text without words', [said('…')], { kind: 'speech', text: '…', milliseconds: 0 }],
    ['silence', [silence], { kind: 'silence', text: '', milliseconds: 500 }],
    ['speech', [said('one')], { kind: 'speech', text: 'one', milliseconds: 1_000 }],
    ['a prompt', [prompt('P')], { kind: 'prompt', text: 'the prompt P', milliseconds: 3_000 }],
    [
      'speech, where a prompt is one part',
      [prompt('P'), said('one')],
      { kind: 'speech', text: 'the prompt P one', milliseconds: 4_000 },
    ],
  ])('is %s', (_, parts, heard) => {
    expect(heardIn('ja-jp', ...parts)).toEqual(heard);
  });

  test('is a recording for as long as it lasts, even one without a text', () => {
    const recorded = (name: string) =>
      utteranceOf(new ReferenceValue('prompt', 'p1', name), speakingIn('ja-jp', 1_500));
    expect(recorded('Prompt.welcome')).toEqual({
      kind: 'prompt',
      text: 'the prompt Prompt.welcome',
      milliseconds: 1_500,
    });
    expect(recorded('Prompt.silent')).toEqual({ kind: 'silence', text: '', milliseconds: 1_500 });
  });

  test('is never what is no audio', () => {
    expect(() => utteranceOf('text', speakingIn('en-us'))).toThrow('what is to be played is no audio');
  });
});

describe('the same audio value', () => {
  test('has another duration in another language, and the first one again in the first', () => {
    const audio = new AudioValue([said('one two')]);
    const durations = ['en-us', 'ja-jp', 'en-us'].map(
      (language) => utteranceOf(audio, speakingIn(language))?.milliseconds,
    );
    expect(durations).toEqual([1_000, 2_000, 1_000]);
  });

  test('has another duration where the rates are others', () => {
    const audio = new AudioValue([said('one two')]);
    const fast: Speaking = { ...speakingIn('en-us'), rates: { default: 600 } };
    const durations = [speakingIn('en-us'), fast].map((speaking) => utteranceOf(audio, speaking)?.milliseconds);
    expect(durations).toEqual([1_000, 200]);
  });

  test.each<[what: string, more: readonly AudioPart[], texts: readonly string[]]>([
    ['alone', [], ['Hello', 'Good evening']],
    ['before a text', [said('one')], ['Hello one', 'Good evening one']],
  ])('says what its prompt says by now: %s', (_, more, texts) => {
    const audio = new AudioValue([{ kind: 'prompt', text: 'Prompt.welcome' }, ...more]);
    const speaking = speakingIn('en-us');
    const heard = ['Hello', 'Good evening'].map(
      (text) => utteranceOf(audio, { ...speaking, prompt: () => ({ text }) })?.text,
    );
    expect(heard).toEqual(texts);
  });
});
