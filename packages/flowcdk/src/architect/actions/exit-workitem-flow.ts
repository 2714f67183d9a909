import { action, actionForm, type NodeOf } from '../action';

export const exitWorkitemFlowForm = actionForm({ evidence: 'seen', flows: ['workitem'], ends: 'always', fields: {} });

export type ExitWorkitemFlowAction = NodeOf<'exitWorkitemFlow', typeof exitWorkitemFlowForm>;

/**
 * Exit Workitem Flow: ends the flow for the present event of the workitem.
 *
 * @example
 * ```ts
 * exitWorkitemFlow()
 * ```
 * ```yaml
 * exitWorkitemFlow: { name: Exit Workitem Flow }
 * ```
 */
export const exitWorkitemFlow = (name = 'Exit Workitem Flow'): ExitWorkitemFlowAction =>
  action(exitWorkitemFlow, 'exitWorkitemFlow', exitWorkitemFlowForm, { name });
