import { DurationValue, ReferenceValue, type Value } from '../../../architect/expressions';
import { defined, type OrUndefined } from '../../../ground/defined';
import { idIn } from '../../state/json';
import { membersOfQueue } from '../../state/members';
import type { Queue } from '../../state/tables/queue';
import type { User } from '../../state/tables/user';
import { isPublished } from '../../state/published';
import type { Leg, LiveOrg, Queues } from '../action-context';
import type { CallEnder } from '../events';
import type { Foundation } from '../foundation';
import type { AgentBehaviour } from '../settings';
import { beside, type Fiber } from '../steps';
import { endlessMusic } from '../voice/endless-music';
import { type AgentRuntime, AgentTalk } from './agent-talk';
import { type AcdRequest, routingOf } from './acd-request';
import { Agents } from './agents';
import { Behaviours } from './behaviours';
import type { Calls } from './calls';
import { CannotSteer } from './cannot-steer';
import type { DetailEvents } from './detail-events';
import type { Holder } from './holder';
import type { Participant } from './participant';
import { byUrgency, type InQueue, positionOf } from './queue-order';
import { Talks } from './talks';

/** A call that waits in a queue. */
interface Waiting extends Holder, InQueue {
  readonly leg: Leg;
  request: AcdRequest;
  readonly participant: Participant;
  /** What the next agent does; undefined if somebody steers the agents one by one. */
  behaviour: AgentBehaviour | undefined;
  /** Whether the time has come at which the call rings at an agent with a behaviour. */
  due: boolean;
  /** How many agents let the call ring without an answer. */
  missed: number;
  talk: AgentTalk | undefined;
  music: Fiber | undefined;
  readonly timers: (() => void)[];
  /** Called instead of looking for another agent, if the agent does not answer. */
  readonly onMiss: (() => void) | undefined;
  /** Takes back the end of the longest wait. */
  readonly expiry: () => void;
}

/** How long a call rings at an agent if the queue does not say (the value that the provider writes). */
const ALERTING_SECONDS = 8;
const RINGS = 2_000;
/** How many answered calls the estimate of the wait uses. */
const REMEMBERED = 10;

/** How long a message rings at an agent if the queue does not say (the value that the provider writes). */
const MESSAGE_ALERTING_SECONDS = 30;

/** How long a callback rings at an agent if the queue does not say (the value that the provider writes). */
const CALLBACK_ALERTING_SECONDS = 30;

function alertingSeconds(queue: Queue | undefined, { conversation }: Leg): number {
  const { call, callback, message } = queue?.mediaSettings ?? {};
  if (conversation.mediaType === 'MESSAGE') return message?.alertingTimeoutSeconds || MESSAGE_ALERTING_SECONDS;
  // The provider sends 0 for a queue whose configuration says nothing.
  return conversation.mediaType === 'CALLBACK'
    ? callback?.alertingTimeoutSeconds || CALLBACK_ALERTING_SECONDS
    : (call?.alertingTimeoutSeconds ?? ALERTING_SECONDS);
}

/** The most in-queue flows of a conversation of messages (documented), and how long it may wait (field reports). */
const MOST_IN_QUEUE_FLOWS = 10;
const LONGEST_WAIT = 72 * 60 * 60 * 1000;

/** Whether a conversation of messages has had as many in-queue flows as it may. It waits on without one (assumed). */
function hadTooMany(leg: Leg, what: string): boolean {
  const { mediaType, participants } = leg.conversation;
  if (mediaType !== 'MESSAGE') return false;
  const flows = participants.flatMap((participant) => (participant.purpose === 'acd' ? (participant.flows ?? []) : []));
  if (flows.length < MOST_IN_QUEUE_FLOWS) return false;
  leg.log('limit.reached', { limit: 'message.inQueueFlows.max', value: MOST_IN_QUEUE_FLOWS, what });
  return true;
}

/** The parts of the runtime that queues need. */
export interface QueueRuntime extends LiveOrg, Foundation {
  readonly calls: Calls;
  readonly detail: DetailEvents;
  readonly callbacks: AgentRuntime['callbacks'];
}

/** The queues: calls wait and ring at agents; agents answer, talk and wrap up. */
export class Acd implements Queues {
  readonly agents: Agents;
  /**
   * What agents do with a call, by conversation, if that call has a behaviour of its own. It may change during the
   * call.
   */
  readonly behaviours: Map<string, AgentBehaviour>;
  /** The talks of agents who have a call. */
  readonly talks: Talks;
  readonly #waiting = new Map<string, Waiting>();
  readonly #waits = new Map<string, number[]>();
  #looking = false;

  constructor(private readonly runtime: QueueRuntime) {
    this.behaviours = new Behaviours((conversationId, behaviour) => this.#instruct(conversationId, behaviour));
    this.agents = new Agents(runtime);
    this.talks = new Talks(runtime);
    this.agents.onFree = () => this.#look();
  }

  /** Puts a call into a queue. @param onMiss where it goes if the first agent does not answer */
  enter(leg: Leg, request: AcdRequest, onMiss?: () => void): void {
    const { clock, org, settings, detail, calls } = this.runtime;
    const { conversation } = leg;
    const queue = org.get('queue', request.queueId);
    const divisionId = idIn(queue, 'division');
    const participant = conversation.join({
      purpose: 'acd',
      name: request.queueName,
      queueId: request.queueId,
      routing: routingOf(request),
      ...(divisionId === undefined ? {} : { divisionId }),
    });
    participant.connectedAt = clock.now();
    const waiting: Waiting = {
      leg,
      request,
      participant,
      since: clock.now(),
      behaviour:
        this.behaviours.get(conversation.id) ??
        (conversation.mediaType === 'CALLBACK' ? settings.callbackAgents : settings.agents),
      due: false,
      missed: 0,
      talk: undefined,
      music: undefined,
      timers: [],
      onMiss,
      expiry:
        conversation.mediaType === 'MESSAGE'
          ? clock.after(LONGEST_WAIT, () => calls.end(leg, 'system'))
          : () => undefined,
      callEnded: (by) => this.#abandoned(waiting, by),
    };
    this.#waiting.set(conversation.id, waiting);
    leg.holder = waiting;
    leg.log('queue.entered', {
      queue: request.queueName,
      queueId: request.queueId,
      priority: request.priority,
      position: positionOf(waiting, this.#waiting.values(), this.runtime.org),
    });
    detail.acdStart(conversation, participant, request);
    this.#tellFlows(waiting);
    // The flow that brought the call here ends first. Nobody hears anything while a callback waits.
    if (conversation.mediaType !== 'CALLBACK') calls.afterFlow(leg, () => this.#inQueue(waiting, queue));
    if (waiting.behaviour) this.#plan(waiting, waiting.behaviour);
    else waiting.timers.push(clock.after(0, () => this.#look()));
  }

  /** What happens while a call or a message waits: an in-queue flow. Without one a caller hears music (documented). */
  #inQueue(waiting: Waiting, queue: Queue | undefined): void {
    const { org, calls } = this.runtime;
    const { leg, request, participant } = waiting;
    const { conversation } = leg;
    if (this.#waiting.get(conversation.id) !== waiting) return;
    const isMessage = conversation.mediaType === 'MESSAGE';
    const ofQueue = idIn(queue, isMessage ? 'messageInQueueFlow' : 'queueFlow');
    const flow = org.get('flow', request.inQueueFlowId ?? ofQueue ?? '');
    if (flow && isPublished(flow) && !hadTooMany(leg, flow.name)) calls.startFlow(leg, flow, { participant });
    else if (!isMessage) waiting.music = beside(endlessMusic(this.runtime, leg, 'PromptSystem.on_hold_music')).fiber;
  }

  /** How many calls wait in a queue. */
  waitingIn(queueId: string): number {
    return [...this.#waiting.values()].filter(({ request }) => request.queueId === queueId).length;
  }

  /**
   * How long a call that comes now may wait, in milliseconds: the mean wait of the last ten answered calls of the queue
   * (assumed; the platform has another formula). Undefined if no call was answered yet.
   */
  estimatedWait(queueId: string): number | undefined {
    const waits = this.#waits.get(queueId);
    return waits && Math.round(waits.reduce((sum, wait) => sum + wait, 0) / waits.length);
  }

  /** Changes the priority of a waiting call. Gives false if the call waits in no queue. */
  setPriority(conversationId: string, priority: number): boolean {
    return this.change(conversationId, { priority });
  }

  /** Changes the skills that a waiting call needs. Gives false if the call waits in no queue. */
  setSkills(conversationId: string, skillIds: readonly string[], languageId?: string): boolean {
    return this.change(conversationId, { skillIds, ...(languageId === undefined ? {} : { languageId }) });
  }

  /** Changes what a waiting call asks for. Gives false if the call waits in no queue. */
  change(conversationId: string, change: OrUndefined<Partial<AcdRequest>>): boolean {
    const waiting = this.#waiting.get(conversationId);
    if (!waiting) return false;
    waiting.request = defined({ ...waiting.request, ...change }) as AcdRequest;
    waiting.participant.routing = routingOf(waiting.request);
    this.runtime.clock.after(0, () => this.#look());
    return true;
  }

  /** Takes the call out of its queue, for a flow. */
  flowOut(leg: Leg): void {
    const waiting = this.#waiting.get(leg.conversation.id);
    if (waiting) this.#leave(waiting, 'FLOW_OUT');
  }

  /**
   * Lets the agent answer at whom the call rings: an agent of the queue, or a user to whom an agent transferred the
   * call. If it rings at nobody, the next free agent of the queue answers.
   *
   * @param behaviour what the agent does then; without it somebody steers the agent
   * @throws CannotSteer
   */
  answer(conversationId: string, behaviour?: AgentBehaviour): void {
    this.runtime.log.afterwards(() => {
      const ringing = this.talks.ringing(conversationId);
      if (ringing) {
        if (behaviour) ringing.behaviour = behaviour;
        return ringing.answer();
      }
      const waiting = this.#waitingCall(conversationId);
      if (behaviour) waiting.behaviour = behaviour;
      if (!waiting.talk) this.#alert(waiting, this.#standIn(waiting));
      waiting.talk?.answer();
    });
  }

  /** Lets the agent decline at whom the call rings. */
  decline(conversationId: string): void {
    this.runtime.log.afterwards(() => {
      const talk = this.talks.ringing(conversationId) ?? this.#waitingCall(conversationId).talk;
      if (!talk) throw new CannotSteer('no agent is alerted by this call');
      talk.miss(true);
    });
  }

  /** Passes a behaviour to the agents of a call. */
  #instruct(conversationId: string, behaviour: AgentBehaviour): void {
    const waiting = this.#waiting.get(conversationId);
    if (!waiting) return this.talks.behave(conversationId, behaviour);
    waiting.behaviour = behaviour;
    if (waiting.talk) waiting.talk.behave(behaviour, waiting.since + behaviour.answersAfter);
    else this.#plan(waiting, behaviour);
  }

  /** Schedules the ringing, so that an agent answers at the moment that the behaviour asks for. */
  #plan(waiting: Waiting, behaviour: AgentBehaviour): void {
    const { clock } = this.runtime;
    const alertedAt = waiting.since + behaviour.answersAfter - (behaviour.rings ?? RINGS);
    for (const cancel of waiting.timers.splice(0)) cancel();
    waiting.timers.push(
      clock.after(Math.max(0, alertedAt - clock.now()), () => {
        waiting.due = true;
        this.#look();
      }),
    );
  }

  #waitingCall(conversationId: string): Waiting {
    const waiting = this.#waiting.get(conversationId);
    if (!waiting) throw new CannotSteer('this call waits in no queue');
    return waiting;
  }

  /** Gives calls to agents, the most urgent call first, as long as there are calls and free agents. */
  #look(): void {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const free = [...this.#waiting.values()].filter((call) => !call.talk);
      for (const waiting of byUrgency(free, this.runtime.org)) {
        if (waiting.behaviour && !waiting.due) continue;
        const agent = waiting.behaviour ? this.#standIn(waiting) : this.agents.best(waiting.request, false);
        if (agent) this.#alert(waiting, agent);
      }
    } finally {
      this.#looking = false;
    }
  }

  /**
   * The agent who takes a call whose behaviour is scripted: a free member of the queue. In a queue without members it
   * is the first user of the org, who may talk to everybody at once. A test therefore needs no staff (assumed).
   */
  #standIn({ request, behaviour }: Waiting): User | 'anybody' | undefined {
    const { org } = this.runtime;
    const agentId = behaviour?.agentId;
    if (agentId !== undefined) return this.agents.isBusy(agentId) ? undefined : (org.get('user', agentId) ?? 'anybody');
    if (this.agents.fitting(request).length > 0) return this.agents.best(request, true);
    return membersOfQueue(org, org.get('queue', request.queueId)).length > 0 ? undefined : 'anybody';
  }

  #alert(waiting: Waiting, who: User | 'anybody' | undefined): void {
    if (!who) throw new CannotSteer('no agent of the queue is free');
    const { runtime } = this;
    const { leg, request, behaviour } = waiting;
    const queue = runtime.org.get('queue', request.queueId);
    const first = who === 'anybody' ? runtime.org.all('user')[0] : who;
    const talk = new AgentTalk(runtime, {
      agents: this.agents,
      behaviours: this.behaviours,
      talks: this.talks,
      leg,
      user: first,
      counted: who !== 'anybody',
      queue,
      queueId: request.queueId,
      onAnswer: () => this.#answered(waiting, talk),
      onMiss: () => {
        waiting.talk = undefined;
        waiting.missed += 1;
        if (!waiting.onMiss) return this.#look();
        this.#leave(waiting, 'FLOW_OUT');
        waiting.onMiss();
      },
    });
    waiting.talk = talk;
    if (behaviour) talk.behaviour = behaviour;
    const alerted = alertingSeconds(queue, leg) * 1000;
    // An agent who answers does so while the call rings.
    if (behaviour && waiting.due && waiting.missed >= (behaviour.unanswered ?? 0)) {
      talk.answerIn(Math.min(behaviour.rings ?? RINGS, behaviour.answersAfter, alerted));
    }
    talk.alert(alerted);
  }

  /** Forgets everything about a call that has ended. */
  forget(conversationId: string): void {
    this.talks.forget(conversationId);
    this.behaviours.delete(conversationId);
  }

  #answered(waiting: Waiting, talk: AgentTalk): void {
    const { request, leg } = waiting;
    const { conversation } = leg;
    this.runtime.calls.stopFlow(leg, 'terminated', 'flow');
    this.#leave(waiting, 'ANSWERED', talk.participant);
    this.talks.begin(conversation.id, talk);
    const waits = this.#waits.get(request.queueId) ?? [];
    this.#waits.set(request.queueId, [...waits, this.runtime.clock.now() - waiting.since].slice(-REMEMBERED));
    leg.holder = talk;
  }

  /** The caller hung up, or a flow ended the call, while it waited. */
  #abandoned(waiting: Waiting, by: CallEnder): void {
    this.#leave(waiting, by === 'caller' ? 'ABANDON' : 'FLOW_OUT');
  }

  #leave(waiting: Waiting, outcome: 'ANSWERED' | 'ABANDON' | 'FLOW_OUT', agent?: Participant): void {
    const { leg, participant, request } = waiting;
    const { runtime } = this;
    const now = runtime.clock.now();
    for (const cancel of waiting.timers) cancel();
    waiting.expiry();
    waiting.music?.stop();
    this.#waiting.delete(leg.conversation.id);
    if (outcome !== 'ANSWERED') waiting.talk?.withdraw();
    if (leg.holder === waiting) leg.holder = undefined;
    leg.inQueue = new Map();
    participant.endedAt = now;
    participant.acdOutcome = outcome;
    participant.disconnectType = outcome === 'ABANDON' ? 'PEER' : leg.ended ? 'CLIENT' : 'TRANSFER';
    leg.log('queue.left', { queue: request.queueName, outcome, waited: now - waiting.since });
    runtime.detail.acdEnd(leg.conversation, participant, {
      outcome,
      request,
      ...(agent === undefined ? {} : { agent }),
    });
  }

  /** Sets the variables that only in-queue flows have. */
  #tellFlows(waiting: Waiting): void {
    const { names } = this.runtime;
    const { queueId, queueName } = waiting.request;
    waiting.leg.inQueue = new Map<string, () => Value>([
      ['Call.CurrentQueue', () => new ReferenceValue('queue', queueId, queueName)],
      ['Call.PositionInQueue', () => positionOf(waiting, this.#waiting.values(), this.runtime.org)],
      // The estimate is zero if nothing is known (assumed).
      ['Call.EstimatedWaitTime', () => new DurationValue(this.estimatedWait(queueId) ?? 0)],
      ['Flow.HoldPrompt', () => waiting.leg.holdPrompt?.() ?? names.findPrompt('system', 'on_hold_music') ?? null],
    ]);
  }
}
