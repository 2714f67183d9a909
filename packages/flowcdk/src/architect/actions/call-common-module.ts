import { action, actionForm, type NodeOf } from '../action';
import { required } from '../forms';
import type { Declarations } from '../types';
import { type CallableFlow, flowCall, flowCallOf, type FlowCallOptions } from './flow-call';

export const callCommonModuleForm = actionForm({ evidence: 'seen', fields: { commonModule: required(flowCall) } });

export type CallCommonModuleAction = NodeOf<'callCommonModule', typeof callCommonModuleForm>;

/**
 * Call Common Module: runs a common module and comes back with its outputs. The module is given as its definition. A
 * module that the organisation already has is declared by its inputs and outputs:
 * `{ definition: 'flow', name: 'Resolve contact', existing: true, inputs: { … }, outputs: { … } }`.
 *
 * @example
 * ```ts
 * callCommonModule('Who is it?', resolveContact, { inputs: { email }, outputs: { contactId } })
 * ```
 * ```yaml
 * callCommonModule:
 *   name: Who is it?
 *   commonModule:
 *     Resolve contact:
 *       ver_latestPublished:
 *         inputs: { Common.email: { exp: Flow.email } }
 *         outputs: { Common.contactId: { var: Flow.contactId } }
 * ```
 */
export function callCommonModule<In extends Declarations, Out extends Declarations>(
  name: string,
  module: CallableFlow<In, Out>,
  options: FlowCallOptions<In, Out>,
): CallCommonModuleAction {
  return action(callCommonModule, 'callCommonModule', callCommonModuleForm, {
    name,
    commonModule: flowCallOf(module, options, 'Common.'),
  });
}
