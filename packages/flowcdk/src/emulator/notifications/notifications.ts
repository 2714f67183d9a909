import type { Runtime } from '../runtime/runtime';
import type { JsonObject } from '../state/json';
import { namedTopic } from '../../process-automation/notification-topics';
import { type Channel, type ChannelOwner, type ChannelSocket, countTopics, type Verdict } from './channel';
import { answerInBand } from './in-band';
import { StateFeeds } from './state-feeds';
import { refusalOf, topicsIn } from './topic-names';

/** A channel lives for a day; new subscriptions prolong it (documented). Milliseconds. */
export const LIFETIME = 24 * 3_600_000;
/** Channels of one user and client (documented). */
export const MOST_CHANNELS = 20;
/** Topics of one channel (documented). */
export const MOST_TOPICS = 1_000;
/** Between two heartbeats, in milliseconds (field reports). */
const HEARTBEAT = 30_000;
/** From the closing notice to the end of the socket, in milliseconds (believed). */
const NOTICE = 60_000;

/** What can happen to open sockets on purpose. */
export const socketFaults = ['cut', 'mute', 'closing', 'revoked'] as const;
export type SocketFault = (typeof socketFaults)[number];

/** What goes wrong on purpose with channels. */
export interface ChannelFaults {
  /** Sockets stay open, and nothing comes through them. */
  readonly silent?: boolean | undefined;
  /** Every frame comes so much later. Milliseconds. */
  readonly slow?: number | undefined;
  /** So many creations of channels are refused with 429. */
  readonly throttled?: number | undefined;
}

/** What the other end of a socket reports. */
export interface SocketEnd {
  receive(text: string): void;
  closed(): void;
}

/** Why a channel refuses topics. */
export interface Refused {
  readonly kind: 'topic' | 'tooMany';
  readonly message: string;
}

/** The answer to one subscription. */
export type Subscribed = { readonly id: string } & Verdict;

/**
 * The notification service of a local org: channels, subscriptions and sockets, fed from the event log. It keeps nothing
 * for whoever is not connected (documented).
 */
export class Notifications {
  readonly #channels = new Map<string, Channel>();
  /** Channels by the name of a topic. */
  readonly #hearers = new Map<string, Set<Channel>>();
  readonly #feeds: StateFeeds;
  #stopListening: (() => void) | undefined;
  #faults: ChannelFaults = {};

  constructor(readonly runtime: Runtime) {
    this.#feeds = new StateFeeds(runtime, {
      wants: (topic) => this.#hearers.has(topic),
      publish: (topic, body) => this.#publish(topic, body),
    });
  }

  get faults(): ChannelFaults {
    return this.#faults;
  }

  set faults(faults: ChannelFaults) {
    this.#faults = faults;
  }

  /** Whether a creation of a channel is refused now. Each refusal uses up one that was planned. */
  takeThrottle(): boolean {
    const { throttled = 0 } = this.#faults;
    if (throttled > 0) this.#faults = { ...this.#faults, throttled: throttled - 1 };
    return throttled > 0;
  }

  /** Creates a channel. Of more than twenty of one user and client the least recently used goes, unconnected ones first. */
  create(owner: ChannelOwner, judge: Channel['judge']): Channel {
    const now = this.runtime.clock.now();
    const others = this.ownedBy(owner).sort(
      (a, b) => Number(a.socket !== undefined) - Number(b.socket !== undefined) || a.usedAt - b.usedAt,
    );
    for (const channel of others.slice(0, Math.max(0, others.length - MOST_CHANNELS + 1))) {
      this.#sayEvicted(channel);
      this.#end(channel);
    }
    const channel: Channel = {
      id: `streaming-0-${this.runtime.newId().replaceAll('-', '')}`,
      owner,
      judge,
      subscriptions: new Map(),
      expiresAt: now + LIFETIME,
      usedAt: now,
      socket: undefined,
      isMute: false,
      unschedule: () => undefined,
    };
    this.#channels.set(channel.id, channel);
    return channel;
  }

  /** Channels of a user and client, oldest first. */
  ownedBy({ clientId, userId }: Omit<ChannelOwner, 'token'>): Channel[] {
    return this.all.filter(({ owner }) => owner.clientId === clientId && owner.userId === userId);
  }

  /** Channels that have not expired. */
  get all(): readonly Channel[] {
    for (const channel of this.#channels.values())
      if (channel.expiresAt <= this.runtime.clock.now()) this.#end(channel);
    return [...this.#channels.values()];
  }

  channel(id: string): Channel | undefined {
    const channel = this.#channels.get(id);
    if (!channel || channel.expiresAt > this.runtime.clock.now()) return channel;
    this.#end(channel);
    return undefined;
  }

  /**
   * Adds topics to a channel, or replaces all of them. Nothing changes where something is refused.
   *
   * @returns the verdict on each topic, or why all are refused
   */
  subscribe(channel: Channel, ids: readonly string[], how: 'add' | 'replace'): readonly Subscribed[] | Refused {
    const wrong = ids.map(refusalOf).filter((reason) => reason !== undefined);
    if (wrong.length > 0) return { kind: 'topic', message: wrong.join('; ') };
    const verdicts = ids.map((id): Subscribed => ({ id, ...this.#judged(channel, id) }));
    const next = new Map(how === 'add' ? channel.subscriptions : []);
    for (const { id, state } of verdicts) if (state === 'Permitted') next.set(id, topicsIn(id));
    const count = countTopics({ subscriptions: next });
    if (count > MOST_TOPICS)
      return { kind: 'tooMany', message: `a channel takes ${MOST_TOPICS} topics; with these it would have ${count}` };
    this.#replace(channel, next);
    this.use(channel);
    channel.expiresAt = this.runtime.clock.now() + LIFETIME;
    if (channel.socket) this.#schedule(channel, channel.socket);
    return verdicts;
  }

  unsubscribe(channel: Channel, ids?: readonly string[]): void {
    const next = new Map(channel.subscriptions);
    for (const id of ids ?? [...next.keys()]) next.delete(id);
    this.#replace(channel, next);
    this.use(channel);
  }

  use(channel: Channel): void {
    channel.usedAt = this.runtime.clock.now();
  }

  /** Connects a socket to a channel. A second socket ends the first (documented). */
  connect(id: string, socket: ChannelSocket): SocketEnd | undefined {
    const channel = this.channel(id);
    if (!channel) return undefined;
    channel.socket?.close(1001, 'another socket took this channel');
    channel.socket = socket;
    channel.isMute = false;
    this.use(channel);
    this.#schedule(channel, socket);
    this.#listenIfNeeded();
    return {
      receive: (text) => {
        if (channel.socket !== socket) return;
        const answer = answerInBand(this, channel, text);
        if (answer) this.#send(channel, answer);
      },
      closed: () => {
        if (channel.socket === socket) this.#disconnect(channel);
      },
    };
  }

  /** Cuts or mutes sockets, announces their end, or says that their tokens are revoked. Gives how many sockets that met. */
  strike(what: SocketFault, only?: string): number {
    const met = this.all.filter(({ id, socket }) => socket !== undefined && (only === undefined || id === only));
    for (const channel of met) {
      if (what === 'cut') this.#cut(channel);
      else if (what === 'mute') channel.isMute = true;
      else if (what === 'closing') this.#announceEnd(channel);
      else this.#revoke(channel);
    }
    return met.length;
  }

  /** The token of channels does not count any more. */
  tokenRevoked(token: string): void {
    for (const channel of this.all.filter(({ owner }) => owner.token === token)) this.#revoke(channel);
  }

  /** Ends every channel, because the life of the org ends. */
  stop(): void {
    for (const channel of this.#channels.values()) this.#end(channel);
  }

  #judged(channel: Channel, id: string): Verdict {
    for (const name of topicsIn(id)) {
      const named = namedTopic(name);
      const verdict = named && channel.judge(named);
      if (verdict?.state === 'Rejected') return verdict;
    }
    return { state: 'Permitted' };
  }

  #replace(channel: Channel, next: ReadonlyMap<string, readonly string[]>): void {
    for (const name of [...channel.subscriptions.values()].flat()) {
      const hearers = this.#hearers.get(name);
      hearers?.delete(channel);
      if (hearers?.size === 0) this.#hearers.delete(name);
    }
    channel.subscriptions.clear();
    for (const [id, names] of next) channel.subscriptions.set(id, names);
    for (const name of [...next.values()].flat())
      this.#hearers.set(name, (this.#hearers.get(name) ?? new Set()).add(channel));
    this.#listenIfNeeded();
  }

  /** Listens to the log only while somebody would hear something, because most orgs have no channel. */
  #listenIfNeeded(): void {
    const isNeeded = this.#hearers.size > 0 && [...this.#channels.values()].some(({ socket }) => socket);
    if (isNeeded && !this.#stopListening) {
      const stopEvents = this.runtime.log.listenTo(['event.published'], ({ topic, event }) => {
        if (this.#hearers.has(topic)) this.#publish(topic, event);
      });
      const stopFeeds = this.#feeds.listen();
      this.#stopListening = () => {
        stopEvents();
        stopFeeds();
      };
    } else if (!isNeeded) {
      this.#stopListening?.();
      this.#stopListening = undefined;
    }
  }

  #publish(topicName: string, eventBody: JsonObject): void {
    const frame = { topicName, version: '2', eventBody, metadata: { CorrelationId: this.runtime.newId() } };
    for (const channel of this.#hearers.get(topicName) ?? []) this.#send(channel, frame);
  }

  #send(channel: Channel, frame: JsonObject): void {
    const { socket } = channel;
    const { silent = false, slow = 0 } = this.#faults;
    if (!socket || silent || channel.isMute) return;
    const text = JSON.stringify(frame);
    if (slow === 0) socket.send(text);
    else
      this.runtime.clock.after(slow, () => {
        if (channel.socket === socket) socket.send(text);
      });
  }

  #system(channel: Channel, topicName: string, eventBody: JsonObject): void {
    this.#send(channel, { topicName, version: '2', eventBody, metadata: { CorrelationId: this.runtime.newId() } });
  }

  /** Heartbeats and the end of the channel happen only while a socket is open: an idle clock stays idle. */
  #schedule(channel: Channel, socket: ChannelSocket): void {
    const { clock } = this.runtime;
    channel.unschedule();
    let cancelBeat = (): void => undefined;
    const beat = (): void => {
      cancelBeat = clock.after(HEARTBEAT, () => {
        if (channel.socket !== socket) return;
        this.#system(channel, 'channel.metadata', { message: 'WebSocket Heartbeat' });
        beat();
      });
    };
    beat();
    const cancelEnd = clock.after(channel.expiresAt - clock.now(), () => this.#end(channel));
    channel.unschedule = () => {
      cancelBeat();
      cancelEnd();
    };
  }

  #announceEnd(channel: Channel): void {
    const { socket } = channel;
    this.#system(channel, 'v2.system.socket_closing', { channelId: channel.id, message: 'the socket closes soon' });
    this.runtime.clock.after(NOTICE, () => {
      if (channel.socket !== socket || !socket) return;
      socket.close(1001, 'closing');
      this.#disconnect(channel);
    });
  }

  #sayEvicted(channel: Channel): void {
    const { id, owner } = channel;
    this.#system(channel, `v2.system.no_longer_subscribed.${owner.userId ?? owner.clientId ?? id}`, {
      channelId: id,
      systemTopicType: 'no_longer_subscribed',
      reason: 'another_channel_subscribed',
      message: 'this channel is over',
    });
  }

  #revoke(channel: Channel): void {
    const { id, owner } = channel;
    this.#system(channel, `v2.system.token_revoked.${owner.userId ?? owner.clientId ?? id}`, {
      channelId: id,
      systemTopicType: 'token_revoked',
      ...(owner.userId === undefined ? {} : { userId: owner.userId }),
      ...(owner.clientId === undefined ? {} : { oauthClientId: owner.clientId }),
      reason: 'user_tokens_revoked',
      message: 'the token of this channel was revoked',
    });
    this.#end(channel);
  }

  #cut(channel: Channel): void {
    const { socket } = channel;
    this.#disconnect(channel);
    socket?.cut();
  }

  #disconnect(channel: Channel): void {
    channel.unschedule();
    channel.socket = undefined;
    this.#listenIfNeeded();
  }

  #end(channel: Channel): void {
    const { socket, id } = channel;
    if (!this.#channels.delete(id)) return;
    this.#replace(channel, new Map());
    this.#disconnect(channel);
    socket?.close(1001, 'the channel is over');
  }
}

const services = new WeakMap<Runtime, Notifications>();

/** The notification service of a runtime. It exists from the first use on. */
export function notificationsOf(runtime: Runtime): Notifications {
  const known = services.get(runtime) ?? new Notifications(runtime);
  services.set(runtime, known);
  return known;
}

/** The notification service, if somebody has used it. */
export const usedNotificationsOf = (runtime: Runtime): Notifications | undefined => services.get(runtime);
