import type { Group } from '../../state/tables/group';
import type { Queue } from '../../state/tables/queue';
import type { User } from '../../state/tables/user';
import type { CallEnder } from '../events';
import type { Wait } from '../steps';
import type { Utterance } from '../voice/speech';

/**
 * The holder of a call: a queue, an agent or a called person. It has the call when no flow has it, or beside the flow
 * that a waiting caller hears.
 */
export interface Holder {
  /** Called when the call has ended for the caller. */
  callEnded(by: CallEnder): void;
}

/** How a flow gave a call away, in the words of `flow.end` (documented). */
export type TransferType =
  'ACD' | 'USER' | 'NUMBER' | 'ACD_VOICEMAIL' | 'USER_VOICEMAIL' | 'GROUP_VOICEMAIL' | 'GROUP' | 'FLOW' | 'SECURE_FLOW';

export type DialOutcome = 'answered' | 'busy' | 'noAnswer';

/** A person outside of queues who can be rung for a caller. They hold the call after they have answered. */
export interface Callee extends Holder {
  /** The user's name, or the number as an address. */
  readonly name: string;
  /**
   * A wait for the answer that begins to ring. Cancelling it stops the ringing.
   *
   * @param timeout milliseconds; undefined means as long as the platform lets it ring
   */
  rings(timeout: number | undefined): Wait<DialOutcome>;
}

/** The owner of a voicemail box: a queue, a user or a group. */
export type Mailbox = { readonly kind: 'queue' | 'user' | 'group'; readonly entity: Queue | User | Group };

export interface VoicemailOptions {
  readonly mailbox: Mailbox;
  /** The greeting before the tone. Undefined: there is none. */
  readonly greeting: Utterance | undefined;
  /** Called when the caller has left a message, with its length. */
  readonly onMessage?: (milliseconds: number) => void;
}
