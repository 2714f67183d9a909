import { InvalidArgumentError, Option } from 'commander';
import { calledBackOption as calledBack } from '../application/called-back';
import type { CalleeBehaviour } from '../emulator/runtime/settings';
import { calleeOf } from '../testing/org-settings';
import { asOption } from './story-option';

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
  asOption({ ...calledBack, read: (text) => calledBack.read(text).map(calleeOf) });

function score(text: string): number {
  const number = Number(text);
  if (/^-?\d+(\.\d+)?$/.test(text) && Math.abs(number) <= 100) return number;
  throw new InvalidArgumentError('It has to be a number from -100 to 100.');
}
