import { string } from '../../architect/types';
import { conversationTopic, topic } from '../topic';
import { common, text, whole } from './fields';

const wrapup = {
  queueId: text(),
  wrapupCode: text('Id of the code'),
  wrapupNotes: text(),
  wrapupDurationMs: whole(),
};

/** Not for calls that nobody answered; once for each agent with after-call work; may be delayed by as long as that lasts. */
export const conversationAcw = topic(conversationTopic('acw'), 'A user has finished after-call work', {
  ...common,
  userId: string(),
  ...wrapup,
});

/**
 * A wrap-up code was given by something other than a user (inferred). Its payload is published; triggers may listen
 * (documented).
 */
export const conversationWrapup = topic(conversationTopic('wrapup'), 'A wrap-up was given, not by a user (inferred)', {
  ...common,
  ...wrapup,
});
