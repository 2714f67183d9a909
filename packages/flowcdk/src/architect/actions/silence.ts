import { paths, value } from '../forms';
import type { Duration } from '../types';
import { orNoValue, type Value } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';

/** The fields that `playAudioOnSilence` and `detectSilence` share. */
export const silenceFields = {
  silenceDuration: value('duration'),
  timeout: value('duration'),
  outputs: paths('success', 'timeout'),
};

export interface SilenceOptions {
  /** The required duration of silence. */
  readonly silenceDuration?: Value<Duration> | undefined;
  /** The longest duration of the whole action. @default the flow's setting, 40 s */
  readonly timeout?: Value<Duration> | undefined;
  readonly onSuccess?: Actions | undefined;
  readonly onTimeout?: Actions | undefined;
}

/** The values of `silenceFields`. */
export const silenceValues = (options: SilenceOptions): { readonly [field: string]: unknown } => ({
  silenceDuration: orNoValue(options.silenceDuration),
  timeout: orNoValue(options.timeout),
  outputs: pathsOf({ success: branchOf(options.onSuccess), timeout: branchOf(options.onTimeout) }),
});
