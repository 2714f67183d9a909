import type { LiveOrg } from '../action-context';
import type { Foundation } from '../foundation';
import type { AgentBehaviour, TransferTarget } from '../settings';
import type { AgentTalk } from './agent-talk';
import { CannotSteer } from './cannot-steer';

/**
 * Who has a call, and who is not done with one that they sent on; agents are steered here. What steers them throws a
 * {@link CannotSteer} where nobody is there to do it.
 */
export class Talks {
  readonly #now = new Map<string, AgentTalk>();
  /** Agents who sent a call on and were not done with it when the next one answered. */
  readonly #before = new Map<string, AgentTalk[]>();

  constructor(private readonly runtime: Pick<Foundation, 'log'> & Pick<LiveOrg, 'calls'>) {}

  /** An agent has answered. */
  begin(conversationId: string, talk: AgentTalk): void {
    const last = this.#now.get(conversationId);
    if (last?.wrappingUp === true)
      this.#before.set(conversationId, [...(this.#before.get(conversationId) ?? []), last]);
    this.#now.set(conversationId, talk);
  }

  /** The agent gets to know what to do. */
  behave(conversationId: string, behaviour: AgentBehaviour): void {
    this.#now.get(conversationId)?.behave(behaviour);
  }

  hold(conversationId: string): void {
    this.#talking(conversationId).hold();
  }

  resume(conversationId: string): void {
    this.#talking(conversationId).resume();
  }

  /** The agent ends the call. */
  hangUp(conversationId: string): void {
    const { log, calls } = this.runtime;
    log.afterwards(() => calls.end(this.#talking(conversationId).leg, 'agent'));
  }

  /** The agent sends the call on; it is over for them, not for the caller. */
  transfer(conversationId: string, to: TransferTarget): void {
    this.runtime.log.afterwards(() => this.#talking(conversationId).transfer(to));
  }

  /** The agent wants after-call work, in a queue that leaves it to them. */
  requestWrapUp(conversationId: string): void {
    this.#talking(conversationId).wrapUpRequested = true;
  }

  /**
   * The agent chooses a code (id or name), and is done with the call where the queue lets them. Who has sent the call on
   * and is not done yet does so before who has it now.
   */
  wrapUp(conversationId: string, code: string, notes = ''): void {
    const before = this.#before.get(conversationId)?.find(({ wrappingUp }) => wrappingUp);
    const talk = before ?? this.#now.get(conversationId);
    if (!talk) throw new CannotSteer('no agent has had this call');
    talk.wrapUp(code, notes);
  }

  /** The system ends after-call work that is under way, with its own code (documented for torn-down conversations). */
  endWrapUp(conversationId: string): void {
    for (const talk of this.#before.get(conversationId) ?? []) talk.endWrapUp();
    this.#now.get(conversationId)?.endWrapUp();
  }

  /** Of a call that is over nothing is known any more. */
  forget(conversationId: string): void {
    this.#now.delete(conversationId);
    this.#before.delete(conversationId);
  }

  #talking(conversationId: string): AgentTalk {
    const talk = this.#now.get(conversationId);
    if (!talk?.connected) throw new CannotSteer('no agent talks on this call');
    return talk;
  }
}
