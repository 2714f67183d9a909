import type { JsonObject } from '../../state/json';
import type { Chance } from '../chance';
import type { EventReceiver } from '../conversation/detail-events';
import type { EventPlace } from '../events';
import type { Foundation } from '../foundation';
import type { Send } from '../services/http';
import { Archive, type ArchiveOptions, type ReplayOptions } from './archive';
import { type BusDetail, type BusEvent, type BusFaults, BusProblem, type LostEvent } from './bus-event';
import { type EventSource, eventSources } from './event-source';
import { HandOver } from './hand-over';
import { type BusRule, busRule, type BusRuleOptions, type DeadLetter } from './rule';
import { sendTo } from './target';
import { TargetDelivery } from './target-delivery';

/** The parts of the runtime that the bus needs. */
export interface BusRuntime extends Pick<Foundation, 'org' | 'clock' | 'chance' | 'settings' | 'log'> {
  /** Sends requests to the addresses of rules. */
  readonly send: Send;
}

/** An event source as the AWS account sees it: pending until a bus is associated with it. */
export interface KnownSource extends EventSource {
  readonly state: 'PENDING' | 'ACTIVE';
}

const LATEST = 60_000;
/** The most losses of which the bus knows more than their number. */
const MOST_LOSSES = 100_000;

/**
 * Amazon EventBridge beside the org. Integrations of the type `amazon-eventbridge-source` that are switched on send the
 * events of their topics to it. Nobody gets them before a bus is associated with the source.
 *
 * ```ts
 * org.bus.associate('contact-centre');
 * org.bus.rule('finished-calls', { pattern: { 'detail-type': [{ suffix: '.customer.end' }] }, target: keep });
 * ```
 *
 * Everything happens under the clock of the org: the tries of Genesys Cloud for four days, those of rules for a day, and
 * the times for which queues and archives keep events.
 */
export class LocalBus implements EventReceiver {
  readonly #handOver: HandOver;
  readonly #delivery: TargetDelivery;
  readonly #chance: Chance;
  readonly #associated = new Set<string>();
  readonly #rules = new Map<string, BusRule>();
  readonly #archives = new Map<string, Archive>();
  readonly #lost: LostEvent[] = [];
  #lostEvents = 0;
  #received = 0;

  constructor(private readonly runtime: BusRuntime) {
    const { clock, log } = runtime;
    this.#chance = runtime.chance.of('event bus');
    this.#handOver = new HandOver(clock);
    this.#delivery = new TargetDelivery({
      clock,
      log,
      chance: this.#chance.of('pauses'),
      lose: (event, why) => this.#lose(event.source, event.detail.topicName, why),
    });
  }

  /** What goes wrong on purpose between Genesys Cloud and the bus, from now on. */
  get faults(): BusFaults {
    return this.#handOver.faults;
  }

  set faults(faults: BusFaults) {
    for (const { from, to } of faults.outages ?? []) {
      if (!(from.getTime() < to.getTime())) throw new BusProblem('an outage ends after it begins');
    }
    this.#handOver.faults = faults;
  }

  /** The event sources of the org. */
  get sources(): readonly KnownSource[] {
    return eventSources(this.runtime.org).map((source) => ({
      ...source,
      state: this.#associated.has(source.name) ? 'ACTIVE' : 'PENDING',
    }));
  }

  get rules(): readonly BusRule[] {
    return [...this.#rules.values()];
  }

  get archives(): readonly string[] {
    return [...this.#archives.keys()];
  }

  /** How many events the bus has taken from Genesys Cloud. Events that are sent again are not counted. */
  get received(): number {
    return this.#received;
  }

  /** How many events wait in Genesys Cloud, because the bus does not take them. */
  get waiting(): number {
    return this.#handOver.waiting;
  }

  /** How many events nobody will get any more. */
  get lostEvents(): number {
    return this.#lostEvents;
  }

  /** The events that nobody will get any more: the first hundred thousand. */
  get lost(): readonly LostEvent[] {
    return this.#lost;
  }

  /** The dead-letter queues of all rules. */
  get deadLetters(): readonly DeadLetter[] {
    return this.#delivery.deadLetters;
  }

  /** Associates a bus with an event source, by its suffix or its whole name: its rules get its events from now on. */
  associate(source: string): KnownSource {
    const known = this.sources.find(({ suffix, name }) => suffix === source || name === source);
    const suffixes = this.sources.map(({ suffix }) => suffix).join(', ') || 'none';
    if (!known) throw new BusProblem(`there is no event source '${source}'; there are ${suffixes}`);
    this.#associated.add(known.name);
    return { ...known, state: 'ACTIVE' };
  }

  /** Adds a rule, or changes the one of this name. @throws EventPatternError or BusProblem for what cannot be */
  rule(name: string, options: BusRuleOptions): void {
    const { clock, send } = this.runtime;
    const bus = this.#busNamed(options.bus);
    this.#rules.set(name, busRule(name, bus, options, sendTo(options.target, clock, send)));
  }

  /** Removes a rule. Gives whether there was one. */
  removeRule(name: string): boolean {
    return this.#rules.delete(name);
  }

  /** Keeps the events of a bus from now on. */
  archive(name: string, options: ArchiveOptions = {}): void {
    this.#archives.set(name, new Archive(name, this.#busNamed(options.bus), options));
  }

  /** Forgets an archive with its events. Gives whether there was one. */
  removeArchive(name: string): boolean {
    return this.#archives.delete(name);
  }

  /** Sends events of an archive again, with `replay-name`. Gives how many. */
  replay(archive: string, options: ReplayOptions, name = `replay-of-${archive}`): number {
    const kept = this.#archives.get(archive);
    if (!kept)
      throw new BusProblem(`there is no archive '${archive}'; there are ${this.archives.join(', ') || 'none'}`);
    const events = kept.between(options, this.runtime.clock.now());
    for (const event of events) this.#toRules({ ...event, 'replay-name': name }, options.rules);
    return events.length;
  }

  /** Sends dead letters to the targets of their rules again; of one rule, or of all. Gives how many. */
  redrive(rule?: string): number {
    const letters = this.#delivery.take(rule);
    for (const { event, rule: name } of letters) {
      const target = this.#rules.get(name);
      if (target) this.#delivery.deliver(target, event);
      else this.#lose(event.source, event.detail.topicName, `the rule ${name} is gone`);
    }
    return letters.length;
  }

  listenTo(topic: string): boolean {
    return eventSources(this.runtime.org).some(({ topics }) => topics.includes(topic));
  }

  deliver(topic: string, event: JsonObject, id = '', place: EventPlace = {}): void {
    for (const source of eventSources(this.runtime.org)) {
      if (source.topics.includes(topic)) this.#send(source, topic, event, id, place);
    }
  }

  #send(source: EventSource, topic: string, eventBody: JsonObject, id: string, place: EventPlace): void {
    const { clock, settings, log } = this.runtime;
    const { duplicated = 0, delayed = 0, delay = LATEST } = this.faults;
    const at = clock.now();
    const detail: BusDetail = {
      topicName: topic.replace('{id}', id),
      version: '2',
      eventBody,
      metadata: { CorrelationId: this.#chance.id() },
      timestamp: new Date(at).toISOString(),
    };
    // Every fault draws its own number, so that one fault does not change another.
    const [doubles, comesLate, by] = [this.#chance.next(), this.#chance.next(), this.#chance.next()];
    const late = comesLate < delayed ? Math.round(by * delay) : 0;
    const copies = doubles < duplicated ? 2 : 1;
    if (copies === 2) log.add('fault.applied', place, { what: 'duplicated', to: source.name });
    if (late > 0) log.add('fault.applied', place, { what: 'delayed', to: source.name });
    const fields = { source: source.name, topic: detail.topicName };
    for (let copy = 0; copy < copies; copy += 1) {
      clock.after(settings.eventLatency + late, () =>
        this.#handOver.offer({
          at,
          arrive: () => this.#receive(source, topic, detail, place),
          wait: () => log.add('bus.delayed', place, fields),
          lose: () => this.#lose(source.name, detail.topicName, 'the bus did not take it for four days', place),
        }),
      );
    }
  }

  #receive(source: EventSource, topic: string, detail: BusDetail, place: EventPlace): void {
    // Assumed: AWS takes the events of a source that is pending, and nobody gets them.
    if (!this.#associated.has(source.name))
      return this.#lose(source.name, detail.topicName, 'no bus is associated with the source', place);
    const event: BusEvent = {
      version: '0',
      id: this.#chance.id(),
      'detail-type': topic,
      source: source.name,
      account: source.account,
      time: `${detail.timestamp.slice(0, 19)}Z`,
      region: source.region,
      resources: [],
      detail,
    };
    this.#received += 1;
    for (const archive of this.#archives.values()) {
      if (archive.bus === source.name) archive.keep(event, this.runtime.clock.now());
    }
    this.#toRules(event, undefined, place);
  }

  #toRules(event: BusEvent, names?: readonly string[], place: EventPlace = {}): void {
    const matching = this.rules.filter(
      ({ name, bus, pattern }) =>
        bus === event.source && (names === undefined || names.includes(name)) && pattern.matches(event),
    );
    const rules = matching.map(({ name }) => name);
    this.runtime.log.add('bus.received', place, { source: event.source, topic: event.detail.topicName, rules });
    for (const rule of matching) this.#delivery.deliver(rule, event);
  }

  #busNamed(suffix: string | undefined): string {
    const active = this.sources.filter(({ state }) => state === 'ACTIVE');
    const [only, ...others] = suffix === undefined ? active : active.filter((source) => source.suffix === suffix);
    if (only && others.length === 0) return only.name;
    const suffixes = active.map((source) => source.suffix).join(', ') || 'none';
    if (suffix !== undefined || active.length === 0)
      throw new BusProblem(`no bus is associated with ${suffix ?? 'an event source'}; associated are ${suffixes}`);
    throw new BusProblem(`several buses could have it; choose one with bus: ${suffixes}`);
  }

  #lose(source: string, topicName: string, why: string, place: EventPlace = {}): void {
    this.#lostEvents += 1;
    const at = this.runtime.clock.now();
    if (this.#lost.length < MOST_LOSSES) this.#lost.push({ at, source, topicName, why });
    this.runtime.log.add('bus.lost', place, { source, topic: topicName, why });
  }
}
