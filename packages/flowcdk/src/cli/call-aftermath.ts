import type { Option } from 'commander';
import { calledBackOption as calledBack } from '../application/called-back';
import { sentimentOption as sentiment } from '../application/sentiment';
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
  asOption({ ...sentiment, description: `${sentiment.description}, ready as soon as the call is over` });

export const calledBackOption = (): Option =>
  asOption({ ...calledBack, read: (text) => calledBack.read(text).map(calleeOf) });
