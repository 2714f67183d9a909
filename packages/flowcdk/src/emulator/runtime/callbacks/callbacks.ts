import { idIn, type JsonObject } from '../../state/json';
import type { CallbackRecord } from '../../state/tables/callback';
import type { Queue } from '../../state/tables/queue';
import type { AcdRequest } from '../conversation/acd-request';
import { addressOf } from '../conversation/address';
import type { AgentTalk } from '../conversation/agent-talk';
import type { CallLeg } from '../conversation/call-leg';
import type { Calls } from '../conversation/calls';
import { Conversation } from '../conversation/conversation';
import type { DetailEvents } from '../conversation/detail-events';
import type { CallbackFields } from '../conversation/participant';
import type { CallEnder, EventPlace } from '../events';
import type { Foundation } from '../foundation';
import type { People } from '../people';
import type { AgentBehaviour } from '../settings';
import { CallbackCall } from './callback-call';
import type { NewCallback } from './new-callback';

/** Until the next call to a customer who did not answer, if neither agent nor queue says so (assumed). */
const TRIES_AGAIN_AFTER = 300_000;
/** From taking a callback to the call (assumed). */
const DIALS_AFTER = 5_000;

/** A callback that is not over. */
interface Live {
  readonly conversation: Conversation;
  readonly leg: CallLeg;
  talk: AgentTalk | undefined;
  call: CallbackCall | undefined;
  /** Whether nobody calls the customer any more. */
  givenUp: boolean;
  /** Takes back what is scheduled. */
  cancel: () => void;
}

/** What can be changed of a scheduled callback. */
export interface CallbackChange {
  readonly queueId?: string | undefined;
  readonly numbers?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  readonly scheduledAt?: number | undefined;
  readonly agentId?: string | undefined;
}

/** The parts of the runtime that callbacks need. */
export interface CallbacksRuntime extends Foundation {
  readonly detail: Pick<DetailEvents, 'customerStart' | 'attributes' | 'callStart' | 'callEnd'>;
  readonly calls: Pick<Calls, 'open' | 'end'>;
  readonly acd: { enter(leg: CallLeg, request: AcdRequest): void };
  readonly conversations: Map<string, Conversation>;
  readonly people: Pick<People, 'takeCall'>;
}

/**
 * Callbacks: each is a conversation of its own. It waits until it is due, goes to an agent of its queue, and the agent
 * calls the customer. What is known of it stands in the org and outlives a restart.
 */
export class Callbacks {
  readonly #live = new Map<string, Live>();
  /** The callbacks that wait for the end of a call, by the conversation of the call. */
  readonly #afterCalls = new Map<string, string[]>();

  constructor(private readonly runtime: CallbacksRuntime) {}

  /** Goes on with the callbacks that an earlier life left. Whom an agent had taken waits in the queue again. */
  resume(): void {
    for (const record of this.runtime.org.all('callback'))
      if (record.state !== 'ended') this.#schedule(this.#open(record));
  }

  /** @param place whose event it is: the run of a flow, or a call */
  create(callback: NewCallback, place: EventPlace): CallbackRecord {
    const { org, clock, log } = this.runtime;
    const { after, numbers, scheduledAt, userName, queueId, script, others = {} } = callback;
    const data = callback.data ?? (after && Object.fromEntries(after.conversation.data.of(after.customer.id)));
    const scheduledTime = scheduledAt === undefined ? undefined : new Date(scheduledAt).toISOString();
    const record = org.put('callback', {
      id: this.runtime.newId(),
      callbackId: this.runtime.newId(),
      queueId,
      callbackNumbers: numbers,
      ...(userName === undefined ? {} : { callbackUserName: userName }),
      ...(scheduledTime === undefined ? {} : { callbackScheduledTime: scheduledTime }),
      ...(data === undefined ? {} : { data }),
      ...(script === undefined ? {} : { script }),
      ...others,
      routing: { priority: 0, ...callback.routing } as CallbackRecord['routing'],
      ...(place.conversationId === undefined ? {} : { origin: place.conversationId }),
      state: 'scheduled',
      attempts: [],
      dateCreated: new Date(clock.now()).toISOString(),
    } as CallbackRecord);
    log.add('callback.created', place, {
      queue: this.#queueName(queueId),
      phoneNumber: numbers[0] ?? '',
      callback: record.id,
      ...(scheduledTime === undefined ? {} : { scheduledTime }),
    });
    const live = this.#open(record);
    this.runtime.detail.customerStart(live.conversation);
    if (after && !after.ended) this.#waitFor(after.conversation.id, record.id);
    else this.#schedule(live);
    return record;
  }

  /** Changes a callback that is still scheduled. Gives false for any other. */
  reschedule(id: string, { queueId, numbers, scheduledAt, agentId }: CallbackChange): CallbackRecord | undefined {
    const { org } = this.runtime;
    const live = this.#live.get(id);
    const before = org.get('callback', id);
    if (!live || before?.state !== 'scheduled') return undefined;
    const record = this.#put(id, {
      ...(queueId === undefined ? {} : { queueId }),
      ...(numbers === undefined ? {} : { callbackNumbers: numbers }),
      ...(scheduledAt === undefined ? {} : { callbackScheduledTime: new Date(scheduledAt).toISOString() }),
      ...(agentId === undefined ? {} : { routing: { ...before.routing, directAgentId: agentId } }),
    });
    live.conversation.callback = fieldsOf(record);
    const { callbackScheduledTime: scheduledTime, callbackNumbers } = record;
    live.leg.log('callback.rescheduled', {
      queue: this.#queueName(record.queueId),
      phoneNumber: callbackNumbers[0] ?? '',
      ...(scheduledTime === undefined ? {} : { scheduledTime }),
    });
    live.cancel();
    this.#schedule(live);
    return record;
  }

  /** Ends a callback for everybody. Gives false if it is over already. */
  cancel(id: string): boolean {
    const live = this.#live.get(id);
    if (!live) return false;
    this.runtime.calls.end(live.leg, 'system');
    return true;
  }

  /** An agent has taken a callback. They call the customer. */
  answered(id: string, talk: AgentTalk): void {
    const live = this.#live.get(id);
    if (!live) return;
    live.talk = talk;
    if (live.call?.connected === true) {
      this.#put(id, { state: 'talking' });
      return talk.beginTalk();
    }
    // Another agent, who transferred the callback before they called, calls no more.
    live.cancel();
    this.#put(id, { state: 'dialing' });
    live.cancel = this.runtime.clock.after(talk.behaviour?.dialsAfter ?? DIALS_AFTER, () => this.#dial(live));
  }

  /** The conversation of a callback has ended. */
  end(id: string, by: CallEnder): void {
    const live = this.#live.get(id);
    const record = this.runtime.org.get('callback', id);
    if (!live || !record) return;
    this.#live.delete(id);
    live.cancel();
    live.call?.end(by);
    const outcome = outcomeOf(live, record, by);
    this.#put(id, { state: 'ended', outcome, dateEnded: this.#now() });
    live.leg.log('callback.ended', { outcome, by });
  }

  /** A call has ended: its callbacks begin. */
  afterCall(conversationId: string): void {
    const waiting = this.#afterCalls.get(conversationId) ?? [];
    this.#afterCalls.delete(conversationId);
    for (const id of waiting) {
      const live = this.#live.get(id);
      if (live) this.#schedule(live);
    }
  }

  #waitFor(conversationId: string, id: string): void {
    this.#afterCalls.set(conversationId, [...(this.#afterCalls.get(conversationId) ?? []), id]);
  }

  /** Makes the conversation of a callback. */
  #open(record: CallbackRecord): Live {
    const { runtime } = this;
    const divisionId = idIn(runtime.org.get('queue', record.queueId), 'division');
    const address = addressOf(record.callbackNumbers[0] ?? '');
    const conversation = new Conversation(runtime, address, addressOf(record.callerId ?? ''), {
      id: record.id,
      mediaType: 'CALLBACK',
      ...(divisionId === undefined ? {} : { divisionId }),
    });
    conversation.callback = fieldsOf(record);
    runtime.conversations.set(record.id, conversation);
    const customer = conversation.join({
      purpose: 'customer',
      address,
      ...(record.callbackUserName === undefined ? {} : { name: record.callbackUserName }),
      ...(divisionId === undefined ? {} : { divisionId }),
    });
    customer.connectedAt = runtime.clock.now();
    if (record.data && Object.keys(record.data).length > 0)
      conversation.data.write(customer.id, record.data, 'callback');
    const leg = runtime.calls.open(conversation);
    if (record.script) leg.screenPop = record.script;
    const live: Live = { conversation, leg, talk: undefined, call: undefined, givenUp: false, cancel: () => undefined };
    this.#live.set(record.id, live);
    return live;
  }

  /** Waits until the callback is due, and puts it into its queue then. */
  #schedule(live: Live): void {
    const { clock, org } = this.runtime;
    const record = this.#put(live.conversation.id, { state: 'scheduled' });
    const at = record.callbackScheduledTime === undefined ? clock.now() : Date.parse(record.callbackScheduledTime);
    live.cancel = clock.after(Math.max(0, at - clock.now()), () => {
      const due = org.get('callback', record.id);
      if (!due || live.leg.ended) return;
      if (settingsOf(org.get('queue', due.queueId)).mode === 'CustomerFirst') this.#dial(live);
      else this.#wait(live, due);
    });
  }

  #wait(live: Live, record: CallbackRecord): void {
    this.#put(record.id, { state: 'waiting' });
    this.runtime.acd.enter(live.leg, requestOf(record, this.#queueName(record.queueId)));
  }

  /** Calls the customer: the agent who has taken the callback does, or the org where its queue wants the customer first. */
  #dial(live: Live): void {
    const { runtime } = this;
    const record = runtime.org.get('callback', live.conversation.id);
    const { talk } = live;
    if (!record || live.leg.ended || talk?.connected === false) return;
    const who = { ...(talk ? { agent: talk.name } : {}), phoneNumber: record.callbackNumbers[0] ?? '' };
    this.#put(record.id, { state: 'dialing' });
    live.leg.log('callback.dialled', { ...who, attempt: record.attempts.length + 1 });
    const call = new CallbackCall(runtime, live.conversation, talk?.participant);
    live.call = call;
    call.dial(who.phoneNumber, (outcome) => {
      this.#attempted(record.id, talk, outcome);
      if (outcome !== 'answered') return this.#notReached(live, outcome);
      live.leg.log('callback.answered', who);
      if (call.talksFor !== undefined)
        live.cancel = runtime.clock.after(call.talksFor, () => runtime.calls.end(live.leg, 'caller'));
      if (!talk) return this.#wait(live, record);
      this.#put(record.id, { state: 'talking' });
      talk.beginTalk();
    });
  }

  #attempted(id: string, talk: AgentTalk | undefined, outcome: 'answered' | 'busy' | 'noAnswer'): void {
    const { attempts = [] } = this.runtime.org.get('callback', id) ?? {};
    const userId = talk?.participant.userId;
    const attempt = {
      at: this.#now(),
      outcome,
      ...(talk ? { agentName: talk.name } : {}),
      ...(userId === undefined ? {} : { agentId: userId }),
    };
    this.#put(id, { attempts: [...attempts, attempt] });
  }

  /** Nobody answered: somebody calls again later, or the callback is over. */
  #notReached(live: Live, outcome: 'busy' | 'noAnswer'): void {
    const { org, clock, calls } = this.runtime;
    const record = org.get('callback', live.conversation.id);
    if (!record) return;
    const { talk } = live;
    const { tries, later } = triesOf(talk?.behaviour, settingsOf(org.get('queue', record.queueId)));
    const again = record.attempts.length < tries;
    const nextTry = new Date(clock.now() + later).toISOString();
    live.leg.log('callback.notAnswered', {
      ...(talk ? { agent: talk.name } : {}),
      phoneNumber: record.callbackNumbers[0] ?? '',
      outcome,
      ...(again ? { nextTry } : {}),
    });
    live.givenUp = !again;
    if (!again) return calls.end(live.leg, talk ? 'agent' : 'system');
    talk?.giveBack();
    live.leg.holder = undefined;
    live.talk = undefined;
    live.call = undefined;
    this.#put(record.id, { callbackScheduledTime: nextTry });
    live.conversation.callback = fieldsOf(org.get('callback', record.id) ?? record);
    this.#schedule(live);
  }

  #put(id: string, change: Partial<CallbackRecord> & JsonObject): CallbackRecord {
    const { org } = this.runtime;
    const record = org.get('callback', id);
    if (!record) throw new Error(`there is no callback ${id}`);
    return org.put('callback', { ...record, ...change } as CallbackRecord);
  }

  #queueName(id: string): string {
    return this.runtime.org.get('queue', id)?.name ?? id;
  }

  #now(): string {
    return new Date(this.runtime.clock.now()).toISOString();
  }
}

/** What became of a callback whose conversation has ended. A customer who waits for an agent may hang up before. */
function outcomeOf(live: Live, { attempts }: CallbackRecord, by: CallEnder): NonNullable<CallbackRecord['outcome']> {
  const isAnswered = attempts.at(-1)?.outcome === 'answered';
  if (isAnswered && live.talk) return 'reached';
  return live.givenUp || by === 'agent' || (isAnswered && by === 'caller') ? 'notReached' : 'cancelled';
}

type CallbackSettings = NonNullable<NonNullable<Queue['mediaSettings']>['callback']>;

const settingsOf = (queue: Queue | undefined): CallbackSettings => queue?.mediaSettings?.callback ?? {};

/** How often the customer is called, and how many milliseconds later again: what the agent does, or the queue says. */
function triesOf(
  { tries, triesAgainAfter }: Partial<AgentBehaviour> = {},
  { maxRetryCount = 0, retryDelaySeconds }: CallbackSettings,
): { readonly tries: number; readonly later: number } {
  const ofQueue = retryDelaySeconds === undefined ? TRIES_AGAIN_AFTER : retryDelaySeconds * 1000;
  return { tries: tries ?? 1 + maxRetryCount, later: triesAgainAfter ?? ofQueue };
}

const requestOf = ({ queueId, routing }: CallbackRecord, queueName: string): AcdRequest => ({
  queueId,
  queueName,
  priority: routing.priority,
  ...(routing.skillIds === undefined ? {} : { skillIds: routing.skillIds }),
  ...(routing.languageId === undefined ? {} : { languageId: routing.languageId }),
  ...(routing.preferredAgents === undefined ? {} : { preferredAgents: routing.preferredAgents }),
  ...(routing.directAgentId === undefined ? {} : { directAgentId: routing.directAgentId }),
});

/** What events say about a callback. */
const fieldsOf = ({ callbackNumbers, callbackUserName, callbackScheduledTime }: CallbackRecord): CallbackFields => ({
  callbackNumbers,
  ...(callbackUserName === undefined ? {} : { callbackUserName }),
  ...(callbackScheduledTime === undefined ? {} : { callbackScheduledTime: Date.parse(callbackScheduledTime) }),
});
