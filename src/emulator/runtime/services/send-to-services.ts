import { type Json } from '../../state/json';
import type { Chance } from '../chance';
import type { Clock } from '../clock';
import type { EventLog } from '../event-log';
import type { HttpOutcome, HttpRequest, Send } from './http';
import type { Service } from './service';

/** A request that a service got. */
export interface ReceivedRequest {
  readonly service: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly request: HttpRequest;
  readonly json: Json | undefined;
}

export interface ServicesOptions {
  /**
   * By host (`alpha.customers.example`), by what its host begins with (`alpha`), or by the beginning of its URLs
   * (`https://login.example/oauth`). The longest that fits is asked.
   */
  readonly services: Readonly<Record<string, Service>>;
  /** What answers a data action instead of what stands behind its URL, by the name of the data action. */
  readonly faults?: Readonly<Record<string, Service>>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: EventLog;
  /** Whether requests are kept to be read later. @default true */
  readonly keepRequests?: boolean;
}

/** Sends requests to services that stand in for real ones, under the clock of the org. */
export class Services {
  readonly received: ReceivedRequest[] = [];
  readonly #chances = new Map<string, Chance>();
  readonly #times = new Map<string, number>();

  constructor(private readonly options: ServicesOptions) {}

  readonly send: Send = (request) => (done) => {
    const found = this.#serviceOf(request.url);
    if (found) return this.#served(...found, request, done);
    const { clock, services } = this.options;
    return clock.after(0, () => done(nobody(request.url, Object.keys(services))));
  };

  /** What answers a data action by plan; undefined where its request goes its way. */
  readonly instead = (dataAction: string): Send | undefined => {
    const { faults } = this.options;
    const service = faults && Object.hasOwn(faults, dataAction) ? faults[dataAction] : undefined;
    return service && ((request) => (done) => this.#served(dataAction, service, request, done));
  };

  #served(name: string, service: Service, request: HttpRequest, done: (outcome: HttpOutcome) => void): () => void {
    const { clock, log } = this.options;
    const json = jsonIn(request.body);
    const times = this.#times.get(name) ?? 0;
    this.#times.set(name, times + 1);
    if (this.options.keepRequests !== false) this.received.push({ service: name, at: clock.now(), request, json });
    // A path is a request to the org's own API.
    const url = new URL(request.url, 'http://org.local');
    const { after, outcome, fault } = service.serve({ request, json, url, chance: this.#chanceOf(name), times });
    if (fault !== undefined) log.add('fault.applied', {}, { what: fault, to: name });
    if (!outcome) return () => undefined;
    return clock.after(after, () => done(outcome));
  }

  #serviceOf(url: string): readonly [string, Service] | undefined {
    const services = Object.entries(this.options.services);
    return services.filter(([name]) => means(name, url)).sort(([a], [b]) => b.length - a.length)[0];
  }

  #chanceOf(name: string): Chance {
    const known = this.#chances.get(name) ?? this.options.chance.of(`service ${name}`);
    this.#chances.set(name, known);
    return known;
  }
}

function means(name: string, url: string): boolean {
  if (name.includes('://')) return url.startsWith(name);
  const { hostname } = new URL(url);
  const wanted = name.toLowerCase();
  return hostname === wanted || hostname.startsWith(`${wanted}.`);
}

const nobody = (url: string, names: readonly string[]): HttpOutcome => ({
  problem: 'noService',
  message: `no service stands behind ${new URL(url).host}; there are ${names.length === 0 ? 'none' : names.join(', ')}`,
});

function jsonIn(body: string | undefined): Json | undefined {
  if (body === undefined || body === '') return undefined;
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined;
  }
}
