import type { Sentiment } from '../../state/tables/sentiment';
import type { Foundation } from '../foundation';

/** The parts of the runtime that sentiments need. */
export interface SentimentsRuntime extends Pick<Foundation, 'org' | 'clock' | 'log'> {
  readonly conversations: ReadonlyMap<string, { readonly endedAt?: number }>;
}

/** What the analysis of a conversation will say. */
export interface NewSentiment {
  /** From −100 to 100. Undefined: there is nothing to judge. */
  readonly score?: number | undefined;
  readonly trend?: number | undefined;
  readonly trendClass?: Sentiment['trendClass'];
  /** Milliseconds from the end of the conversation until the analysis is ready. @default 0 */
  readonly after?: number | undefined;
}

/**
 * The sentiments of conversations. The local org cannot listen, so a test or a person says what the analysis finds. It is
 * ready some time after the conversation ended, as in the cloud.
 */
export class Sentiments {
  constructor(private readonly runtime: SentimentsRuntime) {}

  /** Goes on with the analyses that an earlier life left. */
  resume(): void {
    const now = this.runtime.clock.now();
    for (const sentiment of this.runtime.org.all('sentiment')) {
      const { readyAt } = sentiment;
      if (readyAt !== undefined && Date.parse(readyAt) > now) this.#tellAt(Date.parse(readyAt), sentiment);
    }
  }

  /** Says what the analysis of a conversation finds. */
  set(conversationId: string, { score, trend, trendClass, after = 0 }: NewSentiment): Sentiment {
    const endedAt = this.runtime.conversations.get(conversationId)?.endedAt;
    const sentiment = this.runtime.org.put('sentiment', {
      id: conversationId,
      ...(score === undefined ? {} : { score }),
      ...(trend === undefined ? {} : { trend }),
      ...(trendClass === undefined ? {} : { trendClass }),
      after,
    } as Sentiment);
    return endedAt === undefined ? sentiment : this.#plan(sentiment, endedAt);
  }

  /** What the analysis has found. Undefined before it is ready, and for a conversation that nobody analyses. */
  of(conversationId: string): Sentiment | undefined {
    const sentiment = this.runtime.org.get('sentiment', conversationId);
    const readyAt = sentiment?.readyAt;
    return readyAt !== undefined && Date.parse(readyAt) <= this.runtime.clock.now() ? sentiment : undefined;
  }

  /** A conversation has ended: its analysis begins. */
  afterCall(conversationId: string): void {
    const sentiment = this.runtime.org.get('sentiment', conversationId);
    if (sentiment) this.#plan(sentiment, this.runtime.clock.now());
  }

  #plan(sentiment: Sentiment, endedAt: number): Sentiment {
    const { org, clock } = this.runtime;
    const readyAt = Math.max(endedAt + (sentiment.after ?? 0), clock.now());
    const planned = org.put('sentiment', { ...sentiment, readyAt: new Date(readyAt).toISOString() });
    this.#tellAt(readyAt, planned);
    return planned;
  }

  #tellAt(readyAt: number, sentiment: Sentiment): void {
    const { org, clock, log } = this.runtime;
    clock.after(readyAt - clock.now(), () => {
      // Somebody may have said something else meanwhile.
      if (org.get('sentiment', sentiment.id) !== sentiment) return;
      const { score } = sentiment;
      log.add('sentiment.ready', { conversationId: sentiment.id }, score === undefined ? {} : { score });
    });
  }
}
