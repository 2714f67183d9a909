import type { Inbox } from '../inbox/inbox';
import type { RecordPer } from '../inbox/keys-of-result';
import { deliveryOf } from './conversation-event';
import type { Feed } from './feed';

/** What became of the events of a feed. */
export interface Taken {
  readonly accepted: number;
  readonly duplicates: number;
  /** Events that end nothing for anybody. */
  readonly others: number;
  /** How many were wrong. */
  readonly wrong: number;
  /** What was wrong, the first thousand. */
  readonly problems: readonly string[];
}

/** A feed that listens for months keeps no more problems than this. */
const MOST_PROBLEMS = 1000;

/**
 * Puts every event of a feed that ends a conversation for somebody into the inbox, until the feed is at its end.
 *
 * @param onProblem told of each event that is wrong; the feed goes on
 * @throws what the feed throws, and what the database throws: the event is then not taken, and has to come again
 */
export async function takeFeed(
  feed: Feed,
  inbox: Pick<Inbox, 'accept'>,
  recordPer: RecordPer,
  onProblem?: (problem: string) => void,
): Promise<Taken> {
  const counts = { accepted: 0, duplicates: 0, others: 0, wrong: 0 };
  const problems: string[] = [];
  for await (const event of feed.events()) {
    const delivery = 'problem' in event ? event : deliveryOf(event, feed.name, recordPer);
    if (!delivery) counts.others += 1;
    else if ('problem' in delivery) {
      counts.wrong += 1;
      if (problems.length < MOST_PROBLEMS) problems.push(delivery.problem);
      onProblem?.(delivery.problem);
    } else if ((await inbox.accept(delivery)) === 'accepted') counts.accepted += 1;
    else counts.duplicates += 1;
  }
  return { ...counts, problems };
}
