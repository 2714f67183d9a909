import { type Json } from '../../state/json';
import type { Chance } from '../chance';
import type { Clock } from '../clock';
import type { EventLog } from '../event-log';
import type { HttpOutcome, HttpRequest, Send } from './http';
import { ServiceRequest, type Service } from './service';

/** A request that a service received. */
export interface ReceivedRequest {
  readonly service: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly request: HttpRequest;
  readonly json: Json | undefined;
}

export interface ServicesOptions {
  /**
   * Services by host (`alpha.customers.example`), by the first labels of a host (`alpha`), or by the beginning of their
   * URLs (`https://login.example/oauth`). The longest name that fits a URL decides.
   */
  readonly services: Readonly<Record<string, Service>>;
  /** Services that replace the service behind a data action's URL, by the name of the data action. */
  readonly faults?: Readonly<Record<string, Service>>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: EventLog;
  /** Whether received requests are kept for later readers. @default true */
  readonly keepRequests?: boolean;
}

/** Sends requests to services that stand in for real ones, under the clock of the org. */
export class Services {
  readonly received: ReceivedRequest[] = [];
  readonly #chances = new Map<string, Chance>();
  readonly #times = new Map<string, number>();
  /** Longest names first. */
  readonly #services: readonly (readonly [string, Service])[];
  /** The services that a URL may mean, by the scheme and host of the URL. */
  readonly #byOrigin = new Map<string, readonly (readonly [string, Service])[]>();

  constructor(private readonly options: ServicesOptions) {
    this.#services = Object.entries(options.services).sort(([a], [b]) => b.length - a.length);
  }

  readonly send: Send = (request) => (done) => {
    const namedService = this.#serviceOf(request.url);
    if (namedService) return this.#served(...namedService, request, done);
    const { clock } = this.options;
    return clock.after(0, () => done(this.#nobody));
  };

  /** Whether a service stands behind a URL. */
  has(url: string): boolean {
    return this.#serviceOf(url) !== undefined;
  }

  /** The service that replaces the normal one for a data action; undefined if there is none. */
  readonly instead = (dataAction: string): Send | undefined => {
    const { faults } = this.options;
    const service = faults && Object.hasOwn(faults, dataAction) ? faults[dataAction] : undefined;
    return service && ((request) => (done) => this.#served(dataAction, service, request, done));
  };

  /**
   * The service that plays something without a URL, by the first of its names that a service has, in any case: `bot
   * Orders`. Undefined if none does.
   */
  readonly named = (...names: readonly string[]): Send | undefined => {
    const folded = names.map((name) => name.toLowerCase());
    const known = folded.map((name) => this.#services.find(([each]) => each.toLowerCase() === name)).find(Boolean);
    return known && ((request) => (done) => this.#served(...known, request, done));
  };

  #served(name: string, service: Service, request: HttpRequest, done: (outcome: HttpOutcome) => void): () => void {
    const { clock, log } = this.options;
    const times = this.#times.get(name) ?? 0;
    this.#times.set(name, times + 1);
    const serviceRequest = new ServiceRequest(request, this.#chanceOf(name), times);
    if (this.options.keepRequests !== false)
      this.received.push({ service: name, at: clock.now(), request, json: serviceRequest.json });
    const { after, outcome, fault } = service.serve(serviceRequest);
    if (fault !== undefined) log.add('fault.applied', {}, { what: fault, to: name });
    if (!outcome) return () => undefined;
    return clock.after(after, () => done(outcome));
  }

  /** The message does not name the host, because a host can hold a secret. */
  get #nobody(): HttpOutcome {
    const names = Object.keys(this.options.services);
    return { problem: 'noService', message: `there are ${names.length === 0 ? 'none' : names.join(', ')}` };
  }

  #serviceOf(url: string): readonly [string, Service] | undefined {
    const origin = /^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? url;
    let near = this.#byOrigin.get(origin);
    if (!near) {
      const { hostname } = new URL(url);
      near = this.#services.filter(([name]) => isAddress(name) || isHost(name, hostname));
      // Templates can produce any number of hosts.
      if (this.#byOrigin.size >= REMEMBERED) this.#byOrigin.clear();
      this.#byOrigin.set(origin, near);
    }
    return near.find(([name]) => !isAddress(name) || url.startsWith(name));
  }

  #chanceOf(name: string): Chance {
    const known = this.#chances.get(name) ?? this.options.chance.of(`service ${name}`);
    this.#chances.set(name, known);
    return known;
  }
}

const REMEMBERED = 1_000;

const isAddress = (name: string): boolean => name.includes('://');

function isHost(name: string, hostname: string): boolean {
  const firstLabels = name.toLowerCase();
  return hostname === firstLabels || hostname.startsWith(`${firstLabels}.`);
}
