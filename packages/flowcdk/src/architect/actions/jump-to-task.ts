import { flowKinds } from '../../ground/flow-kinds';
import { action, actionForm, type NodeOf } from '../action';
import type { TaskNode } from '../containers';
import { containerReference, mapOf, required, value } from '../forms';
import { referenceTo, type Target } from '../references';

export const jumpToTaskForm = actionForm({
  evidence: 'seen',
  // A message flow refuses it (field reports).
  flows: flowKinds.filter((kind) => kind !== 'inboundShortMessage'),
  ends: 'always',
  fields: { targetTaskRef: required(containerReference), inputs: mapOf(value()) },
});

export type JumpToTaskAction = NodeOf<'jumpToTask', typeof jumpToTaskForm>;

/**
 * Jump to Task: goes on in a task and does not come back.
 *
 * @example
 * ```ts
 * jumpToTask('To the greeting', greet)
 * ```
 * ```yaml
 * jumpToTask: { name: To the greeting, targetTaskRef: "/workflow/tasks/task[Greet]" }
 * ```
 */
export const jumpToTask = (name: string, target: Target<TaskNode & { readonly kind: 'task' }>): JumpToTaskAction =>
  action(jumpToTask, 'jumpToTask', jumpToTaskForm, { name, targetTaskRef: referenceTo(target) });
