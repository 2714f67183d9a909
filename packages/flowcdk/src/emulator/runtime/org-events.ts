import type { JsonObject } from '../state/json';
import type { EventReceiver } from './conversation/detail-events';
import type { Foundation } from './foundation';

/** The parts of the runtime that events of the org need. */
export interface OrgEventsRuntime extends Pick<Foundation, 'log'> {
  readonly triggers: EventReceiver;
  readonly bus: EventReceiver;
}

/** Publishes the events of the platform that belong to no conversation: of users, of webhooks. */
export class OrgEvents {
  constructor(private readonly runtime: OrgEventsRuntime) {}

  /**
   * @param topic the topic with its placeholder: `v2.users.{id}.activity`
   * @param id the id in place of the placeholder
   */
  publish(topic: string, id: string, event: JsonObject): void {
    const { log, triggers, bus } = this.runtime;
    log.add('event.published', {}, { topic: topic.replace('{id}', id), event });
    triggers.deliver(topic, event);
    bus.deliver(topic, event, id);
  }
}
