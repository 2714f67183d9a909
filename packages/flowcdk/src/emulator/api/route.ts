import type { Json } from '../state/json';
import type { Call } from './call';
import type { Shape } from '../state/shape';

/**
 * How sure we are that the cloud behaves the same. `documented`: its documents, its SDKs or the code of Terraform's
 * provider say so. `believed`: everything known points to it. `assumed`: nobody outside knows.
 */
export type Certainty = 'documented' | 'believed' | 'assumed';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The answer of a route. */
export type Answer = Json | Reply | Stream | undefined;

/** A request that the org can answer. */
export interface Route {
  readonly method: Method;
  /** `/api/v2/routing/queues/:id` */
  readonly path: string;
  /** What the route does, in one line. */
  readonly does: string;
  /** The permission that the cloud requires, or several, all of which it requires. Absent where it requires none. */
  readonly permission?: string | readonly string[];
  /** The status codes of success and of the errors that a caller can provoke, besides 400 for a wrong body and 401. */
  readonly answers: readonly number[];
  readonly certainty: Certainty;
  /** The differences from the cloud, or what is not known about the cloud. */
  readonly note?: string;
  /** The route needs no token. */
  readonly open?: boolean;
  /** The route takes a token without the word `Bearer` in front of it, too. */
  readonly takesBareToken?: true;
  /** Only the administrator of the local org may use the route. */
  readonly forAdministrator?: {
    /** Where it applies: always, or only where permissions are enforced. */
    readonly where: 'always' | 'enforced';
    /** What the administrator does, for the message to others: `resets it`. */
    readonly toDo: string;
  };
  /**
   * The status for a wrong body. On some routes Terraform's provider repeats a request with status 400 for half a
   * minute before it shows the error.
   * @default 400
   */
  readonly wrongValueIs?: 422;
  /** The status for the deletion of a thing in use. @default 409 */
  readonly inUseIs?: 400;
  /** The query parameters by name, each with its description. @default not described */
  readonly query?: Readonly<Record<string, string>>;
  /** Query parameters that the route honours by what it does anyway. @default none */
  readonly honours?: readonly string[];
  /** The shape of the body, where it is an object. @default not described */
  readonly body?: Shape;
  /** The content type of an answer that is not JSON. A stream of events goes on until the reader leaves. */
  readonly answersWith?: 'text/event-stream';
  /** The most bytes of a body. @default the limit of the platform */
  readonly bodyLimit?: number;
  /** Loads the code that only this route needs, so that the org starts sooner. */
  readonly prepare?: () => Promise<void>;
  /** Whether the route answers without that code, too, and only warns of less. */
  readonly worksUnprepared?: true;
  /** Whether the route needs the runtime (`call.runtime`), not only the contents of the org. */
  readonly lives?: boolean;
  /** The answer has a secret, once. A data action cannot call such a route, because the event log shows results. */
  readonly answersSecret?: true;
  /** Whether the answer takes time in the org. A data action cannot call such a route. */
  readonly takesTime?: true;
  /** Answers with JSON, nothing (204) or a reply of another form; with a promise where the answer takes time. */
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** An answer that is not plain JSON with status 200. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body?: Json | undefined,
    /** @default JSON */
    readonly contentType = 'application/json; charset=utf-8',
  ) {}
}

/** The reader of a stream. */
export interface Reader {
  /** Writes a text. False: write no more until the reader is ready. */
  write(text: string): boolean;
  /** Registers a callback that runs each time the reader becomes ready again. */
  onReady(run: () => void): void;
  /** Ends the stream. */
  end(): void;
}

/** An answer that goes on as text while somebody reads it. */
export class Stream {
  constructor(
    readonly contentType: 'text/event-stream',
    /** Begins to write and gives a function that stops it when the reader has left. */
    readonly begin: (reader: Reader) => () => void,
  ) {}
}

/** Every permission that a route requires. */
export const permissionsOf = ({ permission = [] }: Pick<Route, 'permission'>): readonly string[] =>
  typeof permission === 'string' ? [permission] : permission;

/** Plain text. */
export const textReply = (text: string): Reply => new Reply(200, text, 'text/plain; charset=utf-8');
