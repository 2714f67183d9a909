import type { AgentBehaviour } from '../settings';

/** Behaviours by conversation. Reports each one that is set. */
export class Behaviours extends Map<string, AgentBehaviour> {
  constructor(private readonly tell: (conversationId: string, behaviour: AgentBehaviour) => void) {
    super();
  }

  override set(conversationId: string, behaviour: AgentBehaviour): this {
    super.set(conversationId, behaviour);
    this.tell(conversationId, behaviour);
    return this;
  }
}
