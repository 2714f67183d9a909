import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';

export const flushAudioForm = actionForm({
  evidence: 'inferred',
  flows: voiceFlows,
  flushesAudio: true,
  takesTime: true,
  fields: {},
});

export type FlushAudioAction = NodeOf<'flushAudio', typeof flushAudioForm>;

/**
 * Flush Audio: plays the queued audio to the caller, then the flow goes on (its effect is documented, its form is
 * inferred).
 *
 * @example
 * ```ts
 * flushAudio()
 * ```
 * ```yaml
 * flushAudio: { name: Flush Audio }
 * ```
 */
export const flushAudio = (name = 'Flush Audio'): FlushAudioAction =>
  action(flushAudio, 'flushAudio', flushAudioForm, { name });
