import type { Conversation } from '../../runtime/conversation/conversation';
import type { Runtime } from '../../runtime/runtime';

/** What of the runtime decides which conversations analytics show. */
type Seen = Pick<Runtime, 'clock' | 'conversations' | 'settings'>;

/**
 * Whether analytics show a conversation yet: the cloud takes some minutes after it began or ended (believed), and the local
 * org as long as its settings say.
 */
export const isShown = ({ startedAt, endedAt }: Conversation, { clock, settings }: Seen): boolean =>
  (endedAt ?? startedAt) + settings.analyticsDelay <= clock.now();

/** The conversations that analytics show. */
export const shownConversations = (runtime: Seen): readonly Conversation[] =>
  [...runtime.conversations.values()].filter((conversation) => isShown(conversation, runtime));
