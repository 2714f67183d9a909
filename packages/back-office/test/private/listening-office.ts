import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventPattern, LocalOrg } from 'flowcdk/testing';
import { type ListeningFeed, notificationFeed, type NotificationFeedOptions, takeFeed, type Taken } from '../../src';
import { feedPositions } from '../../src/feeds/feed-positions';
import type { Scene } from './scene';

/** A back office that hears an org. */
export interface Hearing {
  readonly feed: ListeningFeed;
  /** What came by it, when it is closed. */
  readonly taking: Promise<Taken>;
  readonly problems: readonly string[];
  /** Closes the feed, and gives what came by it. */
  stop(): Promise<Taken>;
}

/** The clock of the org stands still while the database works, which takes real time. */
async function whileTimeStands<T>({ clock }: LocalOrg, work: Promise<T>): Promise<T> {
  const letGo = clock.hold();
  try {
    return await work;
  } finally {
    setImmediate(letGo);
  }
}

/** Lets the back office of a scene hear the notification service of an org. */
export async function hear(
  { office }: Scene,
  org: LocalOrg,
  { keepsPosition = false, ...options }: Partial<NotificationFeedOptions> & { readonly keepsPosition?: boolean } = {},
): Promise<Hearing> {
  const problems: string[] = [];
  const clock = { now: () => new Date(org.clock.now()) };
  const feed = await notificationFeed({
    ...org.forListener,
    ...(keepsPosition ? { positions: feedPositions(office.db, clock) } : {}),
    onProblem: (problem) => problems.push(problem),
    ...options,
  });
  const taking = takeFeed(feed, { accept: (delivery) => whileTimeStands(org, office.inbox.accept(delivery)) }, 'agent');
  taking.catch(() => undefined);
  return {
    feed,
    taking,
    problems,
    stop: async () => {
      await feed.close();
      return taking;
    },
  };
}

const page = readFileSync(join(__dirname, '../../../../docs/back-office.md'), 'utf8');

/** The pattern that the page for administrators gives for the rule. */
const pattern = JSON.parse(/```json\n(.+)\n```/.exec(page)?.[1] ?? '') as EventPattern;
/** The topics that it names for the event stream. */
const TOPICS = [...page.matchAll(/`(v2\.detail\.events\.conversation\.\{id\}\.[a-z.]+)`/g)].map(
  ([, topic = '']) => topic,
);

/** Lets EventBridge send the ends of conversations of an org to the back office at an address. */
export async function sendByEventBridge({ office }: Scene, org: LocalOrg, url: string): Promise<void> {
  const key = await office.keys.add('event-bridge', 'AWS');
  org.addEventSource('back-office', TOPICS);
  org.bus.associate('back-office');
  org.bus.rule('back-office', {
    pattern,
    target: async (event) => {
      const answer = await fetch(`${url}/feeds/event-bridge`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(`aws:${key}`).toString('base64')}`,
        },
        body: JSON.stringify(event),
      });
      if (!answer.ok) throw new Error(`the back office answered ${answer.status}`);
    },
    deadLetters: true,
  });
}
