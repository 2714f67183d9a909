import { idIn, type Json, type JsonObject } from '../../state/json';
import type { ConversationRecord, Run } from '../action-context';
import type { EventPlace, FlowEnd } from '../events';
import type { Foundation } from '../foundation';
import type { AcdRequest } from './acd-request';
import { exitReasons } from './flow-session';
import type { CallSession, MediaType, Participant } from './participant';

/** How a call left a queue. */
export interface AcdEnd {
  readonly outcome: 'ANSWERED' | 'ABANDON' | 'FLOW_OUT';
  readonly request: AcdRequest;
  readonly agent?: Participant;
}

/** The result of an outcome of a flow. Moments are milliseconds since 1970. */
export interface OutcomeReached {
  readonly flowOutcomeId: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly value: 'SUCCESS' | 'FAILURE';
  readonly milestones: readonly { readonly milestoneId: string; readonly reachedAt: number }[];
}

/** A receiver of the platform's events. */
export interface EventReceiver {
  /** Whether anybody listens to a topic. */
  listenTo(topic: string): boolean;
  /**
   * @param topic the topic with its placeholder: `v2.detail.events.conversation.{id}.acw`
   * @param id the id in place of the placeholder; triggers take it for that of a conversation
   */
  deliver(topic: string, event: JsonObject, id?: string, place?: EventPlace): void;
}

/** The parts of the runtime that detail events need. */
export interface DetailRuntime extends Pick<Foundation, 'log' | 'clock'> {
  readonly triggers: EventReceiver;
  readonly bus: EventReceiver;
}

/**
 * Publishes the detail events of conversations at the moments at which they happen. Names, fields and enumerations are
 * documented. Some of the moments, and which optional fields an event has, are believed. Fields that a call never has
 * (subject, message type, callback fields) are left out.
 */
export class DetailEvents {
  constructor(private readonly runtime: DetailRuntime) {}

  customerStart(of: ConversationRecord): void {
    this.#publish(of, 'customer.start', () => ({ ...common(of, of.customer), divisionId: of.divisionId }));
  }

  customerEnd(of: ConversationRecord): void {
    const { customer } = of;
    this.#publish(of, 'customer.end', () => ({
      ...common(of, customer),
      disconnectType: customer.disconnectType,
      divisionId: of.divisionId,
      interactingDurationMs: lasted(customer.connectedAt ?? customer.startedAt, customer.endedAt),
    }));
  }

  flowStart(of: ConversationRecord, who: Participant, run: Run): void {
    this.#publish(of, 'flow.start', () => ({ ...common(of, who), ...flowFields(run) }));
  }

  flowEnd(of: ConversationRecord, who: Participant, run: Run, reason: FlowEnd): void {
    this.#publish(of, 'flow.end', () => ({
      ...common(of, who),
      ...flowFields(run),
      disconnectType: who.disconnectType,
      connectedDurationMs: lasted(run.startedAt, this.runtime.clock.now()),
      exitReason: exitReasons[reason],
      ...(reason === 'transfer' ? { transferType: run.leg?.transferType ?? 'UNKNOWN' } : {}),
    }));
  }

  /** The result of a flow outcome, at the moment at which the flow sets it (documented fields, believed moment). */
  flowOutcome(of: ConversationRecord, who: Participant, run: Run, reached: OutcomeReached): void {
    const { flowOutcomeId, startedAt, endedAt, value, milestones } = reached;
    this.#publish(of, 'flow.outcome', () => ({
      ...common(of, who),
      ...flowFields(run),
      flowOutcomeId,
      flowOutcomeStartTime: startedAt,
      flowOutcomeEndTime: endedAt,
      flowOutcomeValue: value,
      // The form of an item is not documented. The names are our own.
      flowMilestones: milestones.map(({ milestoneId, reachedAt }) => ({
        flowMilestoneId: milestoneId,
        time: reachedAt,
      })),
    }));
  }

  acdStart(of: ConversationRecord, who: Participant, { queueId, priority, skillIds = [] }: AcdRequest): void {
    this.#publish(of, 'acd.start', () => ({
      ...common(of, who),
      queueId,
      divisionId: who.divisionId,
      routingPriority: priority,
      requestedRoutingSkillIds: skillIds,
      skillExpressionApplied: false,
    }));
  }

  acdEnd(of: ConversationRecord, who: Participant, { outcome, request, agent }: AcdEnd): void {
    const { priority, skillIds = [], languageId, directAgentId, preferredAgents = [] } = request;
    const preferred = preferredAgents.map(({ userId }) => userId);
    const routing =
      directAgentId !== undefined ? 'OTHER' : preferred.includes(agent?.userId ?? '') ? 'PREFERRED' : 'STANDARD';
    this.#publish(of, 'acd.end', () => ({
      ...common(of, who),
      disconnectType: who.disconnectType,
      queueId: who.queueId,
      divisionId: who.divisionId,
      acdOutcome: outcome,
      ...(agent === undefined ? {} : { answeredUserId: agent.userId, usedRouting: routing }),
      requestedRoutings: [preferred.length > 0 ? 'PREFERRED' : 'STANDARD'],
      requestedRoutingSkillIds: skillIds,
      requestedLanguageId: languageId,
      requestedRoutingUserIds: directAgentId === undefined ? preferred : [directAgentId],
      routingPriority: priority,
      connectedDurationMs: lasted(who.startedAt, who.endedAt),
    }));
  }

  /** Published when the call rings at the user, not when they answer (field reports). */
  userStart(of: ConversationRecord, who: Participant): void {
    this.#publish(of, 'user.start', () => ({
      ...common(of, who),
      userId: who.userId,
      divisionId: who.divisionId,
      queueId: who.queueId,
    }));
  }

  /** Published also after a missed or declined call, and on transfers (field reports). */
  userEnd(of: ConversationRecord, who: Participant): void {
    const held = who.heldMs ?? 0;
    const isCallback = of.mediaType === 'CALLBACK';
    this.#publish(of, 'user.end', () => ({
      ...common(of, who),
      disconnectType: who.disconnectType,
      userId: who.userId,
      divisionId: who.divisionId,
      queueId: who.queueId,
      interactingDurationMs:
        isCallback || who.connectedAt === undefined ? 0 : lasted(who.connectedAt, who.endedAt) - held,
      heldDurationMs: held,
      alertingDurationMs: lasted(who.startedAt, who.connectedAt ?? who.endedAt),
      contactingDurationMs: 0,
      dialingDurationMs: 0,
      callbackDurationMs: isCallback && who.connectedAt !== undefined ? lasted(who.connectedAt, who.endedAt) : 0,
    }));
  }

  /** An agent calls the customer of a callback. */
  callStart(of: ConversationRecord, agent: Participant, call: CallSession): void {
    this.#publish(of, 'user.start', () => ({
      ...callFields(of, agent, call),
      userId: agent.userId,
      divisionId: agent.divisionId,
      queueId: agent.queueId,
    }));
  }

  /** The call of an agent to the customer of a callback is over. */
  callEnd(of: ConversationRecord, agent: Participant, call: CallSession): void {
    const { startedAt, connectedAt, endedAt, disconnectType } = call;
    this.#publish(of, 'user.end', () => ({
      ...callFields(of, agent, call),
      disconnectType,
      userId: agent.userId,
      divisionId: agent.divisionId,
      queueId: agent.queueId,
      interactingDurationMs: connectedAt === undefined ? 0 : lasted(connectedAt, endedAt),
      heldDurationMs: 0,
      alertingDurationMs: 0,
      contactingDurationMs: 0,
      dialingDurationMs: lasted(startedAt, connectedAt ?? endedAt),
      callbackDurationMs: 0,
    }));
  }

  /** A user has finished after-call work. */
  acw(of: ConversationRecord, who: Participant): void {
    this.#publish(of, 'acw', () => ({ ...common(of, who), userId: who.userId, ...wrapupFields(who) }));
  }

  /** A flow set the wrap-up code, not a user (inferred from the missing user id). */
  wrapup(of: ConversationRecord, who: Participant): void {
    this.#publish(of, 'wrapup', () => ({ ...common(of, who), ...wrapupFields(who) }));
  }

  voicemailStart(of: ConversationRecord, who: Participant): void {
    this.#publish(of, 'voicemail.start', () => voicemailFields(of, who));
  }

  voicemailEnd(of: ConversationRecord, who: Participant, voicemailDurationMs: number): void {
    this.#publish(of, 'voicemail.end', () => ({
      ...voicemailFields(of, who),
      disconnectType: who.disconnectType,
      voicemailDurationMs,
    }));
  }

  attributes(of: ConversationRecord, participantId: string, attributes: Readonly<Record<string, string>>): void {
    const sessionId = of.participant(participantId)?.sessionId;
    this.#publish(of, 'attributes', () => ({
      participantId,
      attributes,
      ...(sessionId === undefined ? {} : { communications: [{ id: sessionId, mediaType: of.mediaType }] }),
    }));
  }

  /** @param fields makes the fields only if somebody listens: nobody reads most events of a busy hour */
  #publish(of: ConversationRecord, suffix: string, fields: () => JsonObject): void {
    const { log, triggers, bus, clock } = this.runtime;
    const topic = `v2.detail.events.conversation.{id}.${suffix}`;
    if (!log.wants('event.published') && !triggers.listenTo(topic) && !bus.listenTo(topic)) return;
    const event: Record<string, Json> = { eventTime: clock.now(), conversationId: of.id };
    for (const [name, value] of Object.entries(fields())) if (value !== undefined) event[name] = value;
    log.add('event.published', of.place, { topic: `v2.detail.events.conversation.${of.id}.${suffix}`, event });
    triggers.deliver(topic, event, of.id);
    bus.deliver(topic, event, of.id, of.place);
  }
}

const lasted = (from: number, to: number | undefined): number => (to ?? from) - from;

const common = (of: ConversationRecord, who: Participant): JsonObject => ({
  participantId: who.id,
  sessionId: who.sessionId,
  mediaType: of.mediaType,
  provider: providers[of.mediaType],
  direction: of.direction,
  ...(of.mediaType === 'VOICE' || of.mediaType === 'CALLBACK'
    ? { ani: of.from, ...(of.to === '' ? {} : { dnis: of.to }) }
    : {
        addressFrom: of.from,
        addressTo: of.to,
        ...(of.messageType === undefined ? {} : { messageType: of.messageType }),
      }),
  ...(of.callback as JsonObject | undefined),
});

/** The call of a callback is a session of its own (documented). Its fields are believed. */
const callFields = (of: ConversationRecord, who: Participant, call: CallSession): JsonObject => ({
  participantId: who.id,
  sessionId: call.sessionId,
  mediaType: 'VOICE',
  provider: providers.VOICE,
  direction: 'OUTBOUND',
  ...(of.to === '' ? {} : { ani: of.to }),
  dnis: of.from,
});

/** The names of providers other than `Edge` are assumed. */
export const providers: Readonly<Record<MediaType, string>> = {
  VOICE: 'Edge',
  CALLBACK: 'PureCloud Callback',
  MESSAGE: 'PureCloud Messaging',
  EMAIL: 'PureCloud Email',
};

const voicemailFields = (of: ConversationRecord, who: Participant): JsonObject => ({
  ...common(of, who),
  userId: who.userId,
  queueId: who.queueId,
  divisionId: who.divisionId,
});

const wrapupFields = (who: Participant): JsonObject => ({
  queueId: who.queueId,
  wrapupCode: who.wrapup?.code,
  wrapupNotes: who.wrapup?.notes,
  wrapupDurationMs: who.wrapup?.milliseconds,
});

function flowFields({ program, runtime }: Run): JsonObject {
  const flow = runtime.org.get('flow', program.flowId);
  return {
    flowType: flow?.type,
    flowId: program.flowId,
    divisionId: idIn(flow, 'division'),
    flowVersion: program.version,
  };
}
