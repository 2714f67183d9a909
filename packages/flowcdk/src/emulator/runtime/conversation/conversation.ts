import type { ConversationRecord } from '../action-context';
import { bytesOf } from '../event-bounds';
import type { EventPlace } from '../events';
import type { Foundation } from '../foundation';
import type { DialledContact } from './dialled-contact';
import type { DetailEvents } from './detail-events';
import type { CallbackFields, MediaType, Participant, Purpose } from './participant';
import { type Consistency, ParticipantData } from './participant-data';

export interface ConversationOptions {
  readonly direction?: 'INBOUND' | 'OUTBOUND';
  /** The division of the called number. */
  readonly divisionId?: string;
  /** @default 'VOICE' */
  readonly mediaType?: MediaType;
  /** What kind of message it is, in the words of events: `SMS`. */
  readonly messageType?: string;
  /** @default a new one */
  readonly id?: string;
}

/** The purposes of participants that a flow acts as. */
const flowPurposes: ReadonlySet<Purpose> = new Set<Purpose>(['ivr', 'workflow', 'acd']);

/** The parts of the runtime that a conversation needs. */
export interface ConversationRuntime extends Foundation {
  readonly detail: Pick<DetailEvents, 'attributes'>;
}

/** A conversation: its participants and their data. */
export class Conversation implements ConversationRecord {
  readonly id: string;
  /** The place of its events in the log. */
  readonly place: EventPlace;
  readonly startedAt: number;
  readonly participants: Participant[] = [];
  readonly data: ParticipantData;
  readonly consistency: Consistency;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly divisionId: string | undefined;
  readonly mediaType: MediaType;
  readonly messageType: string | undefined;
  /** The fields of a callback in events. */
  callback: CallbackFields | undefined;
  /** A key of another system that identifies the conversation there. */
  externalTag: string | undefined;
  /** User-to-user information that came with the call or was set by a flow. */
  uuiData: string | undefined;
  /** The headers of the INVITE that the call began with, by name. */
  sipHeaders: Readonly<Record<string, string>> = {};
  /** The id of the utilization label. */
  utilizationLabelId: string | undefined;
  /** Whether the caller agreed to be recorded. */
  mayBeRecorded = false;
  /** The contact that an outbound call reaches. */
  contact: DialledContact | undefined;
  endedAt?: number;
  #customer: Participant | undefined;

  constructor(
    readonly runtime: ConversationRuntime,
    /** Addresses have the form that the platform uses: `tel:+33142685300`. */
    readonly from: string,
    readonly to: string,
    { direction = 'INBOUND', divisionId, mediaType = 'VOICE', messageType, id }: ConversationOptions = {},
  ) {
    const { clock, log, chance, settings } = runtime;
    this.id = id ?? runtime.newId();
    this.place = { conversationId: this.id };
    this.startedAt = clock.now();
    this.direction = direction;
    this.divisionId = divisionId;
    this.mediaType = mediaType;
    this.messageType = messageType;
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

  /** An estimate of the memory that the conversation takes. */
  get bytes(): number {
    return 2 * this.data.size + bytesOf([this.participants, this.externalTag, this.uuiData, this.sipHeaders]);
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
    if (participant.purpose === 'customer') this.#customer = participant;
    return participant;
  }

  participant(id: string): Participant | undefined {
    return this.participants.find((participant) => participant.id === id);
  }

  /** The participant that the flow on the call acts as: its own, or the queue's. */
  get flowParticipant(): Participant | undefined {
    return [...this.participants].reverse().find(({ purpose }) => flowPurposes.has(purpose));
  }

  /** It has ended and goes on: the customer has written again. */
  goOn(): void {
    delete this.endedAt;
  }

  /**
   * The customer. Flows that do not name a participant mean the customer. A conversation that went on after its end has
   * a participant for each part; the newest counts.
   */
  get customer(): Participant {
    if (!this.#customer) throw new Error('a conversation begins with its customer');
    return this.#customer;
  }
}
