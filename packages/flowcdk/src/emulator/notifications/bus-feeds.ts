import { namedTopic, notificationTopics, subscriptionRulesOf } from '../../process-automation/notification-topics';
import { eventSources } from '../runtime/bus/event-source';
import type { Runtime } from '../runtime/runtime';
import { StateFeeds, stateTopics } from './state-feeds';

/** States that EventBridge may have: those that are not for users alone (believed). */
const forBus: ReadonlySet<string> = new Set(
  notificationTopics
    .filter((topic) => stateTopics.includes(topic) && subscriptionRulesOf(topic).currentUser !== 'must')
    .map(({ name }) => name),
);

/**
 * Sends the states of conversations, agents and queues to EventBridge, while an integration asks for them. The other events
 * reach the bus when they happen.
 */
export class BusFeeds {
  readonly #feeds: StateFeeds;
  #topics: ReadonlySet<string> = new Set();
  #stop: (() => void) | undefined;

  constructor(private readonly runtime: Runtime) {
    this.#feeds = new StateFeeds(runtime, {
      wants: (name) => this.#topics.has(namedTopic(name)?.topic.name ?? ''),
      publish: (name, body) => {
        const named = namedTopic(name);
        if (named) runtime.bus.deliver(named.topic.name, body, named.ids[0]);
      },
    });
  }

  stop(): void {
    this.#stop?.();
  }

  /** Looks which states the integrations ask for now. */
  update(): void {
    const before = this.#topics;
    const topics = eventSources(this.runtime.org).flatMap((source) => source.topics);
    this.#topics = new Set(topics.filter((name) => forBus.has(name)));
    if ([...this.#topics].every((name) => before.has(name)) && this.#topics.size === before.size) return;
    this.#stop?.();
    this.#stop = this.#topics.size > 0 ? this.#feeds.listen() : undefined;
  }
}
