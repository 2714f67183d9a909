import { action, actionForm, type NodeOf } from '../action';
import { required } from '../forms';
import { script, type ScriptCall, scriptCall } from './script';

export const setScreenPopForm = actionForm({ evidence: 'inferred', fields: { screenPopScript: required(script) } });

export type SetScreenPopAction = NodeOf<'setScreenPop', typeof setScreenPopForm>;

/**
 * Set Screen Pop: sets the script that the agent sees with the conversation, and its inputs. Inferred.
 *
 * @example
 * ```ts
 * setScreenPop('Show the customer', { name: 'Support', inputs: { customerId } })
 * ```
 * ```yaml
 * setScreenPop:
 *   name: Show the customer
 *   screenPopScript: { Support: { inputs: { customerId: { exp: Flow.customerId } } } }
 * ```
 */
export const setScreenPop = (name: string, screenPopScript: ScriptCall): SetScreenPopAction =>
  action(setScreenPop, 'setScreenPop', setScreenPopForm, { name, screenPopScript: scriptCall(screenPopScript) });
