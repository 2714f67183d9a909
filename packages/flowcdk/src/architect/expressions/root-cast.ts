/**
 * The only implicit conversion: a whole expression is wrapped in the cast to the type of its field (documented).
 * Arguments are never converted.
 */
import { castTo } from './cast-to';
import { type Overload } from './declaration';
import { functionNamed } from './functions';
import { type FunctionDeclaration } from './declaration';
import { resolveActual } from './overloads';
import { type Kind, type Type } from './types';

const audioOf: Readonly<Partial<Record<Kind, string>>> = {
  string: 'ToAudioTTS',
  boolean: 'ToAudioBool',
  integer: 'ToAudioNumber',
  decimal: 'ToAudioNumber',
  dateTime: 'ToAudioDateTime',
  duration: 'ToAudioDuration',
  currency: 'ToAudioCurrency',
  phoneNumber: 'ToAudioPhoneNumber',
  prompt: 'ToAudio',
};

export interface Cast {
  readonly declared: FunctionDeclaration;
  readonly overload: Overload;
}

/** Whether a value of the first type fits the second type without a conversion. */
export function isAlready(from: Type, expected: Type): boolean {
  if (from === expected || expected.kind === 'any') return true;
  if (from.kind === 'notSet') return true;
  if (expected.kind === 'audioOrPrompt') return from.kind === 'audio' || from.kind === 'prompt';
  return from.kind === 'any' && from.collection && expected.collection;
}

/** The cast from a type to another. `undefined` where there is none. Collections are not converted. */
export function castBetween(from: Type, expected: Type): Cast | undefined {
  if (expected.collection || from.collection) return undefined;
  const name = expected.kind === 'audio' ? audioOf[from.kind] : castTo[expected.kind];
  const declared = name === undefined ? undefined : functionNamed(name);
  if (declared === undefined) return undefined;
  const overload = resolveActual(declared, [from]);
  return overload === undefined ? undefined : { declared, overload };
}
