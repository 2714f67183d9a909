import { action, actionForm, type NodeOf } from '../action';
import { value } from '../forms';
import { type NoValue, noValue, type Readable, valueNode } from '../values';

export const endWorkflowForm = actionForm({
  evidence: 'seen',
  flows: ['workflow'],
  ends: 'always',
  fields: { exitReason: value('string') },
});

export type EndWorkflowAction = NodeOf<'endWorkflow', typeof endWorkflowForm>;

/**
 * End Workflow: ends the workflow. The reason is free text in the execution data (`completionReason`), not a status.
 *
 * @example
 * ```ts
 * endWorkflow()
 * ```
 * ```yaml
 * endWorkflow: { name: End Workflow, exitReason: { noValue: true } }
 * ```
 */
export function endWorkflow(
  name = 'End Workflow',
  exitReason: string | Readable<string> | NoValue = noValue,
): EndWorkflowAction {
  return action(endWorkflow, 'endWorkflow', endWorkflowForm, { name, exitReason: valueNode(exitReason) });
}
