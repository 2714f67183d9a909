import type { Group } from '../../state/tables/group';
import type { Queue } from '../../state/tables/queue';
import type { User } from '../../state/tables/user';
import type { CallEnder } from '../events';
import type { Wait } from '../steps';
import type { Utterance } from '../voice/speech';

/** Who has a call when no flow does, or beside the flow a waiting caller hears: a queue, an agent, somebody called. */
export interface Holder {
  /** The call is over for the caller. */
  callEnded(by: CallEnder): void;
}

/** How a flow gave a call away, in the words of `flow.end` (documented). */
export type TransferType =
  'ACD' | 'USER' | 'NUMBER' | 'ACD_VOICEMAIL' | 'USER_VOICEMAIL' | 'GROUP_VOICEMAIL' | 'GROUP' | 'FLOW' | 'SECURE_FLOW';

export type DialOutcome = 'answered' | 'busy' | 'noAnswer';

/** Somebody outside of queues who can be rung for a caller, and who holds the call when they have answered. */
export interface Callee extends Holder {
  /** The user's name, or the number as an address. */
  readonly name: string;
  /**
   * Rings, as something to wait for; taking it back stops the ringing.
   *
   * @param timeout milliseconds; undefined: as long as the platform lets it ring
   */
  rings(timeout: number | undefined): Wait<DialOutcome>;
}

/** Whose voicemail a caller speaks to. */
export type Mailbox = { readonly kind: 'queue' | 'user' | 'group'; readonly entity: Queue | User | Group };

export interface VoicemailOptions {
  readonly mailbox: Mailbox;
  /** Played before the tone; nothing where it is undefined. */
  readonly greeting: Utterance | undefined;
  /** Told when a message was left. */
  readonly onMessage?: (milliseconds: number) => void;
}
