import { action, actionForm, type NodeOf } from '../action';
import { literal } from '../values';
import { postFlowTargets, wordValue } from '../words';
import { postFlowSetters, type PostFlowTarget } from './set-post-flow';

export const clearPostFlowForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: postFlowSetters,
  fields: { target: wordValue(postFlowTargets) },
});

export type ClearPostFlowAction = NodeOf<'clearPostFlow', typeof clearPostFlowForm>;

/**
 * Clear Post-Flow: no flow follows the call any more, for example because the caller wants no survey. Its form in YAML
 * and its words are assumed: nobody has seen them in a file.
 *
 * @example
 * ```ts
 * clearPostFlow('They want no survey')
 * ```
 * ```yaml
 * clearPostFlow: { name: They want no survey, target: { lit: caller } }
 * ```
 */
export function clearPostFlow(name: string, target: PostFlowTarget = 'caller'): ClearPostFlowAction {
  return action(clearPostFlow, 'clearPostFlow', clearPostFlowForm, { name, target: literal(target) });
}
