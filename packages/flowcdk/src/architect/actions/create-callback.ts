import { action, actionForm, type NodeOf } from '../action';
import { required, value } from '../forms';
import type { PhoneNumber } from '../types';
import { orNoValue, type Readable, type Value, valueNode } from '../values';
import { script, type ScriptCall, scriptCall } from './script';
import type { QueueTarget } from './transfer-to-acd';

export const createCallbackForm = actionForm({
  evidence: 'inferred',
  fields: {
    callbackNumber: required(value('phoneNumber')),
    calleeName: value('string'),
    queue: required(value('queue')),
    callbackScript: script,
  },
});

export type CreateCallbackAction = NodeOf<'createCallback', typeof createCallbackForm>;

/** The number for the callback, the queue that calls, and the script for its agent. */
export interface CreateCallbackOptions {
  readonly callbackNumber: Readable<PhoneNumber>;
  /** The queue whose agents call back. */
  readonly queue: QueueTarget;
  /** The name of the person to ask for. */
  readonly calleeName?: Value<string> | undefined;
  /** The script that the agent sees. */
  readonly callbackScript?: ScriptCall | undefined;
}

/**
 * Create Callback: an agent of the queue calls back. The caller may hang up. Inferred.
 *
 * @example
 * ```ts
 * createCallback('Call back', {
 *   callbackNumber,
 *   queue: orders,
 *   calleeName: customerName,
 *   callbackScript: { name: 'Callback', inputs: { customerId } },
 * })
 * ```
 * ```yaml
 * createCallback:
 *   name: Call back
 *   callbackNumber: { exp: Flow.callbackNumber }
 *   calleeName: { exp: Flow.customerName }
 *   queue: { lit: { name: Orders } }
 *   callbackScript: { Callback: { inputs: { customerId: { exp: Flow.customerId } } } }
 * ```
 */
export function createCallback(name: string, options: CreateCallbackOptions): CreateCallbackAction {
  return action(createCallback, 'createCallback', createCallbackForm, {
    name,
    callbackNumber: valueNode(options.callbackNumber),
    calleeName: orNoValue(options.calleeName),
    queue: valueNode(options.queue),
    callbackScript: options.callbackScript && scriptCall(options.callbackScript),
  });
}
