import { AudioValue, ReferenceValue, type Value } from '../../../architect/expressions';
import { FlowProblem } from '../flow/flow-problem';

/** Something that the caller hears without a pause. */
export interface Utterance {
  readonly kind: 'speech' | 'prompt' | 'silence' | 'music';
  /** The words, as a person who hears them would write them down. */
  readonly text: string;
  /** How long it lasts if nothing cuts it off. */
  readonly milliseconds: number;
  /** Whether a key cuts it off; undefined if the audio does not say. */
  readonly bargeIn?: boolean;
}

/** Gives the text of a prompt in a language, and the duration of a recording. */
export type PromptSpeech = (
  name: string,
  language: string,
) => { readonly text: string; readonly milliseconds?: number };

/** Words per minute by language tag or by its first part. `default` is for other languages. */
export type SpeakingRates = Readonly<Record<string, number>> & { readonly default: number };

/** Rates of unhurried announcements, as telephone systems speak (assumed). */
export const speakingRates: SpeakingRates = { default: 160, en: 165, fr: 175, de: 140, es: 180, it: 170, nl: 155 };

export interface Speaking {
  readonly rates: SpeakingRates;
  readonly prompt: PromptSpeech;
  readonly language: string;
}

/** The last utterance of an audio value. It is cached, because a flow says the same to one caller as to the next. */
interface Heard extends Pick<Speaking, 'language' | 'rates'> {
  readonly utterance: Utterance | undefined;
}

const heard = new WeakMap<AudioValue, Heard>();

/** Audio as the caller hears it. The parts of a value become one utterance. Undefined if there is nothing to hear. */
export function utteranceOf(value: Value, speaking: Speaking): Utterance | undefined {
  if (value === null) return undefined;
  const audio = value instanceof ReferenceValue ? new AudioValue([{ kind: 'prompt', text: value.name }]) : value;
  if (!(audio instanceof AudioValue)) throw new FlowProblem('what is to be played is no audio');
  // The text of a prompt may change.
  if (audio.parts.some(({ kind }) => kind === 'prompt')) return read(audio, speaking);
  const { language, rates } = speaking;
  const before = heard.get(audio);
  if (before?.language === language && before.rates === rates) return before.utterance;
  const utterance = read(audio, speaking);
  heard.set(audio, { language, rates, utterance });
  return utterance;
}

function read(audio: AudioValue, speaking: Speaking): Utterance | undefined {
  const texts: string[] = [];
  let milliseconds = 0;
  for (const part of audio.parts) {
    const said =
      part.kind === 'prompt' ? speaking.prompt(part.text, part.language ?? speaking.language) : { text: part.text };
    if (said.text !== '') texts.push(said.text);
    const known = part.kind === 'prompt' ? (said as ReturnType<PromptSpeech>).milliseconds : part.milliseconds;
    milliseconds += known ?? spoken(said.text, speaking.rates, part.language ?? speaking.language, part.format);
  }
  const only = audio.parts[0];
  const kind =
    texts.length === 0 ? 'silence' : audio.parts.length === 1 && only?.kind === 'prompt' ? 'prompt' : 'speech';
  if (milliseconds === 0 && texts.length === 0) return undefined;
  return {
    kind,
    text: texts.join(' ').replace(/\s+/g, ' ').trim(),
    milliseconds: Math.round(milliseconds),
    ...(audio.bargeIn === null ? {} : { bargeIn: audio.bargeIn }),
  };
}

/** Milliseconds that a text takes. A digit or letter that is read by itself takes as long as a word. */
function spoken(text: string, rates: SpeakingRates, language: string, format?: string): number {
  const rate = rates[language.toLowerCase()] ?? rates[language.toLowerCase().split('-')[0] ?? ''] ?? rates.default;
  const words = format?.toLowerCase().endsWith('playchars')
    ? text.replace(/\s/g, '').length
    : (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []).reduce((sum, word) => sum + wordsIn(word), 0);
  return (words * 60_000) / rate;
}

/** How many words a word counts for. A number is read digit by digit or as several words. */
const wordsIn = (word: string): number => (/^\d+$/.test(word) ? Math.min(word.length, 8) : 1);
