import type { ListeningFeed } from './notification-feed';

/** How long the loop rests after a failure, in milliseconds. */
const REST = 5_000;

export interface FeedLoopParts {
  readonly open: (signal: AbortSignal) => Promise<ListeningFeed>;
  /** Takes every event of the feed until it ends. */
  readonly take: (feed: ListeningFeed) => Promise<unknown>;
  /** What to do with an error of the organisation or of the database; the loop goes on behind it. */
  readonly failed: (error: unknown) => void;
}

/** Takes the events of a feed until it is stopped, whatever fails meanwhile. */
export class FeedLoop {
  readonly #stopping = new AbortController();
  #feed: ListeningFeed | undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly parts: FeedLoopParts) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends when what was heard is taken, or when the feed waits for it no longer. */
  async stop(): Promise<void> {
    const feed = this.#feed;
    this.#stopping.abort();
    await feed?.close();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        this.#feed ??= await this.parts.open(signal);
        await this.parts.take(this.#feed);
      } catch (error) {
        if (signal.aborted) return;
        this.parts.failed(error);
        await rest(signal);
      }
    }
  }
}

const rest = (signal: AbortSignal): Promise<void> =>
  new Promise((rested) => {
    const timer = setTimeout(rested, REST);
    signal.addEventListener('abort', () => (clearTimeout(timer), rested()), { once: true });
  });
