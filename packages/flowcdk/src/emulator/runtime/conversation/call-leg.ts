import { type Value } from '../../../architect/expressions';
import type { JsonObject } from '../../state/json';
import type { Leg } from '../action-context';
import type { EventName, Events } from '../events';
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
  /** How the flow on it sees participant data; a new one for each flow. */
  view: FlowView;
  /** Language tag of what is said. */
  language: string;
  /** What only in-queue flows know. */
  inQueue: ReadonlyMap<string, () => Value> = new Map();
  /** The music of the in-queue flow on the call. */
  holdPrompt: (() => Value) | undefined;
  holder: Holder | undefined;
  /** What the flow did last with the call; for its end. */
  transferType: TransferType | undefined;
  /** What the next agent hears before the caller is connected. */
  whisper: string | undefined;
  /** What the next agent sees with the call. */
  screenPop: { readonly script: string; readonly inputs: JsonObject } | undefined;
  /** What is queued is heard when the flow enters its next task or menu: the language changed (documented). */
  flushOnEntry = false;
  /** What the caller typed last, for `Flow.$lastInput`. */
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
      log: (type, fields) => this.log(type, fields),
    });
  }

  /** Audio as the caller would hear it now; undefined where there is nothing to hear. */
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

  /** A flow begins on the call. */
  newFlow(): void {
    this.line.open();
    this.view = this.#newView();
    this.transferType = undefined;
  }

  #newView(): FlowView {
    const { data, consistency } = this.conversation;
    return new FlowView(data, this.customer.id, consistency);
  }
}
