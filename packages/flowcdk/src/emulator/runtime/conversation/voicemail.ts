import type { Leg, LiveOrg } from '../action-context';
import type { CallEnder } from '../events';
import { begin, type Fiber, sleep, type Steps } from '../steps';
import type { DetailEvents } from './detail-events';
import type { Holder, VoicemailOptions } from './holder';
import type { Participant } from './participant';

/** The longest message in milliseconds (assumed; the platform's limit is a setting of the org). */
const LONGEST_MESSAGE = 180_000;

/** The parts of the runtime that a voicemail needs. */
export interface VoicemailRuntime extends Pick<LiveOrg, 'clock' | 'calls'> {
  readonly detail: Pick<DetailEvents, 'voicemailStart' | 'voicemailEnd'>;
}

/** A caller leaves a message: greeting, tone, then the recording until they hang up. */
export class Voicemail implements Holder {
  readonly #participant: Participant;
  #fiber: Fiber | undefined;
  #recordingSince: number | undefined;

  constructor(
    private readonly runtime: VoicemailRuntime,
    private readonly leg: Leg,
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
