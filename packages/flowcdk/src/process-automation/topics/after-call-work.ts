import { string } from '../../architect/types';
import { conversationTopic, topic } from '../topic';
import { common, text, whole } from './fields';

const wrapup = {
  queueId: text(),
  wrapupCode: text('Id of the code'),
  wrapupNotes: text(),
  wrapupDurationMs: whole(),
};

/**
 * It comes once for each agent with after-call work, and never for calls that nobody answered. It may be as late as
 * that work is long.
 */
export const conversationAcw = topic(conversationTopic('acw'), 'A user has finished after-call work', {
  ...common,
  userId: string(),
  ...wrapup,
});

/**
 * Something other than a user set a wrap-up code (inferred). Its payload is published; triggers may listen
 * (documented).
 */
export const conversationWrapup = topic(conversationTopic('wrapup'), 'A wrap-up was given, not by a user (inferred)', {
  ...common,
  ...wrapup,
});
