import type { Json, JsonObject } from '../state/json';
import { CannotKeep } from '../state/journal-problems';
import { InUse } from '../state/references';
import { ApiProblem, inUse, tooLarge } from './refusals';
import type { Route } from './route';

/** The API's answer to a problem. */
export interface ProblemAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly params?: Json | undefined;
  readonly details?: readonly Json[] | undefined;
  readonly limit?: Json | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Turns a problem into its answer. A defect of the local org is status 500. */
export function problemOf(problem: unknown, route: Route | undefined, largestBody: number): ProblemAnswer {
  if (problem instanceof InUse) return problemOf(inUse(problem, route?.inUseIs ?? 409), route, largestBody);
  if (problem instanceof ApiProblem) {
    const { status, code, message, rest } = problem;
    const wrong = status === 'wrongValue' || status === 400;
    return { status: wrong ? (route?.wrongValueIs ?? 400) : status, code, message, ...rest };
  }
  // Not 503: clients repeat a request that was answered so, as if the disk would be emptier in a moment.
  if (problem instanceof CannotKeep) {
    return { status: 507, code: 'insufficient.storage', message: `This local org keeps nothing: ${problem.message}` };
  }
  const { statusCode, message } = problem as { readonly statusCode?: number; readonly message?: string };
  if (statusCode === 413) {
    return problemOf(tooLarge(Math.max(route?.bodyLimit ?? 0, largestBody)), route, largestBody);
  }
  if (statusCode !== undefined && statusCode < 500) {
    return { status: statusCode, code: 'bad.request', message: message ?? 'Bad request' };
  }
  return {
    status: 500,
    code: 'internal.server.error',
    message: `A defect of the local org, not of your request: ${message ?? String(problem)}`,
  };
}

/** The body of an error of the API. The id is that of the request. */
export const problemBody = (
  { message, code, status, params, details, limit }: ProblemAnswer,
  id: string,
): JsonObject => ({
  message,
  code,
  status,
  messageParams: params ?? {},
  contextId: id,
  details: details ?? [],
  errors: [],
  ...(limit === undefined ? {} : { limit }),
});
