import { binding, struct } from '../forms';
import { type Assignable, bindingNode, type ValueNode } from '../values';
import type { Actions } from './branches';

/** The outputs with the reason of a failure. */
export const failureOutputs = struct({ errorType: binding('string'), errorMessage: binding('string') });

/** The variables for the reason of a failure. */
export interface ErrorVariables {
  readonly errorType?: Assignable<string> | undefined;
  readonly errorMessage?: Assignable<string> | undefined;
}

/** The variables and the path for a failed action. */
export interface FailureOptions {
  /**
   * The variables for the reason. `false` leaves the field out, as Architect's exporter does for Transfer to ACD in flows
   * for text channels.
   *
   * @default none
   */
  readonly failureOutputs?: ErrorVariables | false | undefined;
  readonly onFailure?: Actions | undefined;
}

/** `failureOutputs` with both of its keys, as Architect's exporter writes it. */
export const errorBindings = (
  variables: ErrorVariables | false = {},
): { readonly errorType: ValueNode; readonly errorMessage: ValueNode } | undefined =>
  variables === false
    ? undefined
    : { errorType: bindingNode(variables.errorType), errorMessage: bindingNode(variables.errorMessage) };
