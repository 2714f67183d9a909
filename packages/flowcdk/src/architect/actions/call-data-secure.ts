import { action, actionForm, type NodeOf } from '../action';
import type { CallableDataAction } from '../data-action-contract';
import type { Declarations } from '../types';
import { callDataFields, type CallDataOptions, callDataValues } from './call-data';

export const callDataSecureForm = actionForm({
  evidence: 'inferred',
  flows: ['secureCall'],
  flushesAudio: true,
  takesTime: true,
  fields: callDataFields,
});

export type CallDataSecureAction = NodeOf<'callDataSecure', typeof callDataSecureForm>;

/**
 * Call Secure Data Action: runs a secure data action and goes on by its result, as `callData` does. Only secure call
 * flows have it. Its form is inferred.
 *
 * @example
 * ```ts
 * callDataSecure('Charge the card', chargeCard, { inputs: { card: '4111' }, onFailure: [disconnect()] });
 * ```
 */
export function callDataSecure<In extends Declarations, Out extends Declarations>(
  name: string,
  dataAction: CallableDataAction<In, Out> & { readonly secure: true },
  options: CallDataOptions<In, Out>,
): CallDataSecureAction {
  return action(callDataSecure, 'callDataSecure', callDataSecureForm, callDataValues(name, dataAction, options));
}
