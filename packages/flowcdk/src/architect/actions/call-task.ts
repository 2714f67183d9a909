import { action, actionForm, type NodeOf } from '../action';
import type { TaskNode } from '../containers';
import { branch, containerReference, listOf, mapOf, required, struct, value } from '../forms';
import { referenceTo, type Target } from '../references';
import { type Actions, branchOf, pathsOf } from './branches';
import { namedPath, namedPaths } from './named-path';

export const callTaskForm = actionForm({
  evidence: 'seen',
  fields: {
    targetTaskRef: required(containerReference),
    inputs: mapOf(value()),
    outputs: struct({ default: branch, paths: listOf('path', namedPath) }),
  },
});

export type CallTaskAction = NodeOf<'callTask', typeof callTaskForm>;

/** The paths after the task, by the output path with which the task ends. */
export interface CallTaskOptions {
  /** Runs when the task ends by `default`. */
  readonly onDefault?: Actions | undefined;
  /**
   * The actions for each output path that the task declares. Their form is inferred from the paths of a digital menu.
   */
  readonly onPath?: Readonly<Record<string, Actions>> | undefined;
}

/**
 * Call Task: runs a task and comes back. Pass a function for a task that is defined further down: `() => lookUp`.
 *
 * @example
 * ```ts
 * callTask('Greet them', greet)
 * ```
 * ```yaml
 * callTask: { name: Greet them, targetTaskRef: "/inboundCall/tasks/task[Greet]" }
 * ```
 */
export function callTask(
  name: string,
  target: Target<TaskNode & { readonly kind: 'task' }>,
  options: CallTaskOptions = {},
): CallTaskAction {
  return action(callTask, 'callTask', callTaskForm, {
    name,
    targetTaskRef: referenceTo(target),
    outputs: pathsOf({
      default: branchOf(options.onDefault),
      paths: options.onPath && namedPaths(options.onPath),
    }),
  });
}
