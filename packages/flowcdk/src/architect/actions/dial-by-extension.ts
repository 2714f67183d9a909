import { action, actionForm, type NodeOf } from '../action';
import { value } from '../forms';
import type { Duration } from '../types';
import { orNoValue, type Value } from '../values';

export const dialByExtensionForm = actionForm({
  evidence: 'inferred',
  flows: ['inboundCall', 'outboundCall', 'secureCall'],
  flushesAudio: true,
  takesTime: true,
  fields: { interDigitTimeout: value('duration') },
});

export type DialByExtensionAction = NodeOf<'dialByExtension', typeof dialByExtensionForm>;

/**
 * Dial by Extension: reads the digits of an extension and rings its user. The flow goes on where nobody answers
 * (inferred from the menu choice of that name).
 *
 * @example
 * ```ts
 * dialByExtension('Which extension?', { interDigitTimeout: seconds(4) })
 * ```
 * ```yaml
 * dialByExtension:
 *   name: Which extension?
 *   interDigitTimeout: { lit: { seconds: 4 } }
 * ```
 */
export function dialByExtension(
  name: string,
  options: {
    /** The longest pause between two digits. @default the flow's setting, else 6 s */
    readonly interDigitTimeout?: Value<Duration> | undefined;
  } = {},
): DialByExtensionAction {
  return action(dialByExtension, 'dialByExtension', dialByExtensionForm, {
    name,
    interDigitTimeout: orNoValue(options.interDigitTimeout),
  });
}
