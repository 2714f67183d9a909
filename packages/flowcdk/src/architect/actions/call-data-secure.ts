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

/** Call Secure Data Action: `callData` with a secure data action, in a secure call flow (form inferred). */
export function callDataSecure<In extends Declarations, Out extends Declarations>(
  name: string,
  dataAction: CallableDataAction<In, Out> & { readonly secure: true },
  options: CallDataOptions<In, Out>,
): CallDataSecureAction {
  return action(callDataSecure, 'callDataSecure', callDataSecureForm, callDataValues(name, dataAction, options));
}
