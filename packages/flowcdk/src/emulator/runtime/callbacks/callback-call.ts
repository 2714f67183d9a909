import type { CallEnder } from '../events';
import { RINGS_AT_MOST } from '../conversation/dialled';
import type { Conversation } from '../conversation/conversation';
import type { DetailEvents } from '../conversation/detail-events';
import type { CallSession, DisconnectType, Participant } from '../conversation/participant';
import type { Foundation } from '../foundation';
import type { People } from '../people';

/** The parts of the runtime that a call to a customer needs. */
export interface CallbackCallRuntime extends Pick<Foundation, 'clock' | 'newId'> {
  readonly detail: Pick<DetailEvents, 'callStart' | 'callEnd'>;
  readonly people: Pick<People, 'takeCall'>;
}

/** The call of an agent, or of the org, to the customer of a callback: from dialling to its end. */
export class CallbackCall {
  /** How long the customer talks before they hang up, in milliseconds. Undefined: until the agent hangs up. */
  talksFor: number | undefined;
  /** Undefined where the org calls the customer before there is an agent. */
  readonly #agent: { readonly participant: Participant; readonly session: CallSession } | undefined;
  readonly #customer: CallSession;
  #cancel: () => void = () => undefined;

  constructor(
    private readonly runtime: CallbackCallRuntime,
    private readonly conversation: Conversation,
    agent: Participant | undefined,
  ) {
    this.#agent = agent && { participant: agent, session: this.#session(agent) };
    this.#customer = this.#session(conversation.customer);
  }

  /** Whether the customer is on the line. */
  get connected(): boolean {
    return this.#customer.connectedAt !== undefined && this.#customer.endedAt === undefined;
  }

  /** Rings at the customer. */
  dial(number: string, onOutcome: (outcome: 'answered' | 'busy' | 'noAnswer') => void): void {
    const { clock, detail, people } = this.runtime;
    const { answersAfter, busy, talksFor } = people.takeCall(number);
    this.talksFor = talksFor;
    if (this.#agent) detail.callStart(this.conversation, this.#agent.participant, this.#agent.session);
    const later = (milliseconds: number, outcome: 'answered' | 'busy' | 'noAnswer'): void => {
      this.#cancel = clock.after(milliseconds, () => {
        const now = clock.now();
        if (outcome === 'answered') {
          this.#customer.connectedAt = now;
          if (this.#agent) this.#agent.session.connectedAt = now;
        } else this.#over('NO_ANSWER_TRANSFER', 'ENDPOINT');
        onOutcome(outcome);
      });
    };
    if (busy === true) later(0, 'busy');
    else if (answersAfter !== undefined && answersAfter <= RINGS_AT_MOST) later(answersAfter, 'answered');
    else later(RINGS_AT_MOST, 'noAnswer');
  }

  /** The conversation is over. */
  end(by: CallEnder): void {
    this.#cancel();
    if (by === 'caller') this.#over('PEER', 'ENDPOINT');
    else if (by === 'agent') this.#over('CLIENT', 'PEER');
    else this.#over('SYSTEM', 'SYSTEM');
  }

  #session(of: Participant): CallSession {
    const session: CallSession = { sessionId: this.runtime.newId(), startedAt: this.runtime.clock.now() };
    (of.calls ??= []).push(session);
    return session;
  }

  #over(ofAgent: DisconnectType, ofCustomer: DisconnectType): void {
    if (this.#customer.endedAt !== undefined) return;
    const now = this.runtime.clock.now();
    this.#customer.endedAt = now;
    this.#customer.disconnectType = ofCustomer;
    if (!this.#agent) return;
    const { participant, session } = this.#agent;
    session.endedAt = now;
    session.disconnectType = ofAgent;
    this.runtime.detail.callEnd(this.conversation, participant, session);
  }
}
