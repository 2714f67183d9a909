import type { SentMessage } from '../../state/tables/sent-message';
import type { User } from '../../state/tables/user';
import type { Queue } from '../../state/tables/queue';
import { readPhoneNumber } from '../../../architect/expressions';
import { idIn } from '../../state/json';
import type { Leg, LiveOrg } from '../action-context';
import type { CallEnder } from '../events';
import type { Foundation } from '../foundation';
import type { AgentBehaviour, CalleeBehaviour, TransferTarget } from '../settings';
import { beside, type Fiber } from '../steps';
import { endlessMusic } from '../voice/endless-music';
import type { Agents, AgentState } from './agents';
import { CannotSteer } from './cannot-steer';
import type { DetailEvents } from './detail-events';
import { RINGS_AT_MOST, USUAL } from './dialled';
import type { Callee, Holder } from './holder';
import type { DisconnectType, Participant } from './participant';
import { TIMEOUT_CODE, wrapupCodeNamed, type WrapupRule, wrapupRule } from './wrap-up';

/** The parts of the runtime that a talk with an agent needs. */
export interface AgentRuntime extends LiveOrg, Pick<Foundation, 'newId'> {
  readonly detail: DetailEvents;
  readonly callbacks: LiveOrg['callbacks'] & {
    /** An agent has taken a callback. */
    answered(conversationId: string, talk: AgentTalk): void;
  };
}

/** The talks of agents, where a talk makes itself known that no queue gave to its agent. */
export interface TalkList {
  /** A call rings at a user to whom an agent transferred it. */
  ring(conversationId: string, talk: AgentTalk): void;
  /** The user has answered. */
  begin(conversationId: string, talk: AgentTalk): void;
}

export interface AgentTalkOptions {
  readonly talks: TalkList;
  /** The agents of the org, among them this one. */
  readonly agents: Agents;
  /** What the next agents of a call do, by conversation. */
  readonly behaviours: Map<string, AgentBehaviour>;
  readonly leg: Leg;
  /** Undefined in an org without users. */
  readonly user: User | undefined;
  /** Whether the agent can have only one call at a time. */
  readonly counted: boolean;
  readonly queue: Queue | undefined;
  readonly queueId: string;
  readonly onAnswer: () => void;
  readonly onMiss: () => void;
  /** What the agent is after the call. @default on queue */
  readonly returnsTo?: AgentState;
}

/** One agent and one call, from the ringing to the end of after-call work. */
export class AgentTalk implements Holder {
  readonly participant: Participant;
  readonly leg: Leg;
  readonly name: string;
  behaviour: AgentBehaviour | undefined;
  wrapUpRequested = false;
  #timers: (() => void)[] = [];
  /** The music that the caller hears on hold. */
  #music: Fiber | undefined;
  #state: 'alerting' | 'talking' | 'over' | 'wrappingUp' | 'done' = 'alerting';
  /** When agent and caller began to hear each other, in milliseconds since 1970. */
  #talksSince: number | undefined;
  #chosen: { readonly code: string; readonly notes: string } | undefined;
  readonly #rule: WrapupRule;

  constructor(
    private readonly runtime: AgentRuntime,
    private readonly options: AgentTalkOptions,
  ) {
    const { leg, user, queueId, queue } = options;
    this.leg = leg;
    this.name = user?.name ?? 'Agent';
    this.#rule = wrapupRule(queue);
    const divisionId = idIn(user, 'division');
    this.participant = leg.conversation.join({
      purpose: 'agent',
      name: this.name,
      queueId,
      // An agent always has a user id, and contracts of data actions rely on it.
      userId: user?.id ?? runtime.newId(),
      ...(divisionId === undefined ? {} : { divisionId }),
    });
    this.participant.wrapupPrompt = this.#rule.prompt;
    if (this.#rule.timeout !== undefined) this.participant.wrapupTimeoutMs = this.#rule.timeout;
  }

  get answered(): boolean {
    return this.#state !== 'alerting';
  }

  get connected(): boolean {
    return this.#state === 'talking';
  }

  get wrappingUp(): boolean {
    return this.#state === 'wrappingUp';
  }

  /**
   * Rings at the agent for so many milliseconds. After that the call waits again, and the agent counts as not
   * responding.
   */
  alert(milliseconds: number): void {
    const { leg } = this;
    this.#agentIs('ALERTING');
    leg.log('agent.alerted', { agent: this.name });
    if (leg.screenPop) leg.log('agent.screenPop', { agent: this.name, ...leg.screenPop });
    this.runtime.detail.userStart(leg.conversation, this.participant);
    this.#later(milliseconds, () => this.miss(false));
  }

  /** Lets the agent answer after so many milliseconds, if the call rings that long. */
  answerIn(milliseconds: number): void {
    this.#later(milliseconds, () => this.answer());
  }

  /** Sets the behaviour of the agent: from the answer on, or for the rest of the talk. */
  behave(behaviour: AgentBehaviour, answersAt = 0): void {
    const now = this.runtime.clock.now();
    if (this.#state !== 'alerting' && this.#state !== 'talking') return;
    this.behaviour = behaviour;
    if (this.#state === 'alerting') this.answerIn(Math.max(0, answersAt - now));
    if (this.#state !== 'talking') return;
    // The agent of a callback has not reached the customer yet.
    if (this.#talksSince === undefined) return;
    this.#forgetTimers();
    const endsAt = this.#talksSince + behaviour.talksFor;
    this.#later(Math.max(0, endsAt - now), () => this.#endTalk(behaviour));
  }

  answer(): void {
    if (this.#state !== 'alerting') throw new CannotSteer('the agent has answered already');
    const { leg } = this;
    this.#forgetTimers();
    this.#state = 'talking';
    this.#agentIs('INTERACTING');
    this.participant.connectedAt = this.runtime.clock.now();
    this.options.onAnswer();
    leg.log('agent.answered', { agent: this.name });
    if (leg.whisper !== undefined) leg.log('agent.whispered', { agent: this.name, text: leg.whisper });
    // Who takes a callback has to call the customer first.
    if (leg.conversation.mediaType === 'CALLBACK') this.runtime.callbacks.answered(leg.conversation.id, this);
    else this.beginTalk();
  }

  /** The agent and the caller hear each other from now on. */
  beginTalk(): void {
    const { behaviour } = this;
    this.#talksSince = this.runtime.clock.now();
    if (behaviour) this.#later(behaviour.talksFor, () => this.#endTalk(behaviour));
  }

  /** The agent of a callback gives it back: nobody was reached. After-call work follows. */
  giveBack(): void {
    if (this.#state === 'talking') this.#over('CLIENT');
  }

  /** The agent let the call ring too long, or declined. */
  miss(declined: boolean): void {
    if (this.#state !== 'alerting') throw new CannotSteer('the agent has answered already');
    this.leg.log('agent.missed', { agent: this.name, declined });
    this.#leave(declined ? 'CLIENT' : 'NO_ANSWER_TRANSFER');
    this.#state = 'done';
    this.#agentIs(this.options.returnsTo ?? 'NOT_RESPONDING');
    this.options.onMiss();
  }

  /** The call ended or left the queue before the agent answered. */
  withdraw(): void {
    if (this.#state !== 'alerting') return;
    this.#leave('PEER');
    this.#state = 'done';
    this.#agentIs(this.options.returnsTo ?? 'IDLE');
  }

  /** Writes to the customer. */
  write(text: string): SentMessage {
    const { message, conversation } = this.leg;
    if (!message) throw new CannotSteer('this conversation is no conversation of messages');
    const { channel, from, to } = message;
    return this.runtime.outbox.send(
      { channel, from: to, to: from, text, conversationId: conversation.id },
      conversation.place,
    );
  }

  /** Puts the caller on hold. The caller hears the music of the queue, else of the system (documented). */
  hold(): void {
    if (this.leg.conversation.mediaType === 'MESSAGE') throw new CannotSteer('messages cannot be put on hold');
    if (this.participant.heldSince !== undefined) throw new CannotSteer('the caller is on hold already');
    this.participant.heldSince = this.runtime.clock.now();
    this.leg.log('agent.held', { agent: this.name });
    const { org } = this.runtime;
    const prompt = org.get('prompt', idIn(this.options.queue, 'onHoldPrompt') ?? '');
    const name = prompt ? `Prompt.${prompt.name}` : 'PromptSystem.on_hold_music';
    this.#music = beside(endlessMusic(this.runtime, this.leg, name)).fiber;
  }

  resume(): void {
    if (this.participant.heldSince === undefined) throw new CannotSteer('the caller is not on hold');
    this.#endHold();
    this.leg.log('agent.resumed', { agent: this.name });
  }

  /** Transfers the call without talking to the receiver first (a blind transfer). */
  transfer(to: TransferTarget): void {
    const { leg } = this;
    const go = this.#destination(to);
    const { behaviour } = this;
    this.#over('TRANSFER');
    if (behaviour?.transfer) {
      // Another agent of a queue behaves the same, but does not transfer the call again, unless `then` says otherwise.
      // Without `then`, a user is somebody outside of queues, whose behaviour the settings have.
      const same = 'queueId' in to ? { ...behaviour, transfer: undefined } : undefined;
      const next = behaviour.transfer.then ?? same;
      if (next) this.options.behaviours.set(leg.conversation.id, next);
      else this.options.behaviours.delete(leg.conversation.id);
    }
    leg.holder = undefined;
    leg.line.close('flow');
    go();
  }

  callEnded(by: CallEnder): void {
    this.withdraw();
    if (this.#state === 'talking') this.#over(by === 'agent' ? 'CLIENT' : 'PEER');
  }

  /** Chooses a wrap-up code, during the call or after it. */
  wrapUp(codeIdOrName: string, notes: string): void {
    if (this.#state === 'done') throw new CannotSteer('the agent has wrapped up already, or need not');
    const code = wrapupCodeNamed(this.runtime.org, codeIdOrName);
    if (!code) throw new CannotSteer(`the org has no wrap-up code '${codeIdOrName}'`);
    this.#chosen = { code: code.id, notes };
    if (this.#state === 'wrappingUp' && this.#rule.prompt !== 'MANDATORY_FORCED_TIMEOUT') this.#wrappedUp();
  }

  endWrapUp(): void {
    if (this.#state !== 'wrappingUp') return;
    this.#chosen ??= { code: TIMEOUT_CODE, notes: '' };
    this.#wrappedUp();
  }

  #endTalk(behaviour: AgentBehaviour): void {
    if (behaviour.transfer) this.transfer(behaviour.transfer.to);
    else this.runtime.calls.end(this.leg, behaviour.hangsUp ?? 'agent');
  }

  #destination(to: TransferTarget): () => void {
    const { leg } = this;
    const { org, acd, calls } = this.runtime;
    if ('queueId' in to) {
      const queue = org.get('queue', to.queueId);
      if (!queue) throw new CannotSteer(`the org has no queue ${to.queueId}`);
      const queueName = queue.name;
      return () => acd.enter(leg, { queueId: queue.id, queueName, priority: to.priority ?? 0 });
    }
    if ('userId' in to) {
      const user = org.get('user', to.userId);
      if (!user) throw new CannotSteer(`the org has no user ${to.userId}`);
      return () => this.#ringAt(user);
    }
    if (leg.conversation.mediaType === 'MESSAGE') throw new CannotSteer('messages cannot be transferred to a number');
    const { isTel = false, isSip = false } = readPhoneNumber(to.number)?.parts ?? {};
    if (!isTel && !isSip) throw new CannotSteer(`'${to.number}' is no number that can be called`);
    return () => this.#dial(calls.number(leg, to.number));
  }

  /**
   * The agent has left the call, and it rings at a user. The user is an agent of the queue that the call came from, with
   * its after-call work (believed). If they do not answer, the call ends (assumed).
   */
  #ringAt(user: User): void {
    const { leg, runtime, options } = this;
    const { agents, behaviours, talks } = options;
    const { id } = leg.conversation;
    const { callees } = runtime.settings;
    const callee = callees[user.id] ?? callees[user.name] ?? USUAL;
    if (callee.busy === true || agents.isBusy(user.id)) {
      leg.log('transfer.failed', { to: user.name, problem: 'the user is busy' });
      return runtime.calls.end(leg, 'system');
    }
    const talk: AgentTalk = new AgentTalk(runtime, {
      ...options,
      user,
      counted: true,
      onAnswer: () => talks.begin(id, talk),
      onMiss: () => runtime.calls.end(leg, 'system'),
      ...(agents.state(user.id) === 'OFF_QUEUE' ? { returnsTo: 'OFF_QUEUE' } : {}),
    });
    leg.holder = talk;
    talks.ring(id, talk);
    const behaviour = behaviours.get(id) ?? behaviourOf(callee);
    if (behaviour) talk.behaviour = behaviour;
    const answersAfter = behaviour?.answersAfter ?? callee.answersAfter;
    if (answersAfter !== undefined) talk.answerIn(answersAfter);
    talk.alert(RINGS_AT_MOST);
  }

  /** The agent has left the call. If the callee does not answer, the call ends (assumed). */
  #dial(dialled: Callee): void {
    const { leg, runtime } = this;
    leg.holder = dialled;
    dialled.rings(undefined)((outcome) => {
      if (outcome !== 'answered') runtime.calls.end(leg, 'system');
    });
  }

  #over(disconnectType: DisconnectType): void {
    this.#endHold();
    this.#leave(disconnectType);
    this.#state = 'over';
    this.#afterCall();
  }

  /** Begins after-call work by the rules of the queue (documented). */
  #afterCall(): void {
    const { behaviour, participant } = this;
    const { prompt, timeout } = this.#rule;
    const voluntary = prompt === 'OPTIONAL' || prompt === 'AGENT_REQUESTED';
    const wantsWrapUp = this.#codeOf(behaviour) !== undefined || this.wrapUpRequested || this.#chosen !== undefined;
    if (voluntary && !wantsWrapUp) {
      participant.wrapupSkipped = true;
      this.#state = 'done';
      this.#agentIs(this.options.returnsTo ?? 'IDLE');
      return;
    }
    this.#state = 'wrappingUp';
    participant.acwStartedAt = this.runtime.clock.now();
    this.#agentIs('AFTER_CALL_WORK');
    if (timeout !== undefined) this.#later(timeout, () => this.#wrappedUp());
    if (behaviour && (this.#codeOf(behaviour) !== undefined || timeout === undefined)) {
      this.#later(behaviour.wrapsUpIn, () => this.#behaviourWrapsUp(behaviour));
    } else if (this.#chosen && prompt !== 'MANDATORY_FORCED_TIMEOUT' && !behaviour) {
      this.#later(0, () => this.#wrappedUp());
    }
  }

  /** The code that a behaviour has for this talk, by id or name. */
  #codeOf({ wrapUp, wrapUpNotReached }: Partial<AgentBehaviour> = {}): string | undefined {
    return this.#talksSince === undefined ? (wrapUpNotReached ?? wrapUp) : wrapUp;
  }

  #behaviourWrapsUp(behaviour: AgentBehaviour): void {
    const { notes = '' } = behaviour;
    const wrapUp = this.#codeOf(behaviour);
    if (wrapUp !== undefined) {
      this.#chosen = { code: wrapupCodeNamed(this.runtime.org, wrapUp)?.id ?? wrapUp, notes };
    }
    if (this.#rule.prompt !== 'MANDATORY_FORCED_TIMEOUT') this.#wrappedUp();
  }

  /** If the time ran out without a choice, the system sets its own code (documented). */
  #wrappedUp(): void {
    const { participant, runtime, leg } = this;
    this.#forgetTimers();
    const now = runtime.clock.now();
    const code = this.#chosen?.code ?? (this.#rule.timeout === undefined ? undefined : TIMEOUT_CODE);
    participant.acwEndedAt = now;
    participant.wrapup = {
      ...(code === undefined ? {} : { code }),
      notes: this.#chosen?.notes ?? '',
      milliseconds: now - (participant.acwStartedAt ?? now),
    };
    this.#state = 'done';
    const shown = code === undefined ? undefined : (runtime.org.get('wrapupCode', code)?.name ?? code);
    leg.log('agent.wrappedUp', { agent: this.name, ...(shown === undefined ? {} : { wrapUpCode: shown }) });
    runtime.detail.acw(leg.conversation, participant);
    this.#agentIs(this.options.returnsTo ?? 'IDLE');
  }

  #leave(disconnectType: DisconnectType): void {
    const { participant, leg } = this;
    this.#forgetTimers();
    participant.endedAt = this.runtime.clock.now();
    participant.disconnectType = disconnectType;
    leg.log('agent.left', { agent: this.name, reason: disconnectType });
    this.runtime.detail.userEnd(leg.conversation, participant);
  }

  #endHold(): void {
    const { participant } = this;
    this.#music?.stop();
    if (participant.heldSince === undefined) return;
    const now = this.runtime.clock.now();
    (participant.holds ??= []).push({ from: participant.heldSince, to: now });
    participant.heldMs = (participant.heldMs ?? 0) + now - participant.heldSince;
    delete participant.heldSince;
  }

  #agentIs(state: AgentState): void {
    const { user, counted, agents } = this.options;
    if (user && counted) agents.set(user.id, state);
  }

  #later(milliseconds: number, run: () => void): void {
    this.#timers.push(this.runtime.clock.after(milliseconds, run));
  }

  #forgetTimers(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
  }
}

/** What a person outside of queues does as an agent. Undefined: they talk until somebody hangs up or steers them. */
function behaviourOf({ answersAfter, talksFor }: CalleeBehaviour): AgentBehaviour | undefined {
  if (answersAfter === undefined || talksFor === undefined) return undefined;
  return { answersAfter, talksFor, wrapsUpIn: 0 };
}
