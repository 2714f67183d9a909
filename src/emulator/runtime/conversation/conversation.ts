import type { Runtime } from '../runtime';
import { type Consistency, ParticipantData } from './participant-data';

/** What a participant is there for, in the API's words. */
export type Purpose = 'customer' | 'ivr' | 'acd' | 'agent' | 'user' | 'voicemail' | 'workflow' | 'external';

/** One side of a conversation, for some time. */
export interface Participant {
  readonly id: string;
  readonly sessionId: string;
  readonly purpose: Purpose;
  readonly name?: string;
  readonly address?: string;
  readonly userId?: string;
  readonly queueId?: string;
  readonly flowId?: string;
  readonly startedAt: number;
  connectedAt?: number;
  endedAt?: number;
  /** In the words of events: `ENDPOINT`, `TRANSFER` … */
  disconnectType?: string;
  wrapup?: { readonly code: string; readonly notes: string; readonly milliseconds: number };
}

/** A conversation: who takes part, and what is known of each. */
export class Conversation {
  readonly id: string;
  readonly startedAt: number;
  readonly participants: Participant[] = [];
  readonly data: ParticipantData;
  readonly consistency: Consistency;
  endedAt?: number;

  constructor(
    readonly runtime: Runtime,
    /** Addresses as the platform writes them: `tel:+33142685300`. */
    readonly from: string,
    readonly to: string,
    readonly direction: 'INBOUND' | 'OUTBOUND' = 'INBOUND',
  ) {
    const { clock, log, chance, settings } = runtime;
    this.id = runtime.newId();
    this.startedAt = clock.now();
    this.consistency = settings.consistency;
    this.data = new ParticipantData({
      conversationId: this.id,
      consistency: settings.consistency,
      clock,
      chance: chance.of(`participant data of ${this.id}`),
      log,
      onVisible: (participantId, attributes) => runtime.detail.attributes(this, participantId, attributes),
    });
  }

  join(fields: Omit<Participant, 'id' | 'sessionId' | 'startedAt'>): Participant {
    const { runtime } = this;
    const participant: Participant = {
      id: runtime.newId(),
      sessionId: runtime.newId(),
      startedAt: runtime.clock.now(),
      ...fields,
    };
    this.participants.push(participant);
    return participant;
  }

  /** The customer: whom "the participant" means in flows, and where a conversation is asked without one. */
  get customer(): Participant {
    const customer = this.participants.find(({ purpose }) => purpose === 'customer' || purpose === 'external');
    if (!customer) throw new Error('a conversation begins with its customer');
    return customer;
  }
}
