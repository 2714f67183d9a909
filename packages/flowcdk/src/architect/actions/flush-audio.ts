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
 * Flush Audio: the caller hears what is queued, then the flow goes on (what it does is documented, its form inferred).
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
