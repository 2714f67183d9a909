/** One HTTP exchange. In tests and in memory it is a call of a function, else `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What another system did not do, and whether it helps to ask again. */
export class Failure extends Error {
  constructor(
    message: string,
    /** False when the same request fails for good. */
    readonly passing: boolean,
    /** How long the other system wants to be left alone, in milliseconds. */
    readonly after: number | undefined = undefined,
  ) {
    super(message);
  }
}

/** Statuses after which the same request can succeed: no answer in time, too early, too many requests, a broken server. */
const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500;

/** `Retry-After` in milliseconds: it holds seconds, or a date. */
export function retryAfter(headers: Headers, now: Date): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/**
 * @param what names the request in a message: `the user of the call`
 * @throws Failure for every answer that is no success
 */
export function failureOf(what: string, response: Response, now: Date): Failure {
  const { status } = response;
  return new Failure(`${what}: status ${status}`, isPassing(status), retryAfter(response.headers, now));
}

/**
 * Sends a request that ends after `timeout` milliseconds.
 *
 * @throws Failure where no answer comes
 */
export async function send(
  fetch: Fetch,
  what: string,
  url: string,
  init: RequestInit,
  timeout: number,
): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(timeout), redirect: 'error' });
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    throw new Failure(`${what}: ${timedOut ? `no answer within ${timeout} ms` : 'no connection'}`, true);
  }
}
