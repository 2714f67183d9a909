import type { LiveOrg } from '../action-context';
import type { Foundation } from '../foundation';
import type { SentMessage } from '../../state/tables/sent-message';
import type { AgentBehaviour, TransferTarget } from '../settings';
import type { AgentTalk } from './agent-talk';
import { CannotSteer } from './cannot-steer';

/**
 * The agents who have a call, and the agents who transferred a call and still wrap up. Tests and the API steer agents
 * here. Its methods throw a {@link CannotSteer} if no agent can do it.
 */
export class Talks {
  readonly #now = new Map<string, AgentTalk>();
  /** The talks that ring at users to whom an agent transferred the call. */
  readonly #ringing = new Map<string, AgentTalk>();
  /** Agents who transferred a call and still wrapped up when the next agent answered. */
  readonly #before = new Map<string, AgentTalk[]>();

  constructor(private readonly runtime: Pick<Foundation, 'log'> & Pick<LiveOrg, 'calls'>) {}

  /** Records that a call rings at a user to whom an agent transferred it. */
  ring(conversationId: string, talk: AgentTalk): void {
    this.#ringing.set(conversationId, talk);
  }

  /** The talk that rings at a user to whom an agent transferred the call. */
  ringing(conversationId: string): AgentTalk | undefined {
    const talk = this.#ringing.get(conversationId);
    return talk?.answered === false ? talk : undefined;
  }

  /** Records that an agent has answered. */
  begin(conversationId: string, talk: AgentTalk): void {
    this.#ringing.delete(conversationId);
    const last = this.#now.get(conversationId);
    if (last?.wrappingUp === true)
      this.#before.set(conversationId, [...(this.#before.get(conversationId) ?? []), last]);
    this.#now.set(conversationId, talk);
  }

  /** Sets the behaviour of the agent. */
  behave(conversationId: string, behaviour: AgentBehaviour): void {
    const ringing = this.ringing(conversationId);
    if (ringing) ringing.behave(behaviour, ringing.participant.startedAt + behaviour.answersAfter);
    else this.#now.get(conversationId)?.behave(behaviour);
  }

  hold(conversationId: string): void {
    this.#talking(conversationId).hold();
  }

  /** Whether an agent has the conversation. */
  isTalking(conversationId: string): boolean {
    return this.#now.get(conversationId)?.connected === true;
  }

  /** Lets the agent write to the customer of a conversation of messages. */
  write(conversationId: string, text: string): SentMessage {
    return this.#talking(conversationId).write(text);
  }

  resume(conversationId: string): void {
    this.#talking(conversationId).resume();
  }

  /** Lets the agent end the call. */
  hangUp(conversationId: string): void {
    const { log, calls } = this.runtime;
    log.afterwards(() => calls.end(this.#talking(conversationId).leg, 'agent'));
  }

  /** Lets the agent transfer the call. The call ends for the agent, not for the caller. */
  transfer(conversationId: string, to: TransferTarget): void {
    this.runtime.log.afterwards(() => this.#talking(conversationId).transfer(to));
  }

  /** Lets the agent ask for after-call work, in a queue that leaves the choice to them. */
  requestWrapUp(conversationId: string): void {
    this.#talking(conversationId).wrapUpRequested = true;
  }

  /**
   * Lets the agent choose a code (id or name). The agent is then done with the call if the queue allows it. An agent
   * who transferred the call and still wraps up comes before the agent who has the call now.
   */
  wrapUp(conversationId: string, code: string, notes = ''): void {
    const before = this.#before.get(conversationId)?.find(({ wrappingUp }) => wrappingUp);
    const talk = before ?? this.#now.get(conversationId);
    if (!talk) throw new CannotSteer('no agent has had this call');
    talk.wrapUp(code, notes);
  }

  /** Lets the system end after-call work under way with its own code (documented for torn-down conversations). */
  endWrapUp(conversationId: string): void {
    for (const talk of this.#before.get(conversationId) ?? []) talk.endWrapUp();
    this.#now.get(conversationId)?.endWrapUp();
  }

  /** Forgets everything about a call that has ended. */
  forget(conversationId: string): void {
    this.#now.delete(conversationId);
    this.#ringing.delete(conversationId);
    this.#before.delete(conversationId);
  }

  #talking(conversationId: string): AgentTalk {
    const talk = this.#now.get(conversationId);
    if (!talk?.connected) throw new CannotSteer('no agent talks on this call');
    return talk;
  }
}
