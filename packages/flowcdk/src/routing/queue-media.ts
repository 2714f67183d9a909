import { defined } from '../ground/defined';
import type { DurationLiteral } from '../architect/types';
import { type FlowReference, ofKind } from './references';

/** The share of conversations to be answered within a time. */
export interface ServiceLevel {
  /** 0 to 100: `80`. */
  readonly percentage: number;
  /** What "in time" means, counted from the moment in which the conversation begins to wait; at least 1 s. */
  readonly within: DurationLiteral;
}

/**
 * How a queue brings the conversations of one medium to agents. Terraform's provider writes zeros for a time-out or a
 * service level that a medium leaves out (seen in its source), so a medium that says anything says both.
 */
export interface MediaSettings {
  /** How long an agent is alerted before the conversation goes back to the queue; whole seconds, at least 7. */
  readonly alertingTimeout: DurationLiteral;
  readonly serviceLevel: ServiceLevel;
  /** Whether an agent has the conversation at once, without having accepted it. @default false */
  readonly autoAnswer?: boolean | undefined;
}

/** The same for media that agents hear coming. */
export interface AudibleMediaSettings extends MediaSettings {
  /** How long the tone lasts before a conversation is answered automatically. @default the platform's */
  readonly autoAnswerAlertTone?: DurationLiteral | undefined;
  /** How long the tone lasts before an agent who accepted hears the customer. @default the platform's */
  readonly manualAnswerAlertTone?: DurationLiteral | undefined;
}

/**
 * What happens to a call that the platform dialled: it ends, or an agent of the queue gets it, or an inbound call flow.
 */
export type CallbackReaction = 'HangUp' | 'TransferToQueue' | FlowReference<'inboundCall'>;

/** How callbacks are made. */
export interface CallbackSettings extends AudibleMediaSettings {
  /** Whether the agent or the customer is on the line first. @default the platform's, `AgentFirst` */
  readonly mode?: 'AgentFirst' | 'CustomerFirst' | undefined;
  /** Whether the agent's call is dialled, and the conversation ended, without the agent's doing. @default false */
  readonly autoDialAndEnd?: boolean | undefined;
  /** From the agent's acceptance to the call; whole seconds, up to 20 min. @default 5 min, by the platform */
  readonly autoDialDelay?: DurationLiteral | undefined;
  /** From the end of the call to the end of the conversation; whole seconds, up to 20 min. @default 5 min, by the platform */
  readonly autoEndDelay?: DurationLiteral | undefined;
  /** With `CustomerFirst`: how many calls are dialled at once for each free agent, at least 1. */
  readonly pacingModifier?: number | undefined;
  /** With `CustomerFirst`: what happens when a person answers. */
  readonly liveVoice?: CallbackReaction | undefined;
  /** With `CustomerFirst`: what happens when a machine answers. */
  readonly answeringMachine?: CallbackReaction | undefined;
  /** With `CustomerFirst`: how often it is tried again, 0 to 20 times. */
  readonly maxRetries?: number | undefined;
  /** With `CustomerFirst`: from one attempt to the next; whole seconds, 1 min to 1 day. */
  readonly retryDelay?: DurationLiteral | undefined;
}

/** The kinds of message, by the platform's names; it may have more. */
export type MessageType =
  'apple' | 'facebook' | 'instagram' | 'line' | 'open' | 'sms' | 'twitter' | 'webmessaging' | 'whatsapp';

/** How messages are brought to agents. */
export interface MessageSettings extends MediaSettings {
  /** What happens to a conversation in which nobody writes; it applies to the kinds of message that ask for it. */
  readonly inactivity?:
    | {
        /** Without a message; whole seconds. */
        readonly after: DurationLiteral;
        /** The conversation ends, or a flow gets it. */
        readonly then: 'DISCONNECT' | FlowReference<'inboundShortMessage'>;
      }
    | undefined;
  /** What holds for one kind of message instead. */
  readonly types?:
    | Readonly<
        Partial<
          Record<MessageType, { readonly autoAnswer: boolean; readonly inactivity?: boolean | undefined } | undefined>
        >
      >
    | undefined;
}

/** How a queue brings conversations to agents, medium by medium. */
export interface QueueMedia {
  readonly call?: AudibleMediaSettings | undefined;
  readonly callback?: CallbackSettings | undefined;
  readonly chat?: AudibleMediaSettings | undefined;
  readonly email?: AudibleMediaSettings | undefined;
  readonly message?: MessageSettings | undefined;
}

/** The same with the kinds that flows have in these places. */
export function mediaOfKind({ callback, message, ...others }: QueueMedia): QueueMedia {
  const reaction = (to: CallbackReaction | undefined) => (typeof to === 'object' ? ofKind('inboundCall')(to) : to);
  const then = message?.inactivity?.then;
  const inactivity = message?.inactivity && {
    ...message.inactivity,
    then: typeof then === 'object' ? ofKind('inboundShortMessage')(then) : message.inactivity.then,
  };
  return defined({
    ...others,
    callback: callback && {
      ...callback,
      liveVoice: reaction(callback.liveVoice),
      answeringMachine: reaction(callback.answeringMachine),
    },
    message: message && { ...message, inactivity },
  });
}
