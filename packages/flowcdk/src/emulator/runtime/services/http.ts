import type { Wait } from '../steps';

/** A request that leaves the org. */
export interface HttpRequest {
  readonly method: string;
  /** The absolute URL. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The outcome of a request: an answer, or the reason why there is none. The message never holds a part of the request,
 * because each part can hold a secret.
 */
export type HttpOutcome =
  | { readonly response: HttpResponse }
  | { readonly problem: 'connection' | 'tooLarge' | 'noService' | 'notAllowed'; readonly message: string };

/** Sends a request. Cancelling the wait gives the request up. */
export type Send = (request: HttpRequest) => Wait<HttpOutcome>;
