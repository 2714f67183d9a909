import { fieldsOf, itemsOf, type JsonObject, numberOf, textOf } from '../../state/json';
import type { Entity } from '../../state/org';
import { CannotLaunch } from '../flow/executions';
import type { Runtime } from '../runtime';

/** Events of the platform find the triggers that listen to them; those launch workflows. */
export class TriggerDelivery {
  constructor(private readonly runtime: Runtime) {}

  /** @param topic with its placeholder: `v2.detail.events.conversation.{id}.acw` */
  deliver(topic: string, event: JsonObject, conversationId: string): void {
    const { org, clock, settings } = this.runtime;
    for (const trigger of org.all('trigger')) {
      if (trigger['topicName'] !== topic) continue;
      const delay = (numberOf(trigger['delayBySeconds']) ?? 0) * 1000;
      clock.after(settings.eventLatency + delay, () => this.#receive(trigger, topic, event, conversationId));
    }
  }

  #receive(trigger: Entity, topic: string, event: JsonObject, conversationId: string): void {
    const { log, executions, org } = this.runtime;
    const name = textOf(trigger['name']) ?? trigger.id;
    const skip = (why: string): void => log.add('trigger.skipped', { conversationId }, { trigger: name, topic, why });
    if (trigger['enabled'] !== true) return skip('it is disabled');
    for (const criterion of itemsOf(trigger['matchCriteria']).map(fieldsOf)) {
      if (event[textOf(criterion['jsonPath']) ?? ''] !== criterion['value'])
        return skip(`${criterion['jsonPath']} does not match`);
    }
    log.add('trigger.matched', { conversationId }, { trigger: name, topic });
    const flow = org.get('flow', textOf(fieldsOf(trigger['target'])['id']) ?? '');
    const wanted = itemsOf(flow?.['variables']).flatMap((one) =>
      fieldsOf(one)['isInput'] === true ? (textOf(fieldsOf(one)['name']) ?? []) : [],
    );
    const inputData = Object.fromEntries(
      Object.entries(event).flatMap(([key, value]) =>
        wanted.includes(key) && value !== null && value !== undefined && typeof value !== 'object'
          ? [[`Flow.${key}`, value] as const]
          : [],
      ),
    );
    try {
      executions.launch({ flowId: flow?.id ?? '', inputData, by: name });
      log.add('trigger.launched', { conversationId }, { trigger: name, flow: textOf(flow?.['name']) ?? '' });
    } catch (problem) {
      if (!(problem instanceof CannotLaunch)) throw problem;
      skip(problem.message);
    }
  }
}
