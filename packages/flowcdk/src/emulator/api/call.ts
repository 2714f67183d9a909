import type { Runtime } from '../runtime/runtime';
import { fieldsOf, isObject, type Json, type JsonObject, withoutNulls } from '../state/json';
import type { KindName } from '../state/kinds';
import type { Org } from '../state/org';
import { notAuthorized, notFound, nothingRuns, wrongBody } from './refusals';
import { type BodyOf, readBody, type Shape } from '../state/shape';
import type { ThingOf } from '../state/tables';

/** The present life of an org: what happened since it began. */
export interface LifeOfOrg {
  /** Aborted when it is over. */
  readonly over: AbortSignal;
  /** Calls, executions and events are gone, and another life begins. */
  readonly beginAnew: () => void;
}

/** What a request brings with it. */
export interface CallParts {
  readonly org: Org;
  /** What makes the org live; absent where it only holds things. */
  readonly runtime?: Runtime | undefined;
  /** That life as a whole; absent for who lives in it. */
  readonly life?: LifeOfOrg;
  /** Puts into an org that holds nothing what it had before anybody deployed to it. */
  readonly addWhatIsThereAtFirst?: () => void;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
  /** The body as text. */
  readonly text: string;
  /** The body as it came, where it is no text. */
  readonly bytes?: Buffer | undefined;
  /** Where the caller reached us: `http://127.0.0.1:8083`. */
  readonly origin: string;
  readonly authorization: string | undefined;
  /** The number of the event after which somebody goes on who followed a stream before. */
  readonly lastEventId?: string | undefined;
  /** The client whose token it is; the administrator of the local org where it is none of the org's clients. */
  readonly clientId?: string;
  /** The user whose token it is. */
  readonly userId?: string;
  /** The only token, and the only secret of a client that is none of the org's, that is taken. */
  readonly onlyToken?: string;
}

/** One request, and what the routes ask of it. */
export class Call {
  readonly org: Org;

  constructor(readonly parts: CallParts) {
    this.org = parts.org;
  }

  /** What makes the org live. @throws ApiProblem 501 where nothing runs */
  get runtime(): Runtime {
    const { runtime } = this.parts;
    if (!runtime) throw nothingRuns();
    return runtime;
  }

  /** That life as a whole. @throws ApiProblem 501 where nothing runs, and for data actions, which live in it */
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

  /** The body as it came. */
  get bytes(): Buffer {
    return this.parts.bytes ?? Buffer.from(this.parts.text);
  }

  query(name: string): string | undefined {
    const value = this.parts.query[name];
    return value === '' ? undefined : value;
  }

  /** The thing a part of the path names. */
  the<K extends KindName>(kind: K, name = 'id'): ThingOf<K> {
    const id = this.param(name);
    const entity = this.org.get(kind, id);
    if (!entity) throw notFound(kind, id);
    return entity;
  }

  /** The body, which has to have a form; fields that are null are left out, fields the form does not name stay. */
  object<const S extends Shape>(shape: S): BodyOf<S> {
    return this.#formed(shape, 'let through');
  }

  /** The same for a request that only the local org has: a field it does not know is misspelt. */
  only<const S extends Shape>(shape: S): BodyOf<S> {
    return this.#formed(shape, 'refused');
  }

  /** The same where only the form is known at run time. */
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

  /** The body, which has to be a list of objects that have a form. */
  objects<const S extends Shape>(shape: S): readonly BodyOf<S>[] {
    const readings = this.list().map((item) => readBody(fieldsOf(item), shape));
    const problems = readings.flatMap(({ problems: wrong = [] }, i) =>
      wrong.map(({ field, message }) => ({ field: `[${i}].${field}`, message: `[${i}].${message}` })),
    );
    if (problems.length > 0) throw wrongBody(problems);
    return readings.flatMap(({ body }) => (body === undefined ? [] : [body]));
  }

  /** The body, which has to be a list. */
  list(): readonly Json[] {
    const { body } = this.parts;
    if (!Array.isArray(body)) throw wrongBody([{ field: '', message: 'The request body must be a JSON list' }]);
    return body as readonly Json[];
  }
}
