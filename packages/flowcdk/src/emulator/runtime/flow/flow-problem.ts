import { ExpressionError, Failure } from '../../../architect/expressions';

/** What breaks a flow while it runs; its error handling takes over. */
export class FlowProblem extends Error {}

/** The words of what broke a flow; undefined where it is a defect of ours. */
export function problemOf(error: unknown): { readonly message: string } | undefined {
  if (error instanceof FlowProblem || error instanceof ExpressionError || error instanceof Failure) return error;
  return undefined;
}
