import type { ListenerApi } from './api';
import { hashOfFrame } from './content-hash';
import type { ListenerPorts, ListenerSocket } from './ports';

/** A frame of the notification service. */
export interface Frame {
  readonly topicName: string;
  readonly eventBody: unknown;
  readonly correlationId: string;
  /** Tells events of one correlation id apart. Equal on every channel that has the event. */
  readonly contentHash: () => string;
}

/** Why a link wants to be replaced, or ended. */
export type LinkEnd = 'cut' | 'silent' | 'refused';
export type LinkNotice = 'closing' | 'token revoked' | 'no longer subscribed';

export interface LinkOptions extends ListenerPorts {
  readonly api: ListenerApi;
  readonly onFrame: (frame: Frame) => void;
  /** The platform says that the link will end. */
  readonly onNotice: (notice: LinkNotice) => void;
  /** The socket is over, or nothing came through it for too long. */
  readonly onLost: (why: LinkEnd, reason: string) => void;
  /** Topics that the platform rejected, with the reason of each. */
  readonly onRejected: (topic: string, reason: string) => void;
}

const CHANNELS = '/api/v2/notifications/channels';
/** After so much silence a ping goes out, and after more the link is dead. The heartbeat comes every 30 s. Milliseconds. */
const PING_AFTER = 32_000;
const DEAD_AFTER = 40_000;
/** The longest time until a socket is open. Milliseconds. */
const OPENS_WITHIN = 15_000;

/** One channel and its socket. It does not mend itself: its line opens another one. */
export class Link {
  /** When anything came through last. Milliseconds since 1970. */
  heardAt: number;
  /** The topics that the platform has taken. */
  topics: readonly string[] = [];
  #socket: ListenerSocket | undefined;
  #isOver = false;
  #isPaused = false;
  #unwatch = (): void => undefined;

  private constructor(
    private readonly options: LinkOptions,
    readonly channelId: string,
    /** Milliseconds since 1970. */
    public expiresAt: number,
  ) {
    this.heardAt = options.clock.now();
  }

  /** Creates a channel, subscribes, connects. @throws ListenerRefused, and Error where no socket opens */
  static async open(options: LinkOptions, topics: readonly string[]): Promise<Link> {
    const { id, connectUri, expires } = await options.api.send('POST', CHANNELS);
    const link = new Link(options, String(id), Date.parse(String(expires)));
    try {
      await link.subscribe(topics);
      await link.#connect(String(connectUri));
    } catch (problem) {
      link.close();
      throw problem;
    }
    return link;
  }

  /** Replaces the topics of the channel. It prolongs the channel, too. */
  async subscribe(topics: readonly string[]): Promise<void> {
    const { api, onRejected } = this.options;
    const path = `${CHANNELS}/${this.channelId}/subscriptions?ignoreErrors=true`;
    const { entities } = await api.send(
      'PUT',
      path,
      topics.map((id) => ({ id })),
    );
    this.topics = topics;
    for (const { id, state, rejectionReason } of (entities ?? []) as readonly Record<string, unknown>[])
      if (state === 'Rejected') onRejected(String(id), String(rejectionReason ?? 'no reason'));
  }

  /** Asks for a sign of life. The answer moves `heardAt`. */
  ping(): void {
    if (!this.#isOver) this.#socket?.send('{"message":"ping"}');
  }

  /** Ends the socket. Nothing of it is heard any more. */
  close(): void {
    this.#isOver = true;
    this.#unwatch();
    this.#socket?.close();
  }

  pause(): void {
    this.#isPaused = true;
    this.#unwatch();
    this.#socket?.pause?.();
  }

  resume(): void {
    if (!this.#isPaused || this.#isOver) return;
    this.#isPaused = false;
    this.#socket?.resume?.();
    this.#watch();
  }

  #connect(uri: string): Promise<void> {
    const { clock, openSocket, onLost } = this.options;
    return new Promise((opened, failed) => {
      let isOpen = false;
      const giveUp = clock.after(OPENS_WITHIN, () => {
        failed(new Error(`the socket did not open within ${OPENS_WITHIN / 1000} s`));
        this.close();
      });
      this.#socket = openSocket(uri, {
        onOpen: () => {
          isOpen = true;
          giveUp();
          this.heardAt = clock.now();
          this.#watch();
          opened();
        },
        onText: (text) => this.#take(text),
        onClose: (reason) => {
          giveUp();
          if (!isOpen) return failed(new Error(`the socket did not open: ${reason}`));
          if (this.#isOver) return;
          this.close();
          onLost('cut', reason);
        },
      });
    });
  }

  #take(text: string): void {
    if (this.#isOver) return;
    this.heardAt = this.options.clock.now();
    const { topicName, eventBody, metadata } = frameIn(text);
    if (topicName === undefined) return;
    if (topicName === 'channel.metadata') return;
    if (topicName.startsWith('v2.system.')) return this.#notice(topicName);
    this.options.onFrame({
      topicName,
      eventBody,
      correlationId: metadata?.CorrelationId ?? '',
      contentHash: () => hashOfFrame(text),
    });
  }

  #notice(topicName: string): void {
    const { onNotice } = this.options;
    if (topicName === 'v2.system.socket_closing') onNotice('closing');
    else if (topicName.startsWith('v2.system.token_revoked')) onNotice('token revoked');
    else if (topicName.startsWith('v2.system.no_longer_subscribed')) onNotice('no longer subscribed');
  }

  /** One timer at a time watches for silence; a frame only moves the moment that the timer compares with. */
  #watch(): void {
    const { clock, onLost } = this.options;
    this.#unwatch();
    const look = (): void => {
      const silence = clock.now() - this.heardAt;
      if (silence >= DEAD_AFTER) {
        this.close();
        return onLost('silent', `nothing came for ${Math.round(silence / 1000)} s`);
      }
      if (silence >= PING_AFTER) this.ping();
      const next = silence >= PING_AFTER ? DEAD_AFTER : PING_AFTER;
      this.#unwatch = clock.after(next - silence, look);
    };
    this.#unwatch = clock.after(PING_AFTER, look);
  }
}

interface Sent {
  readonly topicName?: string;
  readonly eventBody?: unknown;
  readonly metadata?: { readonly CorrelationId?: string };
}

function frameIn(text: string): Sent {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Sent) : {};
  } catch {
    return {};
  }
}
