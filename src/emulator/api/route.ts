import type { Json } from '../state/json';
import type { Call } from './call';

/**
 * How sure we are that the cloud behaves the same: its documents, SDKs or the provider's code say so; everything known
 * points to it; nobody outside knows.
 */
export type Certainty = 'documented' | 'believed' | 'assumed';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a route answers. */
export type Answer = Json | Reply | undefined;

/** One thing that can be asked of the org. */
export interface Route {
  readonly method: Method;
  /** `/api/v2/routing/queues/:id` */
  readonly path: string;
  /** What it does, in one line. */
  readonly does: string;
  /** The permission the cloud asks for; none where it asks for none. */
  readonly permission?: string;
  /** Status codes of success and of what a caller can provoke, besides 400 for a wrong body and 401. */
  readonly answers: readonly number[];
  readonly certainty: Certainty;
  /** How it differs from the cloud, or what is not known. */
  readonly note?: string;
  /** Anybody may ask, without a token. */
  readonly open?: boolean;
  /**
   * The status for a body that is wrong. The provider repeats a 400 here for half a minute before it shows it.
   * @default 400
   */
  readonly wrongValueIs?: 422;
  /** The status for deleting what others use. @default 409 */
  readonly inUseIs?: 400;
  /** Bytes a body may have. @default what the platform allows */
  readonly bodyLimit?: number;
  /** Loads what only this route needs, so that the org is ready sooner. */
  readonly prepare?: () => Promise<void>;
  /** Whether it asks what lives in the org (`call.runtime`), not only what the org holds. */
  readonly lives?: boolean;
  /** What it answers: JSON, nothing (204), or a reply of another form; what lives may take its time. */
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** An answer that is not simply JSON with status 200. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body?: Json | undefined,
    /** @default JSON */
    readonly contentType = 'application/json; charset=utf-8',
  ) {}
}

/** Plain text. */
export const textReply = (text: string): Reply => new Reply(200, text, 'text/plain; charset=utf-8');
