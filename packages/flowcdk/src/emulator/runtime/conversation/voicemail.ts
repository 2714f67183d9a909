import type { Group } from '../../state/tables/group';
import type { Queue } from '../../state/tables/queue';
import type { User } from '../../state/tables/user';
import type { CallEnder } from '../events';
import type { Runtime } from '../runtime';
import { begin, type Fiber, sleep, type Steps } from '../steps';
import type { Utterance } from '../voice/speech';
import type { CallLeg, Holder } from './call-leg';
import type { Participant } from './conversation';

/** Whose voicemail a caller speaks to. */
export type Mailbox = { readonly kind: 'queue' | 'user' | 'group'; readonly entity: Queue | User | Group };

export interface VoicemailOptions {
  readonly mailbox: Mailbox;
  /** Played before the tone; nothing where it is undefined. */
  readonly greeting: Utterance | undefined;
  /** Told when a message was left. */
  readonly onMessage?: (milliseconds: number) => void;
}

/** How long a message may be (assumed; the platform's limit is a setting of the org). */
const LONGEST_MESSAGE = 180_000;

/** A caller leaves a message: greeting, tone, then until they hang up. */
export class Voicemail implements Holder {
  readonly #participant: Participant;
  #fiber: Fiber | undefined;
  #recordingSince: number | undefined;

  constructor(
    private readonly runtime: Runtime,
    private readonly leg: CallLeg,
    private readonly options: VoicemailOptions,
  ) {
    const { kind, entity } = options.mailbox;
    const divisionId = 'division' in entity ? entity.division.id : undefined;
    this.#participant = leg.conversation.join({
      purpose: 'voicemail',
      name: this.#name,
      ...(kind === 'queue' ? { queueId: entity.id } : kind === 'user' ? { userId: entity.id } : { groupId: entity.id }),
      ...(divisionId === undefined ? {} : { divisionId }),
    });
    this.#participant.connectedAt = runtime.clock.now();
  }

  get #name(): string {
    const { entity } = this.options.mailbox;
    return entity.name;
  }

  start(): void {
    this.leg.log('voicemail.started', { to: this.#name });
    this.runtime.detail.voicemailStart(this.leg.conversation, this.#participant);
    this.#fiber = begin(this.#record(), (ended) => {
      if ('error' in ended) throw ended.error;
      if ('value' in ended) this.runtime.calls.end(this.leg, 'system');
    });
  }

  callEnded(by: CallEnder): void {
    const { runtime, leg } = this;
    this.#fiber?.stop();
    const now = runtime.clock.now();
    const milliseconds = this.#recordingSince === undefined ? 0 : now - this.#recordingSince;
    this.#participant.endedAt = now;
    this.#participant.disconnectType = by === 'system' ? 'SYSTEM' : 'PEER';
    if (milliseconds > 0) {
      leg.log('voicemail.left', { to: this.#name, milliseconds });
      this.options.onMessage?.(milliseconds);
    }
    runtime.detail.voicemailEnd(leg.conversation, this.#participant, milliseconds);
  }

  *#record(): Steps<void> {
    if (this.options.greeting) yield* this.leg.line.play(this.options.greeting);
    this.#recordingSince = this.runtime.clock.now();
    yield* sleep(this.runtime.clock, LONGEST_MESSAGE);
  }
}
