import { ExpressionError, Failure } from '../../../architect/expressions';
import { FlowProblem } from './flow-problem';

/** The message of an error that broke a flow; undefined if the error is a defect of this program. */
export function problemOf(error: unknown): { readonly message: string } | undefined {
  if (error instanceof FlowProblem || error instanceof ExpressionError || error instanceof Failure) return error;
  return undefined;
}
