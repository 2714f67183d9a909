import { action, actionForm, type NodeOf } from '../action';

export const exitWorkitemFlowForm = actionForm({ evidence: 'seen', flows: ['workitem'], ends: 'always', fields: {} });

export type ExitWorkitemFlowAction = NodeOf<'exitWorkitemFlow', typeof exitWorkitemFlowForm>;

/**
 * Exit Workitem Flow: the flow has done what the event asked for.
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
