import type { JsonObject } from '../../state/json';
import type { EventPlace } from '../events';
import type { Runtime } from '../runtime';
import { type Consistency, ParticipantData } from './participant-data';

/** What a participant is there for, in the API's words. */
export type Purpose = 'customer' | 'ivr' | 'acd' | 'agent' | 'user' | 'voicemail' | 'workflow' | 'external';

/** Why a participant left, in the words of events (documented); the API says it in lower case with dots. */
export type DisconnectType =
  'ENDPOINT' | 'CLIENT' | 'SYSTEM' | 'TRANSFER' | 'ERROR' | 'PEER' | 'TIMEOUT' | 'NO_ANSWER_TRANSFER' | 'OTHER';

/** How after-call work ended. */
export interface Wrapup {
  /** Id of the code; undefined where none was chosen and no rule sets one. */
  readonly code?: string;
  readonly notes: string;
  readonly milliseconds: number;
}

/** One side of a conversation, for some time. Moments are milliseconds since 1970. */
export interface Participant {
  readonly id: string;
  readonly sessionId: string;
  readonly purpose: Purpose;
  readonly name?: string;
  readonly address?: string;
  readonly userId?: string;
  readonly queueId?: string;
  readonly groupId?: string;
  readonly flowId?: string;
  readonly divisionId?: string;
  readonly startedAt: number;
  connectedAt?: number;
  endedAt?: number;
  disconnectType?: DisconnectType;
  /** Whether they have the other side on hold now, since when; and how long before that. */
  heldSince?: number;
  heldMs?: number;
  /** Rules of the queue for what comes after the call: `MANDATORY_TIMEOUT` … */
  wrapupPrompt?: string;
  wrapupTimeoutMs?: number;
  wrapupSkipped?: boolean;
  acwStartedAt?: number;
  acwEndedAt?: number;
  wrapup?: Wrapup;
  /** What the queue was asked for: priority, skills, language. */
  routing?: JsonObject;
}

export interface ConversationOptions {
  readonly direction?: 'INBOUND' | 'OUTBOUND';
  /** Whose number was called. */
  readonly divisionId?: string;
}

/** A conversation: who takes part, and what is known of each. */
export class Conversation {
  readonly id: string;
  /** Where its events belong. */
  readonly place: EventPlace;
  readonly startedAt: number;
  readonly participants: Participant[] = [];
  readonly data: ParticipantData;
  readonly consistency: Consistency;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly divisionId: string | undefined;
  /** A key of another system, to find the conversation again. */
  externalTag: string | undefined;
  /** User-to-user information that came with the call or was set by a flow. */
  uuiData: string | undefined;
  endedAt?: number;

  constructor(
    readonly runtime: Runtime,
    /** Addresses as the platform writes them: `tel:+33142685300`. */
    readonly from: string,
    readonly to: string,
    { direction = 'INBOUND', divisionId }: ConversationOptions = {},
  ) {
    const { clock, log, chance, settings } = runtime;
    this.id = runtime.newId();
    this.place = { conversationId: this.id };
    this.startedAt = clock.now();
    this.direction = direction;
    this.divisionId = divisionId;
    this.consistency = settings.consistency;
    this.data = new ParticipantData({
      place: this.place,
      consistency: settings.consistency,
      clock,
      chance: () => chance.of(`participant data of ${this.id}`),
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

  participant(id: string): Participant | undefined {
    return this.participants.find((one) => one.id === id);
  }

  /** Whose part the flow on the call is: its own, or the queue's. */
  get flowParticipant(): Participant | undefined {
    return [...this.participants].reverse().find(({ purpose }) => purpose === 'ivr' || purpose === 'acd');
  }

  /** The customer: whom "the participant" means in flows, and where a conversation is asked without one. */
  get customer(): Participant {
    const customer = this.participants.find(({ purpose }) => purpose === 'customer' || purpose === 'external');
    if (!customer) throw new Error('a conversation begins with its customer');
    return customer;
  }
}
