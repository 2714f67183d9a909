import { optional } from '../../architect/data-action-contract';
import { integer, list, oneOf, string } from '../../architect/types';

/**
 * Fields events share. Names and types are those of the platform's own clients (documented); the schema calls every
 * field optional. Which fields are always present is believed: those without which the event makes no sense.
 */

export const mediaTypes = [
  'UNKNOWN',
  'VOICE',
  'CHAT',
  'EMAIL',
  'CALLBACK',
  'COBROWSE',
  'VIDEO',
  'SCREENSHARE',
  'MESSAGE',
  'INTERNALMESSAGE',
  'SCREENMONITORING',
] as const;

const directions = ['UNKNOWN', 'INBOUND', 'OUTBOUND'] as const;

const messageTypes = [
  'UNKNOWN',
  'SMS',
  'TWITTER',
  'FACEBOOK',
  'LINE',
  'WHATSAPP',
  'WEBMESSAGING',
  'OPEN',
  'INSTAGRAM',
  'APPLE',
] as const;

const disconnectTypes = [
  'UNKNOWN',
  'ENDPOINT',
  'CLIENT',
  'SYSTEM',
  'TRANSFER',
  'ERROR',
  'PEER',
  'OTHER',
  'SPAM',
  'TIMEOUT',
  'TRANSPORT_FAILURE',
  'CONFERENCE_TRANSFER',
  'CONSULT_TRANSFER',
  'FORWARD_TRANSFER',
  'NO_ANSWER_TRANSFER',
  'NOT_AVAILABLE_TRANSFER',
  'UNCALLABLE',
  'DND_ENDPOINT',
  'DND_TRANSFER',
  'INACTIVITY',
  'SESSION_EXPIRED',
  'TAKEOVER',
] as const;

/** A text that is not in every event. */
export const text = (description?: string) => optional(string({ description }));
/** A whole number that is not in every event. */
export const whole = (description?: string) => optional(integer({ description }));
/** Texts; never handed to a workflow's inputs. */
export const texts = (description?: string) => optional(list(string(), { description }));

/** Which conversation, who in it, when. */
const identity = {
  eventTime: integer({ description: 'Milliseconds since 1970, UTC' }),
  conversationId: string(),
  participantId: string(),
  sessionId: string(),
};

const externalIds = {
  conversationExternalContactIds: texts(),
  conversationExternalOrganizationIds: texts(),
};

const callback = {
  callbackUserName: text(),
  callbackNumbers: texts(),
  callbackScheduledTime: whole('Milliseconds since 1970, UTC'),
};

const media = {
  mediaType: oneOf(mediaTypes),
  provider: text('Edge for calls'),
  direction: oneOf(directions),
  ani: text('With its scheme: tel:+3725550100, sip:…'),
  dnis: text('With its scheme'),
};

/** What voicemail events have besides the identity. */
export const voiceSession = { ...identity, ...media, ...externalIds, utilizationLabel: text() };

/** What events of flows and campaigns have: the common fields without those of callbacks. */
export const session = {
  ...identity,
  ...media,
  addressTo: text(),
  addressFrom: text(),
  subject: text(),
  messageType: optional(oneOf(messageTypes)),
  ...externalIds,
  utilizationLabel: text(),
};

/** What most events of conversations have. */
export const common = { ...session, ...callback };

export const disconnectType = optional(oneOf(disconnectTypes));
export const externalIdentity = { externalOrganizationId: text(), externalContactId: text(), divisionId: text() };
