import type { LoggedEvent } from '../../emulator/runtime/events';

/*
 * What an org does for people who are not on the line: callbacks, messages, posts to chat groups. The timeline of a call
 * and the timeline of a run say it in the same words.
 */

/** Something in words, and how it looks. */
export interface OutgoingText {
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad' | 'quiet';
}

const said = (text: string, tone: OutgoingText['tone'] = 'plain'): OutgoingText => ({ text, tone });

/** The names of channels in a sentence. */
const called: Readonly<Record<string, string>> = {
  sms: 'SMS',
  email: 'e-mail',
  whatsapp: 'WhatsApp message',
  open: 'open message',
};
const nameOf = (channel: string): string => called[channel] ?? channel;

/** What an event says of a message that the org sends. Undefined for any other event. */
export function messageText(event: LoggedEvent): OutgoingText | undefined {
  switch (event.type) {
    case 'message.queued': {
      const subject = event.subject === undefined ? '' : ` “${event.subject}”:`;
      return said(`${nameOf(event.channel)} to ${event.to}:${subject} “${event.text}”`, 'good');
    }
    case 'message.received':
      return said(`${event.from} writes “${event.text}”`);
    case 'message.unrouted':
      return said(`${event.from} writes to ${event.to}; nobody answers: ${event.problem}`, 'bad');
    case 'message.sent':
      return said(`the ${nameOf(event.channel)} to ${event.to} leaves`, 'quiet');
    case 'message.delivered':
      return said(`the ${nameOf(event.channel)} to ${event.to} has arrived`, 'quiet');
    case 'message.failed':
      return said(`the ${nameOf(event.channel)} to ${event.to} failed: ${event.problem}`, 'bad');
    case 'message.refused':
      return said(`no ${nameOf(event.channel)} to ${event.to}: ${event.problem}`, 'bad');
    case 'chat.posted':
      return said(`to the chat group: “${event.text}”`, 'good');
    default:
      return undefined;
  }
}

/** What an event says of a callback. Undefined for any other event. */
export function callbackText(event: LoggedEvent): OutgoingText | undefined {
  switch (event.type) {
    case 'callback.created':
      return said(`a callback to ${event.phoneNumber} for the queue ${event.queue}${due(event.scheduledTime)}`);
    case 'callback.rescheduled':
      return said(`the callback to ${event.phoneNumber} is changed: queue ${event.queue}${due(event.scheduledTime)}`);
    case 'callback.dialled': {
      const again = event.attempt === 1 ? '' : ` (attempt ${event.attempt})`;
      return said(`${event.agent ?? 'the org'} calls ${event.phoneNumber} back${again}`);
    }
    case 'callback.answered':
      return said(`${event.phoneNumber} answers${event.agent === undefined ? '' : ` ${event.agent}`}`, 'good');
    case 'callback.notAnswered': {
      const again = event.nextTry === undefined ? '' : `; again ${moment(event.nextTry)}`;
      return said(`${event.phoneNumber} ${event.outcome === 'busy' ? 'is busy' : 'does not answer'}${again}`, 'bad');
    }
    case 'callback.ended':
      return said(endings[event.outcome], event.outcome === 'reached' ? 'plain' : 'bad');
    default:
      return undefined;
  }
}

const endings = {
  reached: 'the callback is over',
  notReached: 'the callback is over; nobody was reached',
  cancelled: 'the callback is cancelled',
} as const;

const due = (time: string | undefined): string => (time === undefined ? '' : `, due ${moment(time)}`);

/** `2026-01-05 10:30 UTC` */
const moment = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;

/** What the analysis of a conversation found, in words. */
export const sentimentText = (score: number | undefined): string =>
  score === undefined ? 'sentiment: unknown' : `sentiment: ${String(score).replace('-', '−')}`;
