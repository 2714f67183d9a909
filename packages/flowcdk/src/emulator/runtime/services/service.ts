import { type DurationLiteral, inMilliseconds } from '../../../architect/types';
import { type Json, isObject, jsonIn } from '../../state/json';
import type { Chance } from '../chance';
import type { HttpOutcome, HttpRequest } from './http';

/**
 * A request to a service, and the source of its random numbers: the same run gives the same answers. URL and JSON are
 * parsed when a service reads them, because many services never do.
 */
export class ServiceRequest {
  #url: URL | undefined;
  #json: { readonly value: Json | undefined } | undefined;

  constructor(
    readonly request: HttpRequest,
    readonly chance: Chance,
    /** How many requests the service got before this one. */
    readonly times: number,
  ) {}

  get url(): URL {
    // A path is a request to the org's own API.
    return (this.#url ??= new URL(this.request.url, 'http://org.local'));
  }

  /** The parsed body; undefined if it is no JSON. */
  get json(): Json | undefined {
    return (this.#json ??= { value: jsonIn(this.request.body ?? '') }).value;
  }
}

/** What a service does with a request: it gives an outcome after so many milliseconds, or never answers. */
export interface Served {
  readonly after: number;
  /** Undefined: the service never answers. */
  readonly outcome: HttpOutcome | undefined;
  /** The fault that changed the answer on purpose, for the event log. */
  readonly fault?: string;
}

/** How long an answer takes: always the same, or drawn from a distribution. */
export type Latency = DurationLiteral | ((chance: Chance) => number);

/**
 * A service that stands in for a real HTTP service. It is composed of pieces:
 * `respondsWith({ found: false }).after(seconds(2)).sometimes(0.1, failsWith(503))`.
 */
export class Service {
  constructor(private readonly serves: (request: ServiceRequest) => Served) {}

  serve(request: ServiceRequest): Served {
    return this.serves(request);
  }

  /** Delays the answer. */
  after(latency: Latency): Service {
    const fixed = typeof latency === 'function' ? 0 : inMilliseconds(latency);
    if (!(fixed >= 0)) throw new RangeError(`a latency is 0 seconds or more; ${fixed / 1000} is not`);
    return new Service((request) => {
      const served = this.serves(request);
      return { ...served, after: served.after + milliseconds(latency, request.chance) };
    });
  }

  /** Answers as another service does, with a probability from 0 to 1. */
  sometimes(probability: number, other: Service): Service {
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`a probability goes from 0 to 1; ${probability} does not`);
    return new Service((request) => (request.chance.next() < probability ? other : this).serve(request));
  }

  /** Answers the first requests as another service does, so many times: a service that recovers. */
  first(times: number, other: Service): Service {
    if (!(Number.isInteger(times) && times >= 0))
      throw new RangeError(`how many times is a whole number from 0; ${times} is none`);
    return new Service((request) => (request.times < times ? other : this).serve(request));
  }

  /** Changes the answer on its way. */
  changed(
    fault: string,
    change: (body: string) => { readonly status?: number | undefined; readonly body: string },
  ): Service {
    return new Service((request) => {
      const served = this.serves(request);
      if (!served.outcome || !('response' in served.outcome)) return served;
      const { response } = served.outcome;
      const { status = response.status, body } = change(response.body);
      return { ...served, fault, outcome: { response: { ...response, status, body } } };
    });
  }

  /** Leaves fields out of the answer at any depth: those with a name, or all. */
  lacking(field?: string): Service {
    return this.changed(named('missing field', field), (body) => ({ body: spoilt(body, 'missingField', field) }));
  }

  /** Gives fields of the answer another type at any depth: those with a name, or all. */
  mistyped(field?: string): Service {
    return this.changed(named('wrong type', field), (body) => ({ body: spoilt(body, 'wrongType', field) }));
  }
}

const named = (what: string, field: string | undefined): string => (field === undefined ? what : `${what} ${field}`);

/**
 * Removes fields of JSON, or gives them another type: those with a name, or all. A text that is no JSON stays as it is.
 */
export function spoilt(body: string, how: 'missingField' | 'wrongType', field: string | undefined): string {
  const of = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => of(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        if (field !== undefined && field !== name) return [[name, of(member ?? null)]];
        return how === 'missingField' ? [] : [[name, ofAnotherType(member)]];
      }),
    );
  };
  try {
    return JSON.stringify(of(JSON.parse(body) as Json));
  } catch {
    return body;
  }
}

/** A text becomes a number, everything else a text. */
const ofAnotherType = (value: Json | undefined): Json => (typeof value === 'string' ? 42 : 'of another type');

const milliseconds = (latency: Latency, chance: Chance): number =>
  Math.max(0, Math.round(typeof latency === 'function' ? latency(chance) : inMilliseconds(latency)));

/**
 * A service from a function of the request.
 *
 * @example
 * ```ts
 * const customers = service(({ url }) =>
 *   url.searchParams.get('phone') === '+33142685300' ? { body: { name: 'Ada' } } : { status: 404, body: {} },
 * );
 * const org = await localOrg({ services: { crm: customers } });
 * ```
 */
export const service = (
  answers: (request: ServiceRequest) => { readonly status?: number | undefined; readonly body: Json | string },
): Service =>
  new Service((request) => {
    const { status = 200, body } = answers(request);
    return { after: 0, outcome: { response: answer(status, body) } };
  });

const answer = (status: number, body: Json | string) => ({
  status,
  headers: { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/**
 * Gives every request the same answer, with status 200 by default.
 *
 * @example
 * ```ts
 * const org = await localOrg({ services: { crm: respondsWith({ found: true, name: 'Ada' }) } });
 * ```
 */
export const respondsWith = (body: Json | string, status = 200): Service => service(() => ({ status, body }));

const fault = (what: string, outcome: HttpOutcome | undefined): Service =>
  new Service(() => ({ after: 0, outcome, fault: what }));

/**
 * Answers with an error status.
 *
 * @example
 * ```ts
 * const org = await localOrg({ services: { crm: failsWith(503) } });
 * ```
 */
export const failsWith = (status: number, body: Json | string = { message: `status ${status}` }): Service =>
  fault(`status ${status}`, { response: answer(status, body) });

/**
 * Refuses the request because there are too many (status 429).
 *
 * @example
 * ```ts
 * const org = await localOrg({ services: { crm: respondsWith({}).first(2, tooManyRequests()) } });
 * ```
 */
export const tooManyRequests = (): Service => failsWith(429, { message: 'Too Many Requests' });

/**
 * Takes the request and never answers.
 *
 * @example
 * ```ts
 * const org = await localOrg({ services: { crm: hangs() } });
 * ```
 */
export const hangs = (): Service => fault('hang', undefined);

/**
 * Cuts the connection.
 *
 * @example
 * ```ts
 * const org = await localOrg({ services: { crm: cutsConnection() } });
 * ```
 */
export const cutsConnection = (): Service =>
  fault('cut connection', { problem: 'connection', message: 'the connection was closed before an answer came' });

/**
 * Gives an answer that is no JSON.
 *
 * @example
 * ```ts
 * const org = await localOrg({ services: { crm: malformed() } });
 * ```
 */
export const malformed = (): Service => fault('malformed JSON', { response: answer(200, '{"found": tru') });

/**
 * Gives an answer that is larger than the platform accepts (2 MB).
 *
 * @example
 * ```ts
 * const org = await localOrg({ services: { crm: hugeBody() } });
 * ```
 */
export const hugeBody = (): Service => fault('huge body', { response: answer(200, { text: 'x'.repeat(2_200_000) }) });

/**
 * Latencies with a log-normal distribution, as services have them. The parameters are the median, and the time that 1
 * in 20 answers takes at least.
 *
 * @example
 * ```ts
 * const org = await localOrg({
 *   services: { crm: respondsWith({ found: false }).after(latencies(milliseconds(300), seconds(2))) },
 * });
 * ```
 */
export function latencies(median: DurationLiteral, slowOneIn20: DurationLiteral): (chance: Chance) => number {
  const middle = Math.log(Math.max(1, inMilliseconds(median)));
  // The 95th percentile of the standard normal distribution.
  const spread = (Math.log(Math.max(1, inMilliseconds(slowOneIn20))) - middle) / 1.6449;
  return (chance) => Math.exp(middle + spread * normal(chance));
}

/** A normally distributed number from two uniform ones (Box–Muller). */
const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
