import type { EventPlace } from '../runtime/events';
import type { Runtime } from '../runtime/runtime';
import { fieldsOf, isObject, type Json, type JsonObject, withoutNulls } from '../state/json';
import type { KindName } from '../state/kinds';
import type { Org } from '../state/org';
import { notAuthorized, notFound, nothingRuns, wrongBody } from './refusals';
import { type BodyOf, readBody, type Shape } from '../state/shape';
import type { RecordOfKind } from '../state/tables';

/** The present life of an org: its calls, executions and events since it started or was reset. */
export interface LifeOfOrg {
  /** Aborts when this life ends. */
  readonly over: AbortSignal;
  /** Ends this life with its calls, executions and events, and begins another. */
  readonly beginAnew: () => void;
}

/** What a request brings with it. */
export interface CallParts {
  readonly org: Org;
  /** Runs flows and calls. Absent in an org that only holds things. */
  readonly runtime?: Runtime | undefined;
  /** The present life. Absent for requests that data actions make from within that life. */
  readonly life?: LifeOfOrg;
  /** Fills an empty org with its first content and its seed. */
  readonly addWhatIsThereAtFirst?: () => void;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** All values of each query parameter, and of each header by its name in lower case. Absent for requests from within. */
  readonly queryLists?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly body: Json | undefined;
  /** The body as text. */
  readonly text: string;
  /** The raw body, where it is not text. */
  readonly bytes?: Buffer | undefined;
  /** The address at which the caller reached the org: `http://127.0.0.1:8083`. */
  readonly origin: string;
  readonly authorization: string | undefined;
  /** The run of a flow whose data action makes the request. Absent for requests over HTTP. */
  readonly place?: EventPlace;
  /** Aborts when the caller leaves before the answer. Absent for requests that data actions make. */
  readonly left?: AbortSignal;
  /** The number of the last event that a returning reader of the stream has received. */
  readonly lastEventId?: string | undefined;
  /** The OAuth client that owns the token. The administrator of the local org where the org has no such client. */
  readonly clientId?: string;
  /** Whether callers need the permissions that routes declare. @default false */
  readonly enforcesPermissions?: boolean;
  /** The user who owns the token. */
  readonly userId?: string;
  /**
   * The only token that the org accepts besides those it issued, and the only secret it accepts from clients that it
   * does not hold.
   */
  readonly onlyToken?: string;
  /** Takes a warning: the request is answered, but a part of it has no effect here, or may fail in the cloud. */
  readonly onWarning?: (warning: string) => void;
}

/** One request, with what routes read from it. */
export class Call {
  readonly org: Org;
  /** The names of the query parameters that the route has read. */
  readonly #read = new Set<string>();
  readonly #warnings = new Set<string>();

  constructor(readonly parts: CallParts) {
    this.org = parts.org;
  }

  /**
   * Warns the caller, who gets the answer all the same: in the header `Flowcdk-Warning` and in the log of requests.
   */
  warn(warning: string): void {
    if (this.#warnings.has(warning)) return;
    this.#warnings.add(warning);
    this.parts.onWarning?.(warning);
  }

  /**
   * Warns of query parameters that had no effect, because the route never read them.
   *
   * @param honoured parameters that the route honours by what it does anyway
   */
  warnOfUnread(honoured: readonly string[]): void {
    if (!this.parts.onWarning) return;
    const unread = Object.entries(this.parts.query).filter(
      // A parameter that is empty or false asks for nothing.
      ([name, value]) => value !== '' && value !== 'false' && !this.#read.has(name) && !honoured.includes(name),
    );
    for (const [name] of unread) this.warn(`the query parameter '${name}' has no effect in the local org`);
  }

  /** The runtime of the org. @throws ApiProblem 501 where the org runs nothing */
  get runtime(): Runtime {
    const { runtime } = this.parts;
    if (!runtime) throw nothingRuns();
    return runtime;
  }

  /**
   * The present life. @throws ApiProblem 501 where the org runs nothing, and for data actions, which run within that
   * life
   */
  get life(): LifeOfOrg {
    const { life } = this.parts;
    if (!life) throw nothingRuns();
    return life;
  }

  /** @throws ApiProblem 403 for clients and users of the org */
  needsAdministrator(what: string): void {
    const { clientId, userId } = this.parts;
    if (clientId !== undefined || userId !== undefined) {
      throw notAuthorized(`Only the administrator of the local org ${what}.`);
    }
  }

  /** A part of the path. */
  param(name: string): string {
    return this.parts.params[name] ?? '';
  }

  /** The raw body. */
  get bytes(): Buffer {
    return this.parts.bytes ?? Buffer.from(this.parts.text);
  }

  query(name: string): string | undefined {
    this.#read.add(name);
    const value = this.parts.query[name];
    return value === '' ? undefined : value;
  }

  /**
   * The parts of the answer that the parameter `expand` asks for. Warns of parts that the route never has.
   *
   * @param known the parts that the route can add
   */
  expansions<const N extends string>(...known: readonly N[]): ReadonlySet<N> {
    const names = (this.query('expand') ?? '').split(',').filter((name) => name !== '');
    const isKnown = (name: string): name is N => (known as readonly string[]).includes(name);
    const others = names.filter((name) => !isKnown(name));
    if (others.length > 0) {
      const all = known.length === 0 ? 'nothing' : known.join(', ');
      this.warn(`expand=${others.join(',')} has no effect in the local org; it can expand ${all}`);
    }
    return new Set(names.filter(isKnown));
  }

  /** The thing that a part of the path names. */
  the<K extends KindName>(kind: K, name = 'id'): RecordOfKind<K> {
    const id = this.param(name);
    const entity = this.org.get(kind, id);
    if (!entity) throw notFound(kind, id);
    return entity;
  }

  /**
   * Reads the body as an object of a shape. Leaves out fields that are null and keeps fields that the shape does not
   * name.
   */
  object<const S extends Shape>(shape: S): BodyOf<S> {
    return this.#formed(shape, 'let through');
  }

  /**
   * Reads the body of one of the local org's own requests. Refuses fields that the shape does not name, because they
   * are misspelt.
   */
  only<const S extends Shape>(shape: S): BodyOf<S> {
    return this.#formed(shape, 'refused');
  }

  /** Like `object`, for a shape that is known only at run time. */
  fields(shape: Shape): JsonObject {
    return this.#formed(shape, 'let through') as JsonObject;
  }

  #formed<const S extends Shape>(shape: S, others: 'let through' | 'refused'): BodyOf<S> {
    const { body } = this.parts;
    if (!isObject(body)) throw wrongBody([{ field: '', message: 'The request body must be a JSON object' }]);
    const reading = readBody(withoutNulls(body), shape, others);
    if (reading.problems) throw wrongBody(reading.problems);
    return reading.body;
  }

  /** Reads the body as a list of objects of a shape. */
  objects<const S extends Shape>(shape: S): readonly BodyOf<S>[] {
    const readings = this.list().map((item) => readBody(fieldsOf(item), shape));
    const problems = readings.flatMap(({ problems: wrong = [] }, i) =>
      wrong.map(({ field, message }) => ({ field: `[${i}].${field}`, message: `[${i}].${message}` })),
    );
    if (problems.length > 0) throw wrongBody(problems);
    return readings.flatMap(({ body }) => (body === undefined ? [] : [body]));
  }

  /** Reads the body as a list. */
  list(): readonly Json[] {
    const { body } = this.parts;
    if (!Array.isArray(body)) throw wrongBody([{ field: '', message: 'The request body must be a JSON list' }]);
    return body as readonly Json[];
  }
}
