import { action, actionForm, type NodeOf } from '../action';
import type { TaskNode } from '../containers';
import { referenceTo, type Target } from '../references';
import { containerReference, required } from '../forms';

export const callTaskForm = actionForm({ evidence: 'seen', fields: { targetTaskRef: required(containerReference) } });

export type CallTaskAction = NodeOf<'callTask', typeof callTaskForm>;

/** Call Task: runs a task and comes back. */
export const callTask = (name: string, target: Target<TaskNode & { readonly kind: 'task' }>): CallTaskAction =>
  action(callTask, 'callTask', callTaskForm, { name, targetTaskRef: referenceTo(target) });
