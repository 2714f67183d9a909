import type { JsonObject } from '../../state/json';
import type { FlowEnd } from '../events';
import type { FlowRun } from '../flow/flow-run';
import type { Runtime } from '../runtime';
import type { AcdRequest } from './acd';
import type { Conversation, Participant } from './conversation';

/** The detail events of conversations (`genesys-public-api.md` B), published at the moments they happen. */
export class DetailEvents {
  constructor(private readonly runtime: Runtime) {}

  customerStart(of: Conversation): void {
    this.#publish(of, 'customer.start', { ...common(of, of.customer) });
  }

  customerEnd(of: Conversation): void {
    const { customer } = of;
    this.#publish(of, 'customer.end', {
      ...common(of, customer),
      disconnectType: customer.disconnectType,
      interactingDurationMs: (customer.endedAt ?? 0) - customer.startedAt,
    });
  }

  flowStart(of: Conversation, who: Participant, run: FlowRun): void {
    this.#publish(of, 'flow.start', { ...common(of, who), ...flowFields(run) });
  }

  flowEnd(of: Conversation, who: Participant, run: FlowRun, reason: FlowEnd): void {
    this.#publish(of, 'flow.end', {
      ...common(of, who),
      ...flowFields(run),
      connectedDurationMs: this.runtime.clock.now() - run.startedAt,
      exitReason: exitReasons[reason],
      ...(reason === 'transfer' ? { transferType: 'ACD' } : {}),
    });
  }

  acdStart(of: Conversation, who: Participant, { queueId, priority, skillIds = [] }: AcdRequest): void {
    this.#publish(of, 'acd.start', {
      ...common(of, who),
      queueId,
      routingPriority: priority,
      requestedRoutingSkillIds: skillIds,
      skillExpressionApplied: false,
    });
  }

  acdEnd(
    of: Conversation,
    who: Participant,
    acdOutcome: 'ANSWERED' | 'ABANDON' | 'FLOW_OUT',
    answeredUserId?: string,
  ): void {
    this.#publish(of, 'acd.end', {
      ...common(of, who),
      queueId: who.queueId,
      acdOutcome,
      answeredUserId,
      connectedDurationMs: (who.endedAt ?? 0) - who.startedAt,
    });
  }

  userStart(of: Conversation, who: Participant): void {
    this.#publish(of, 'user.start', { ...common(of, who), userId: who.userId, queueId: who.queueId });
  }

  userEnd(of: Conversation, who: Participant): void {
    this.#publish(of, 'user.end', {
      ...common(of, who),
      userId: who.userId,
      queueId: who.queueId,
      disconnectType: who.disconnectType,
      interactingDurationMs: (who.endedAt ?? 0) - (who.connectedAt ?? who.startedAt),
    });
  }

  acw(of: Conversation, who: Participant): void {
    this.#publish(of, 'acw', {
      ...common(of, who),
      userId: who.userId,
      queueId: who.queueId,
      wrapupCode: who.wrapup?.code,
      wrapupNotes: who.wrapup?.notes,
      wrapupDurationMs: who.wrapup?.milliseconds,
    });
  }

  attributes(of: Conversation, participantId: string, attributes: Readonly<Record<string, string>>): void {
    this.#publish(of, 'attributes', { participantId, attributes });
  }

  #publish(of: Conversation, suffix: string, fields: JsonObject): void {
    const event: JsonObject = { eventTime: this.runtime.clock.now(), conversationId: of.id, ...fields };
    this.runtime.log.add(
      'event.published',
      { conversationId: of.id },
      { topic: `v2.detail.events.conversation.${of.id}.${suffix}`, event },
    );
    this.runtime.triggers.deliver(`v2.detail.events.conversation.{id}.${suffix}`, event, of.id);
  }
}

const common = (of: Conversation, who: Participant): JsonObject => ({
  participantId: who.id,
  sessionId: who.sessionId,
  mediaType: 'VOICE',
  provider: 'Edge',
  direction: of.direction,
  ani: of.from,
  dnis: of.to,
});

const flowFields = ({ program, runtime }: FlowRun): JsonObject => ({
  flowType: runtime.org.get('flow', program.flowId)?.['type'],
  flowId: program.flowId,
  flowVersion: program.version,
});

const exitReasons: Readonly<Record<FlowEnd, string>> = {
  completed: 'FLOW_EXIT',
  returned: 'FLOW_EXIT',
  disconnect: 'FLOW_DISCONNECT',
  transfer: 'TRANSFER',
  hangUp: 'DISCONNECT',
  error: 'FLOW_ERROR_DISCONNECT',
  terminated: 'FLOW_EXIT',
};
