import { action, actionForm, type NodeOf } from '../action';

export const disconnectForm = actionForm({ evidence: 'seen', ends: 'always', flushesAudio: true, fields: {} });

export type DisconnectAction = NodeOf<'disconnect', typeof disconnectForm>;

/**
 * Disconnect: plays the queued audio, then ends the interaction.
 *
 * @example
 * ```ts
 * disconnect()
 * ```
 * ```yaml
 * disconnect: { name: Disconnect }
 * ```
 */
export const disconnect = (name = 'Disconnect'): DisconnectAction =>
  action(disconnect, 'disconnect', disconnectForm, { name });
