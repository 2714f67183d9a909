import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { type Branch, type Way, way } from '../flow/jump';

/** An action that can tell why it failed. */
interface CanFail {
  readonly failureOutputs?: { readonly errorType?: ValueNode; readonly errorMessage?: ValueNode };
  readonly outputs?: { readonly failure?: Branch };
}

/**
 * Takes the failure path and tells why. What the platform says as type and message is not documented; the words are
 * ours.
 */
export function fail(run: Run, action: CanFail, type: string, message: string): Way {
  run.bind(action.failureOutputs?.errorType, type);
  run.bind(action.failureOutputs?.errorMessage, message);
  return way('failure', action.outputs?.failure);
}
