import { string } from '../../architect/types';
import { conversationTopic, topic } from '../topic';
import { common, disconnectType, text, whole } from './fields';

const user = { userId: string(), divisionId: text(), queueId: text() };

/** When the user is alerted, not when they answer (field reports). */
export const conversationUserStart = topic(conversationTopic('user.start'), 'The session of a user has started', {
  ...common,
  ...user,
});

/** Also after a rejected or missed call, and on transfers (field reports). */
export const conversationUserEnd = topic(conversationTopic('user.end'), 'The session of a user has ended', {
  ...common,
  disconnectType,
  ...user,
  interactingDurationMs: whole(),
  heldDurationMs: whole(),
  alertingDurationMs: whole(),
  contactingDurationMs: whole(),
  dialingDurationMs: whole(),
  callbackDurationMs: whole(),
});
