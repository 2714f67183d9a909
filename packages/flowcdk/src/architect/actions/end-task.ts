import { action, actionForm, type NodeOf } from '../action';
import { objectNamed } from '../forms';

export const endTaskForm = actionForm({
  evidence: 'seen',
  ends: 'always',
  fields: { outputPath: objectNamed('outputPath') },
});

export type EndTaskAction = NodeOf<'endTask', typeof endTaskForm>;

/**
 * End Task: leaves the task by `default` or by a path that the task declares in `outputPaths`.
 *
 * @example
 * ```ts
 * endTask('Not found', 'unknown')
 * ```
 * ```yaml
 * endTask: { name: Not found, outputPath: { name: unknown } }
 * ```
 */
export const endTask = (name = 'End Task', outputPath = 'default'): EndTaskAction =>
  action(endTask, 'endTask', endTaskForm, { name, outputPath: { name: outputPath } });
