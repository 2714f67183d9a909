import { type Value } from '../../../architect/expressions';
import type { JsonObject } from '../../state/json';
import type { Leg, PostFlow } from '../action-context';
import type { EventName, Events } from '../events';
import type { IncomingMessage } from '../messages/incoming-message';
import { withoutValues } from '../flow/secure';
import { Line } from '../voice/line';
import { type Speaking, type Utterance, utteranceOf } from '../voice/speech';
import type { Conversation } from './conversation';
import type { Holder, TransferType } from './holder';
import type { Participant } from './participant';
import { FlowView } from './participant-data';

/** The caller's side of a call, as the flows on it see it. */
export class CallLeg implements Leg {
  readonly line: Line;
  readonly customer: Participant;
  /** The participant data as the flow on the call sees it. Each flow has a new view. */
  view: FlowView;
  /** The language in which the flow speaks, as a tag: `fr-fr`. */
  language: string;
  /** Values of the variables that only in-queue flows have, by variable name. */
  inQueue: ReadonlyMap<string, () => Value> = new Map();
  /** The hold music of the in-queue flow on the call. */
  holdPrompt: (() => Value) | undefined;
  holder: Holder | undefined;
  /** How the flow transferred the call. The event of its end reports it. */
  transferType: TransferType | undefined;
  /** The text that the next agent hears before the caller is connected. */
  whisper: string | undefined;
  /** The script that the next agent sees with the call. */
  screenPop: { readonly script: string; readonly inputs: JsonObject } | undefined;
  /** The flow that takes the call over when the agent has hung up. */
  postFlow: PostFlow | undefined;
  /**
   * Whether the caller hears the queued audio when the flow enters its next task or menu, because the language changed
   * (documented).
   */
  flushOnEntry = false;
  /** Whether a secure flow has the call: no log shows the keys that the caller presses. */
  isSecure = false;
  /** In a conversation of messages: the message that the flow serves. */
  message: IncomingMessage | undefined;
  /** The keys that the caller typed last, for `Flow.$lastInput`. */
  lastInput: string | null = null;

  constructor(
    readonly conversation: Conversation,
    language: string,
  ) {
    const { runtime, customer } = conversation;
    this.customer = customer;
    this.language = language;
    this.view = this.#newView();
    this.line = new Line({
      clock: runtime.clock,
      speaking: () => this.#speaking,
      log: (type, fields) => this.log(type, this.isSecure ? withoutValues(type, fields) : fields),
    });
  }

  /** Audio as the caller would hear it now; undefined if there is nothing to hear. */
  utterance(value: Value): Utterance | undefined {
    return utteranceOf(value, this.#speaking);
  }

  get #speaking(): Speaking {
    const { settings, names } = this.conversation.runtime;
    return { rates: settings.speakingRates, prompt: names.promptSpeech, language: this.language };
  }

  get ended(): boolean {
    return this.conversation.endedAt !== undefined;
  }

  log<K extends EventName>(type: K, fields: Events[K]): void {
    this.conversation.runtime.log.add(type, this.conversation.place, fields);
  }

  /** Prepares the leg for a flow that begins on the call. */
  newFlow(isSecure: boolean): void {
    this.isSecure = isSecure;
    this.line.open();
    this.view = this.#newView();
    this.transferType = undefined;
  }

  #newView(): FlowView {
    const { data, consistency } = this.conversation;
    return new FlowView(data, this.customer.id, consistency);
  }
}
