import { type JsonObject } from '../../state/json';
import type { Trigger } from '../../state/tables/trigger';
import { isPublished } from '../../state/published';
import type { Chance } from '../chance';
import type { EventReceiver } from '../conversation/detail-events';
import type { EventPlace } from '../events';
import { CannotLaunch } from '../flow/cannot-launch';
import type { Executions } from '../flow/executions';
import type { Foundation } from '../foundation';
import { criteriaResults } from './criteria';
import { DELAY, type DeliveryFaults, OVERTAKEN_WITHIN } from './delivery-faults';
import { LaunchLimits } from './launch-limits';
import { triggerInputs } from './trigger-inputs';

/** An event on its way to one trigger. */
interface Delivery {
  readonly triggerId: string;
  readonly name: string;
  readonly topic: string;
  readonly event: JsonObject;
  /** The conversation, as the place of its entries in the log. Empty for an event of no conversation. */
  readonly place: EventPlace;
  /** When the event happened, milliseconds since 1970. */
  readonly at: number;
}

/** The parts of the runtime that the delivery of events needs. */
export interface TriggerRuntime extends Foundation {
  readonly executions: Pick<Executions, 'launch'>;
}

/**
 * Delivers events of the platform to the triggers that listen to them. Triggers launch workflows. Each event is handled
 * by itself, and the order is not guaranteed (documented). Repeats and losses are not documented; delivery faults can
 * cause them.
 */
export class TriggerDelivery implements EventReceiver {
  /** The faults of deliveries. They can change while the org lives. */
  faults: DeliveryFaults;
  readonly #chance: Chance;
  readonly #limits: LaunchLimits;
  /** Deliveries that wait to be overtaken, by trigger. */
  readonly #overtaken = new Map<string, () => void>();

  constructor(private readonly runtime: TriggerRuntime) {
    const { settings, chance, clock } = runtime;
    this.faults = settings.deliveryFaults ?? {};
    this.#chance = chance.of('deliveries to triggers');
    this.#limits = new LaunchLimits(settings.limits, () => clock.now());
  }

  listenTo(topic: string): boolean {
    return this.runtime.org.all('trigger').some((trigger) => trigger.topicName === topic);
  }

  deliver(topic: string, event: JsonObject, conversationId?: string): void {
    const { org, clock, settings } = this.runtime;
    for (const trigger of org.all('trigger')) {
      if (trigger.topicName !== topic) continue;
      const name = trigger.name;
      const place = conversationId === undefined ? {} : { conversationId };
      const delivery: Delivery = { triggerId: trigger.id, name, topic, event, place, at: clock.now() };
      for (const late of this.#fates(delivery)) {
        clock.after(settings.eventLatency + late, () => this.#arrive(delivery));
      }
    }
  }

  /**
   * The delays of a delivery, one for each time that it arrives. Every fault draws its own random number each time, so
   * that one fault does not change another.
   */
  #fates(delivery: Delivery): readonly number[] {
    const { dropped = 0, duplicated = 0, delayed = 0, delay = DELAY } = this.faults;
    const [drops, doubles, delays, by] = [
      this.#happens(dropped),
      this.#happens(duplicated),
      this.#happens(delayed),
      this.#chance.next(),
    ];
    if (drops) {
      this.#tell('dropped', delivery);
      return [];
    }
    if (doubles) this.#tell('duplicated', delivery);
    if (delays) this.#tell('delayed', delivery);
    const late = delays ? Math.round(by * delay) : 0;
    return doubles ? [late, late] : [late];
  }

  #happens(share: number): boolean {
    return this.#chance.next() < share;
  }

  #tell(what: string, { name, place }: Delivery): void {
    this.runtime.log.add('fault.applied', place, { what, to: `trigger ${name}` });
  }

  #arrive(delivery: Delivery): void {
    const { triggerId } = delivery;
    const before = this.#overtaken.get(triggerId);
    if (!before && this.#happens(this.faults.reordered ?? 0)) {
      this.#tell('reordered', delivery);
      this.#waitToBeOvertaken(delivery);
      return;
    }
    this.#receive(delivery);
    before?.();
  }

  #waitToBeOvertaken(delivery: Delivery): void {
    const { triggerId } = delivery;
    const comes = (): void => {
      this.#overtaken.delete(triggerId);
      cancel();
      this.#receive(delivery);
    };
    const cancel = this.runtime.clock.after(OVERTAKEN_WITHIN, comes);
    this.#overtaken.set(triggerId, comes);
  }

  #receive(delivery: Delivery): void {
    const { clock, log } = this.runtime;
    const trigger = this.#triggerOf(delivery);
    if (!trigger) return;
    const ttl = trigger.eventTTLSeconds;
    const age = clock.now() - delivery.at;
    if (ttl !== undefined && age > ttl * 1000)
      return this.#skip(delivery, `the event is ${Math.round(age / 1000)} s old, more than the ${ttl} s it may be`);
    const unmet = criteriaResults(trigger.matchCriteria, delivery.event).find(({ match }) => !match);
    if (unmet) {
      const { jsonPath, operator, problem } = unmet;
      return this.#skip(delivery, problem ?? `${jsonPath} does not match (${operator})`);
    }
    const { name, topic, place } = delivery;
    log.add('trigger.matched', place, { trigger: name, topic });
    const delay = trigger.delayBySeconds ?? 0;
    if (delay === 0) return this.#launch(delivery, trigger);
    clock.after(delay * 1000, () => {
      const then = this.#triggerOf(delivery);
      if (then) this.#launch(delivery, then);
    });
  }

  /** The current trigger. It may have been changed, disabled or deleted meanwhile. */
  #triggerOf(delivery: Delivery): Trigger | undefined {
    const trigger = this.runtime.org.get('trigger', delivery.triggerId);
    if (trigger?.enabled) return trigger;
    this.#skip(delivery, trigger ? 'it is disabled' : 'it was deleted');
    return undefined;
  }

  /**
   * Launches the workflow. Drops the launch if a limit forbids it (assumed: the platform's behaviour is not
   * documented).
   */
  #launch(delivery: Delivery, trigger: Trigger): void {
    const { org, log, executions } = this.runtime;
    const { name, place, event } = delivery;
    const flow = org.get('flow', trigger.target.id);
    if (!flow || !isPublished(flow)) return this.#skip(delivery, 'its workflow is not published');
    const reached = this.#limits.take(flow.id);
    if (reached) {
      log.add('limit.reached', place, { ...reached, what: `trigger ${name}` });
      return this.#skip(delivery, `the limit ${reached.limit} of ${reached.value} is reached`);
    }
    const { inputData, mismatched } = triggerInputs(trigger, flow, event);
    try {
      executions.launch({ flowId: flow.id, inputData, by: name });
      log.add('trigger.launched', place, {
        trigger: name,
        flow: flow.name,
        ...(mismatched.length === 0 ? {} : { mismatched }),
      });
    } catch (problem) {
      if (!(problem instanceof CannotLaunch)) throw problem;
      this.#skip(delivery, problem.message);
    }
  }

  #skip({ name, topic, place }: Delivery, why: string): void {
    this.runtime.log.add('trigger.skipped', place, { trigger: name, topic, why });
  }
}
