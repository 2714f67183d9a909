/** The results of audio functions: lists of parts that the caller hears in order. */
import { AudioValue, type AudioPart, ReferenceValue } from '../values';

export function speech(text: string, more: Partial<AudioPart> = {}): AudioValue {
  return new AudioValue([{ kind: 'speech', text, ...more }]);
}

/** The audio of NOT_SET: a silence of 0 ms. */
export const SILENCE = new AudioValue([{ kind: 'silence', text: '', milliseconds: 0 }]);

export function promptAudio(prompt: ReferenceValue): AudioValue {
  return new AudioValue([{ kind: 'prompt', text: prompt.name }]);
}

export function toAudio(value: AudioValue | ReferenceValue): AudioValue {
  return value instanceof ReferenceValue ? promptAudio(value) : value;
}

export function appendAudio(values: readonly (AudioValue | ReferenceValue | null)[]): AudioValue {
  return new AudioValue(values.flatMap((value) => (value === null ? [] : toAudio(value).parts)));
}
