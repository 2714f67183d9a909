import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { audio, required } from '../forms';
import { audioNode, type AudioValue } from '../values';

export const playAudioForm = actionForm({
  evidence: 'seen',
  flows: voiceFlows,
  fields: { audio: required(audio) },
});

export type PlayAudioAction = NodeOf<'playAudio', typeof playAudioForm>;

/**
 * Play Audio: queues audio and goes on at once. The caller hears it at the next action that flushes the queue: a menu,
 * Collect Input, Call Data, a transfer, Disconnect … (documented).
 *
 * @example
 * ```ts
 * playAudio('Welcome', prompt(welcome))
 * ```
 * ```yaml
 * playAudio: { name: Welcome, audio: { prompt: Prompt.welcome } }
 * ```
 */
export const playAudio = (name: string, what: AudioValue): PlayAudioAction =>
  action(playAudio, 'playAudio', playAudioForm, { name, audio: audioNode(what) });
