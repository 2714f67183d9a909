import { type Value } from '../../../architect/expressions';
import type { EventName, Events } from '../events';
import { Line } from '../voice/line';
import type { Conversation, Participant } from './conversation';
import { FlowView } from './participant-data';

/** The caller's side of a call, as the flows on it see it. */
export class CallLeg {
  readonly line: Line;
  readonly customer: Participant;
  /** How the flow on it sees participant data; a new one for each flow. */
  view: FlowView;
  /** Language tag of what is said. */
  language: string;
  /** Built-in variables of calls. */
  readonly builtIns: readonly (readonly [string, () => Value])[];
  /** What only in-queue flows know. */
  inQueue: ReadonlyMap<string, () => Value> = new Map();

  constructor(
    readonly conversation: Conversation,
    language: string,
  ) {
    const { runtime, customer } = { runtime: conversation.runtime, customer: conversation.customer };
    this.customer = customer;
    this.language = language;
    this.view = this.#newView();
    this.line = new Line({
      clock: runtime.clock,
      speaking: () => ({
        rates: runtime.settings.speakingRates,
        prompt: runtime.names.promptSpeech,
        language: this.language,
      }),
      log: (type, fields) => this.log(type, fields),
    });
    const { from, to, id } = conversation;
    this.builtIns = [
      ['Call.Ani', () => from],
      ['Call.CalledAddress', () => to],
      ['Call.CalledAddressOriginal', () => to],
      ['Call.ConversationId', () => id],
      ['Call.RemoteName', () => customer.name ?? null],
      ['Call.Language', () => this.language],
      ['Call.UUIData', () => null],
      ['Call.ExternalTag', () => null],
      ['Call.ExternalContactId', () => null],
      ['Interaction.Id', () => id],
      ['Interaction.Language', () => this.language],
      ...['Call.CurrentQueue', 'Call.EstimatedWaitTime', 'Call.PositionInQueue', 'Flow.HoldPrompt'].map(
        (name) => [name, (): Value => this.inQueue.get(name)?.() ?? null] as const,
      ),
    ];
  }

  log<K extends EventName>(type: K, fields: Events[K]): void {
    this.conversation.runtime.log.add(type, { conversationId: this.conversation.id }, fields);
  }

  /** A flow begins on the call. */
  newFlow(): void {
    this.view = this.#newView();
  }

  #newView(): FlowView {
    const { data, consistency } = this.conversation;
    return new FlowView(data, this.customer.id, consistency);
  }
}
