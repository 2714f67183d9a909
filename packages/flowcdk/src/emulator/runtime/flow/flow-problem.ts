import { ExpressionError, Failure } from '../../../architect/expressions';

/** A problem that breaks a running flow. The flow's error handling takes over. */
export class FlowProblem extends Error {}

/** The message of an error that broke a flow; undefined if the error is a defect of this program. */
export function problemOf(error: unknown): { readonly message: string } | undefined {
  if (error instanceof FlowProblem || error instanceof ExpressionError || error instanceof Failure) return error;
  return undefined;
}
