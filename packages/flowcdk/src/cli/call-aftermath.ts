import { InvalidArgumentError, Option } from 'commander';
import type { CalleeBehaviour } from '../emulator/runtime/settings';

/** What becomes of the caller after the call. */
export interface AftermathOptions {
  /** From −100 to 100. */
  readonly sentiment?: number;
  /** What the caller does with the calls of callbacks, one after the other. */
  readonly calledBack?: readonly CalleeBehaviour[];
}

export const sentimentOption = (): Option =>
  new Option(
    '--sentiment <score>',
    'what the analysis of the call finds, from -100 to 100, ready as soon as the call is over',
  ).argParser(score);

export const calledBackOption = (): Option =>
  new Option(
    '--called-back <how>',
    'what the caller does when agents call back: answers, busy or no-answer; several for several calls',
  ).argParser(conducts);

const words: Readonly<Record<string, CalleeBehaviour>> = {
  answers: { answersAfter: 5_000 },
  busy: { busy: true },
  'no-answer': {},
};

function conducts(text: string): readonly CalleeBehaviour[] {
  return text.split(',').map((word) => {
    const conduct = Object.hasOwn(words, word.trim()) ? words[word.trim()] : undefined;
    if (conduct) return conduct;
    throw new InvalidArgumentError(
      'It has to be answers, busy or no-answer; with a comma for each further call: busy,answers.',
    );
  });
}

function score(text: string): number {
  const number = Number(text);
  if (/^-?\d+(\.\d+)?$/.test(text) && Math.abs(number) <= 100) return number;
  throw new InvalidArgumentError('It has to be a number from -100 to 100.');
}
