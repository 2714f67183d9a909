import type { Wait } from '../steps';

/** A request that leaves the org. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute. */
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

/** What came of a request: an answer, or why there is none. */
export type HttpOutcome =
  | { readonly response: HttpResponse }
  | { readonly problem: 'connection' | 'tooLarge' | 'noService'; readonly message: string };

/** Sends a request; taking the wait back gives the request up. */
export type Send = (request: HttpRequest) => Wait<HttpOutcome>;
