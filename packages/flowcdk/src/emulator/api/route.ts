import type { Json } from '../state/json';
import type { Call } from './call';
import type { Shape } from '../state/shape';

/**
 * How sure we are that the cloud behaves the same: its documents, SDKs or the provider's code say so; everything known
 * points to it; nobody outside knows.
 */
export type Certainty = 'documented' | 'believed' | 'assumed';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a route answers. */
export type Answer = Json | Reply | Stream | undefined;

/** One thing that can be asked of the org. */
export interface Route {
  readonly method: Method;
  /** `/api/v2/routing/queues/:id` */
  readonly path: string;
  /** What it does, in one line. */
  readonly does: string;
  /** The permission the cloud asks for, or all of those it asks for; none where it asks for none. */
  readonly permission?: string | readonly string[];
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
  /** What can be asked for behind the question mark, by name. @default not told */
  readonly query?: Readonly<Record<string, string>>;
  /** The form of the body, where it is an object. @default not told */
  readonly body?: Shape;
  /** The kind of what it answers, where that is not JSON alone; a stream of events goes on until the reader leaves. */
  readonly answersWith?: 'text/event-stream';
  /** Bytes a body may have. @default what the platform allows */
  readonly bodyLimit?: number;
  /** Loads what only this route needs, so that the org is ready sooner. */
  readonly prepare?: () => Promise<void>;
  /** Whether it asks what lives in the org (`call.runtime`), not only what the org holds. */
  readonly lives?: boolean;
  /** Whether its answer waits for what goes on in the org: a data action cannot ask for it. */
  readonly takesTime?: true;
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

/** Who reads an answer that goes on. */
export interface Reader {
  /** False where no more should be written until the reader is ready for it. */
  write(text: string): boolean;
  /** Told each time that the reader is ready again. */
  onReady(run: () => void): void;
  /** That was all. */
  end(): void;
}

/** An answer that goes on, as text, for as long as somebody reads it. */
export class Stream {
  constructor(
    readonly contentType: 'text/event-stream',
    /** Begins to write; what it gives ends that, when the reader is gone. */
    readonly begin: (reader: Reader) => () => void,
  ) {}
}

/** Every permission that a route asks for. */
export const permissionsOf = ({ permission = [] }: Pick<Route, 'permission'>): readonly string[] =>
  typeof permission === 'string' ? [permission] : permission;

/** Plain text. */
export const textReply = (text: string): Reply => new Reply(200, text, 'text/plain; charset=utf-8');
