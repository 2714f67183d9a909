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
  readonly body: Json | undefined;
  /** The body as text. */
  readonly text: string;
  /** The raw body, where it is not text. */
  readonly bytes?: Buffer | undefined;
  /** The address at which the caller reached the org: `http://127.0.0.1:8083`. */
  readonly origin: string;
  readonly authorization: string | undefined;
  /** Aborts when the caller leaves before the answer. Absent for requests that data actions make. */
  readonly left?: AbortSignal;
  /** The number of the last event that a returning reader of the stream has received. */
  readonly lastEventId?: string | undefined;
  /** The OAuth client that owns the token. The administrator of the local org where the org has no such client. */
  readonly clientId?: string;
  /** The user who owns the token. */
  readonly userId?: string;
  /**
   * The only token that the org accepts besides those it issued, and the only secret it accepts from clients that it
   * does not hold.
   */
  readonly onlyToken?: string;
}

/** One request, with what routes read from it. */
export class Call {
  readonly org: Org;

  constructor(readonly parts: CallParts) {
    this.org = parts.org;
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
    const value = this.parts.query[name];
    return value === '' ? undefined : value;
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
