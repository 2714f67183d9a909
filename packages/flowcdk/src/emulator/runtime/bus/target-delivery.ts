import type { Chance } from '../chance';
import type { Clock } from '../clock';
import type { EventLog } from '../event-log';
import type { BusEvent } from './bus-event';
import type { BusRule, DeadLetter } from './rule';
import type { TargetOutcome } from './target';

/** The parts that the delivery to targets needs. */
export interface DeliveryRuntime {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly chance: Chance;
  /** An event that nobody will get any more. */
  lose(event: BusEvent, why: string): void;
}

interface Delivery {
  readonly rule: BusRule;
  readonly event: BusEvent;
  /** When the bus got the event, milliseconds since 1970. */
  readonly since: number;
  retries: number;
}

type Failure = Extract<TargetOutcome, { ok: false }>;

const FIRST_PAUSE = 1_000;
/** So that 185 tries take about a day (assumed; that pauses grow and vary is documented). */
const LONGEST_PAUSE = 10 * 60_000;
/** The most events that the dead-letter queues hold together. */
const MOST_DEAD_LETTERS = 100_000;

/** Sends events to the targets of rules, tries again, and keeps what no target took in dead-letter queues. */
export class TargetDelivery {
  #deadLetters: DeadLetter[] = [];

  constructor(private readonly runtime: DeliveryRuntime) {}

  /** What no target took, oldest first. */
  get deadLetters(): readonly DeadLetter[] {
    return this.#deadLetters;
  }

  deliver(rule: BusRule, event: BusEvent): void {
    this.#try({ rule, event, since: this.runtime.clock.now(), retries: 0 });
  }

  /** Takes dead letters out of the queues; of one rule, or of all. */
  take(rule?: string): readonly DeadLetter[] {
    const taken = this.#deadLetters.filter((letter) => rule === undefined || letter.rule === rule);
    this.#deadLetters = this.#deadLetters.filter((letter) => !taken.includes(letter));
    return taken;
  }

  #try(delivery: Delivery): void {
    const { rule, event, retries } = delivery;
    rule.send(event, (outcome) => {
      if (!outcome.ok) return this.#failed(delivery, outcome);
      this.runtime.log.add('bus.delivered', {}, { rule: rule.name, topic: event.detail.topicName, retries });
    });
  }

  #failed(delivery: Delivery, failure: Failure): void {
    const { rule, event, since, retries } = delivery;
    const { clock, log, chance } = this.runtime;
    const { topicName: topic } = event.detail;
    log.add('bus.failed', {}, { rule: rule.name, topic, retries, why: failure.message });
    if (!failure.isRetried) return this.#giveUp(delivery, failure);
    const left = since + rule.maximumAge - clock.now();
    if (retries >= rule.maximumRetries) return this.#giveUp(delivery, failure, 'MaximumRetryAttempts');
    if (left <= 0) return this.#giveUp(delivery, failure, 'MaximumEventAgeInSeconds');
    const longest = Math.min(FIRST_PAUSE * 2 ** Math.min(retries, 30), LONGEST_PAUSE);
    const pause = Math.round(longest * (0.5 + chance.next() / 2));
    delivery.retries += 1;
    clock.after(Math.min(pause, left), () => this.#try(delivery));
  }

  #giveUp(
    { rule, event, retries }: Delivery,
    { code, message }: Failure,
    condition?: DeadLetter['attributes']['EXHAUSTED_RETRY_CONDITION'],
  ): void {
    const { clock, log } = this.runtime;
    const keptFor = rule.deadLettersKeptFor;
    const target = `the target of the rule ${rule.name}`;
    if (keptFor === undefined) return this.runtime.lose(event, `${target} did not take it: ${message}`);
    if (this.#deadLetters.length >= MOST_DEAD_LETTERS)
      return this.runtime.lose(event, `the local org keeps no more than ${MOST_DEAD_LETTERS} dead letters`);
    const letter: DeadLetter = {
      event,
      rule: rule.name,
      at: clock.now(),
      attributes: {
        RULE_ARN: `arn:aws:events:${event.region}:${event.account}:rule/${event.source}/${rule.name}`,
        ERROR_CODE: code,
        ERROR_MESSAGE: message,
        RETRY_ATTEMPTS: String(retries),
        ...(condition === undefined ? {} : { EXHAUSTED_RETRY_CONDITION: condition }),
      },
    };
    this.#deadLetters.push(letter);
    log.add('bus.deadLettered', {}, { rule: rule.name, topic: event.detail.topicName, why: message });
    clock.after(keptFor, () => {
      if (!this.#deadLetters.includes(letter)) return;
      this.#deadLetters = this.#deadLetters.filter((other) => other !== letter);
      this.runtime.lose(event, `the dead-letter queue of the rule ${rule.name} keeps nothing longer`);
    });
  }
}
