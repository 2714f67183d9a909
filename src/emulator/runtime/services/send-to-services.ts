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
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: EventLog;
}

/** Sends requests to services that stand in for real ones, under the clock of the org. */
export class Services {
  readonly received: ReceivedRequest[] = [];
  readonly #chances = new Map<string, Chance>();
  readonly #times = new Map<string, number>();

  constructor(private readonly options: ServicesOptions) {}

  readonly send: Send = (request) => (done) => {
    const { clock, log } = this.options;
    const found = this.#serviceOf(request.url);
    if (!found) return clock.after(0, () => done(nobody(request.url, Object.keys(this.options.services))));
    const [name, service] = found;
    const json = jsonIn(request.body);
    const times = this.#times.get(name) ?? 0;
    this.#times.set(name, times + 1);
    this.received.push({ service: name, at: clock.now(), request, json });
    const { after, outcome, fault } = service.serve({
      request,
      json,
      url: new URL(request.url),
      chance: this.#chanceOf(name),
      times,
    });
    if (fault !== undefined) log.add('fault.applied', {}, { what: fault, to: name });
    if (!outcome) return () => undefined;
    return clock.after(after, () => done(outcome));
  };

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
