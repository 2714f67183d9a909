import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { required, value } from '../forms';
import { uuiDataModes, word } from '../words';
import { type Value, valueNode } from '../values';

export const setUUIDataForm = actionForm({
  evidence: 'inferred',
  flows: voiceFlows,
  fields: { uuiData: required(value('string')), mode: word(uuiDataModes) },
});

export type SetUUIDataAction = NodeOf<'setUUIData', typeof setUUIDataForm>;

/**
 * Set UUI Data: sets the user-to-user information that leaves with the call. Inferred.
 *
 * @example
 * ```ts
 * setUUIData('Tell them', customerId, { mode: 'disconnect' })
 * ```
 * ```yaml
 * setUUIData: { name: Tell them, uuiData: { exp: Flow.customerId }, mode: disconnect }
 * ```
 */
export function setUUIData(
  name: string,
  uuiData: Value<string>,
  options: {
    /** The moment when the information leaves. @default 'transfer' */
    readonly mode?: 'transfer' | 'disconnect' | undefined;
  } = {},
): SetUUIDataAction {
  return action(setUUIData, 'setUUIData', setUUIDataForm, {
    name,
    uuiData: valueNode(uuiData),
    mode: options.mode ?? 'transfer',
  });
}
