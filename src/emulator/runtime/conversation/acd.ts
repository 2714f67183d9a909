import { DurationValue, ReferenceValue, type Value } from '../../../architect/expressions';
import { idIn, textOf } from '../../state/json';
import type { Runtime } from '../runtime';
import type { AgentBehaviour } from '../settings';
import type { CallLeg } from './call-leg';
import type { Participant } from './conversation';

export interface AcdRequest {
  readonly queueId: string;
  readonly queueName: string;
  readonly priority: number;
  readonly skillIds?: readonly string[];
  readonly languageId?: string;
  readonly inQueueFlowId?: string;
  readonly directAgentId?: string;
}

/** A call that waits in a queue or talks to an agent. */
interface Waiting {
  readonly leg: CallLeg;
  readonly request: AcdRequest;
  readonly participant: Participant;
  readonly since: number;
  agent?: Participant;
  cancel?: () => void;
}

/** Queues: calls wait, agents answer, talk and wrap up. */
export class Acd {
  readonly #waiting = new Map<string, Waiting>();
  /** What agents do with a call, by conversation, where it was said for that call. */
  readonly behaviours = new Map<string, AgentBehaviour>();

  constructor(private readonly runtime: Runtime) {}

  enter(leg: CallLeg, request: AcdRequest): void {
    const { clock, org, settings, detail, calls } = this.runtime;
    const { conversation } = leg;
    const participant = conversation.join({ purpose: 'acd', name: request.queueName, queueId: request.queueId });
    const waiting: Waiting = { leg, request, participant, since: clock.now() };
    this.#waiting.set(conversation.id, waiting);
    leg.log('queue.entered', {
      queue: request.queueName,
      queueId: request.queueId,
      priority: request.priority,
      position: this.#position(waiting),
    });
    detail.acdStart(conversation, participant, request);
    leg.inQueue = new Map<string, () => Value>([
      ['Call.CurrentQueue', () => new ReferenceValue('queue', request.queueId, request.queueName)],
      ['Call.PositionInQueue', () => this.#position(waiting)],
      ['Call.EstimatedWaitTime', () => new DurationValue(0)],
      ['Flow.HoldPrompt', () => this.runtime.names.findPrompt('system', 'on_hold_music') ?? null],
    ]);
    const flow = org.get('flow', request.inQueueFlowId ?? idIn(org.get('queue', request.queueId), 'queueFlow') ?? '');
    // The flow that brought the call here ends first.
    if (flow)
      clock.after(
        0,
        () => waiting.agent === undefined && this.#waiting.has(conversation.id) && calls.startFlow(leg, flow, 'acd'),
      );
    const behaviour = this.behaviours.get(conversation.id) ?? settings.agents;
    if (behaviour) waiting.cancel = clock.after(behaviour.answersAfter, () => this.answer(conversation.id, behaviour));
  }

  /** An agent answers. */
  answer(conversationId: string, behaviour: AgentBehaviour): void {
    const waiting = this.#waiting.get(conversationId);
    if (!waiting || waiting.agent) return;
    const { runtime } = this;
    const { leg, participant, request } = waiting;
    const { conversation } = leg;
    const now = runtime.clock.now();
    runtime.calls.stopFlow(leg);
    const user = runtime.org.get('user', behaviour.agentId ?? '') ?? runtime.org.all('user')[0];
    const name = textOf(user?.['name']) ?? 'Agent';
    waiting.agent = conversation.join({
      purpose: 'agent',
      name,
      queueId: request.queueId,
      ...(user ? { userId: user.id } : {}),
    });
    leg.log('agent.alerted', { agent: name });
    runtime.detail.userStart(conversation, waiting.agent);
    waiting.agent.connectedAt = now;
    participant.endedAt = now;
    leg.log('queue.left', { queue: request.queueName, outcome: 'ANSWERED', waited: now - waiting.since });
    runtime.detail.acdEnd(conversation, participant, 'ANSWERED', waiting.agent.userId);
    leg.log('agent.answered', { agent: name });
    const { agent } = waiting;
    waiting.cancel = runtime.clock.after(behaviour.talksFor, () => runtime.calls.end(leg, 'agent', 'PEER'));
    this.#wrapUps.set(agent.id, behaviour);
  }

  readonly #wrapUps = new Map<string, AgentBehaviour>();

  /** The caller is gone. */
  callEnded(leg: CallLeg, by: string): void {
    const waiting = this.#waiting.get(leg.conversation.id);
    if (!waiting) return;
    waiting.cancel?.();
    this.#waiting.delete(leg.conversation.id);
    const { runtime } = this;
    const now = runtime.clock.now();
    const { agent, participant, request } = waiting;
    if (!agent) {
      participant.endedAt = now;
      leg.log('queue.left', { queue: request.queueName, outcome: 'ABANDON', waited: now - waiting.since });
      runtime.detail.acdEnd(leg.conversation, participant, 'ABANDON');
      return;
    }
    agent.endedAt = now;
    agent.disconnectType = by === 'agent' ? 'CLIENT' : 'PEER';
    leg.log('agent.left', { agent: agent.name ?? '', reason: agent.disconnectType });
    runtime.detail.userEnd(leg.conversation, agent);
    const behaviour = this.#wrapUps.get(agent.id);
    this.#wrapUps.delete(agent.id);
    if (!behaviour) return;
    runtime.clock.after(behaviour.wrapsUpIn, () => {
      const code = this.#codeNamed(behaviour.wrapUp);
      agent.wrapup = { code, notes: '', milliseconds: behaviour.wrapsUpIn };
      leg.log('agent.wrappedUp', { agent: agent.name ?? '', wrapUpCode: behaviour.wrapUp ?? code });
      runtime.detail.acw(leg.conversation, agent);
    });
  }

  /** The code the platform sets when the agent chose none in time (documented). */
  #codeNamed(wanted: string | undefined): string {
    if (wanted === undefined) return 'ININ-WRAP-UP-TIMEOUT';
    const { org } = this.runtime;
    return (
      org.get('wrapupCode', wanted)?.id ?? org.all('wrapupCode').find((one) => one['name'] === wanted)?.id ?? wanted
    );
  }

  #position(waiting: Waiting): number {
    const same = [...this.#waiting.values()].filter(
      (one) => one.request.queueId === waiting.request.queueId && !one.agent,
    );
    const before = same.filter(
      (one) =>
        one.request.priority > waiting.request.priority ||
        (one.request.priority === waiting.request.priority && one.since < waiting.since),
    );
    return before.length + 1;
  }
}
