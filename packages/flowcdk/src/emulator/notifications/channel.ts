import type { NamedTopic } from '../../process-automation/notification-topics';

/** Whose channel it is. The administrator of the local org has neither client nor user. */
export interface ChannelOwner {
  /** The hash of the token that created the channel. */
  readonly token: string;
  readonly clientId: string | undefined;
  readonly userId: string | undefined;
}

/** Whether the owner may hear a topic. */
export type Verdict =
  | { readonly state: 'Permitted' }
  | { readonly state: 'Rejected'; readonly rejectionReason: string; readonly missingPermissions: readonly string[] };

/** The socket of a channel, whatever carries it. */
export interface ChannelSocket {
  send(text: string): void;
  /** @param code of the WebSocket protocol: 1000, 1001 … */
  close(code: number, reason: string): void;
  /** Ends the connection without a closing frame, as a broken network does. */
  cut(): void;
}

/** A channel of the notification service. */
export interface Channel {
  readonly id: string;
  readonly owner: ChannelOwner;
  readonly judge: (topic: NamedTopic) => Verdict;
  /** The ids of subscriptions, as they were sent, with the topics in each. */
  readonly subscriptions: Map<string, readonly string[]>;
  /** Milliseconds since 1970. */
  expiresAt: number;
  usedAt: number;
  socket: ChannelSocket | undefined;
  /** The present socket stays open, and nothing comes through it any more, as behind a broken router. */
  isMute: boolean;
  /** Cancels what is scheduled for the present socket. */
  unschedule: () => void;
}

/** How many topics a channel has. Each part of a combined topic counts. */
export const countTopics = ({ subscriptions }: Pick<Channel, 'subscriptions'>): number =>
  [...subscriptions.values()].reduce((sum, names) => sum + names.length, 0);
