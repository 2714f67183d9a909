import { conversationTopic, topic } from '../topic';
import { disconnectType, text, voiceSession, whole } from './fields';

const voicemail = { ...voiceSession, userId: text(), queueId: text(), divisionId: text() };

/** A caller has begun to leave a message. Its payload is published; triggers may listen (documented). */
export const conversationVoicemailStart = topic(
  conversationTopic('voicemail.start'),
  'A caller has begun to leave a message',
  voicemail,
);

/** A caller has left a message. Its payload is published; triggers may listen (documented). */
export const conversationVoicemailEnd = topic(conversationTopic('voicemail.end'), 'A caller has left a message', {
  ...voicemail,
  disconnectType,
  voicemailDurationMs: whole(),
});
