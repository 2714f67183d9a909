import { binding, struct } from '../forms';
import { type Assignable, bindingNode, type ValueNode } from '../values';
import type { Actions } from './branches';

/** Where an action says why it failed. */
export const failureOutputs = struct({ errorType: binding('string'), errorMessage: binding('string') });

/** The variables that get to know why an action failed. */
export interface ErrorVariables {
  readonly errorType?: Assignable<string> | undefined;
  readonly errorMessage?: Assignable<string> | undefined;
}

/** What goes on when an action fails. */
export interface FailureOptions {
  /** @default nobody asks why */
  readonly failureOutputs?: ErrorVariables | undefined;
  readonly onFailure?: Actions | undefined;
}

/** `failureOutputs` with both of its keys, as Architect's exporter writes it. */
export const errorBindings = ({ errorType, errorMessage }: ErrorVariables = {}): {
  readonly errorType: ValueNode;
  readonly errorMessage: ValueNode;
} => ({ errorType: bindingNode(errorType), errorMessage: bindingNode(errorMessage) });
