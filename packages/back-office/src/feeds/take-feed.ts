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
  readonly problems: readonly string[];
}

/** Puts every event of a feed that ends a conversation for somebody into the inbox. */
export async function takeFeed(feed: Feed, inbox: Inbox, recordPer: RecordPer): Promise<Taken> {
  const counts = { accepted: 0, duplicates: 0, others: 0 };
  const problems: string[] = [];
  for await (const event of feed.events()) {
    const delivery = 'problem' in event ? event : deliveryOf(event, feed.name, recordPer);
    if (!delivery) counts.others += 1;
    else if ('problem' in delivery) problems.push(delivery.problem);
    else if ((await inbox.accept(delivery)) === 'accepted') counts.accepted += 1;
    else counts.duplicates += 1;
  }
  return { ...counts, problems };
}
