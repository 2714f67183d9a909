import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { type Branch, type Way, way } from '../flow/jump';

/** An action that can report why it failed. */
interface CanFail {
  readonly failureOutputs?: { readonly errorType?: ValueNode; readonly errorMessage?: ValueNode };
  readonly outputs?: { readonly failure?: Branch };
}

/**
 * Takes the failure path and sets the variables for error type and message. The platform's words for them are not
 * documented; these are our own.
 */
export function fail(run: Run, action: CanFail, type: string, message: string): Way {
  run.bind(action.failureOutputs?.errorType, type);
  run.bind(action.failureOutputs?.errorMessage, message);
  return way('failure', action.outputs?.failure);
}
