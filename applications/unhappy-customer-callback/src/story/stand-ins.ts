import type { StandIns } from 'flowcdk/testing/services';
import type { Settings } from '../settings';

/** What answers instead of the chat of Genesys Cloud when the application runs on this machine. */
export const standIns = ({ chat }: Settings): StandIns => ({
  chat: { at: chat.baseUrl, is: { kind: 'answer', latency: 0.3, body: {} } },
});
