import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { silenceFields, type SilenceOptions, silenceValues } from './silence';

export const detectSilenceForm = actionForm({
  evidence: 'inferred',
  flows: voiceFlows,
  flushesAudio: true,
  takesTime: true,
  fields: silenceFields,
});

export type DetectSilenceAction = NodeOf<'detectSilence', typeof detectSilenceForm>;

/**
 * Detect Silence: plays the queued audio, then waits for silence. Inferred.
 *
 * @example
 * ```ts
 * detectSilence('Quiet?', { timeout: seconds(10), onSuccess: [loopExit()] })
 * ```
 * ```yaml
 * detectSilence:
 *   name: Quiet?
 *   silenceDuration: { noValue: true }
 *   timeout: { lit: { seconds: 10 } }
 *   outputs: { success: { actions: [{ loopExit: { name: Exit Loop } }] } }
 * ```
 */
export const detectSilence = (name: string, options: SilenceOptions = {}): DetectSilenceAction =>
  action(detectSilence, 'detectSilence', detectSilenceForm, { name, ...silenceValues(options) });
