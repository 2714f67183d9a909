import type { Database } from '../database/database';
import type { Gateway } from '../gateway/gateway';
import { momentOf } from '../inbox/finished-call';
import type { Inbox } from '../inbox/inbox';
import { keysOf, type RecordPer } from '../inbox/keys-of-result';
import { type ExpectedResult, resultsOf } from './results-of';

export interface Reconciliation {
  /** Conversations that are over. */
  readonly conversations: number;
  /** Results they should have left. */
  readonly expected: number;
  /** The keys of those that never came. */
  readonly missing: readonly string[];
  /** How many of them were put into the inbox. */
  readonly repaired: number;
}

export interface ReconciliationParts {
  readonly db: Database;
  readonly inbox: Inbox;
  readonly gateway: Gateway;
  readonly recordPer: RecordPer;
}

/** How many results are looked up in the database at once. */
const BATCH = 500;

/**
 * Compares the finished conversations of the organisation with the results that came: triggers guarantee nothing.
 *
 * @param repair puts what is missing into the inbox
 * @throws Failure where the organisation does not answer
 */
export async function reconcile(
  { db, inbox, gateway, recordPer }: ReconciliationParts,
  { from, to, repair }: { readonly from: Date; readonly to: Date; readonly repair: boolean },
): Promise<Reconciliation> {
  const figures = { conversations: 0, expected: 0, repaired: 0 };
  const missing: string[] = [];
  const look = async (batch: readonly ExpectedResult[]): Promise<void> => {
    for (const { key, body, party } of await missingOf(db, batch)) {
      missing.push(key);
      const eventTime = momentOf(body.eventTime);
      if (!repair || !eventTime) continue;
      await inbox.accept({ keys: keysOf(body, key, recordPer), body, eventTime, feed: 'reconciliation', party });
      figures.repaired += 1;
    }
  };
  let batch: ExpectedResult[] = [];
  for await (const conversation of gateway.conversations(from, to)) {
    if (conversation.conversationEnd === undefined) continue;
    figures.conversations += 1;
    const results = resultsOf(conversation);
    figures.expected += results.length;
    batch.push(...results);
    if (batch.length < BATCH) continue;
    await look(batch);
    batch = [];
  }
  await look(batch);
  return { ...figures, missing };
}

async function missingOf(db: Database, expected: readonly ExpectedResult[]): Promise<readonly ExpectedResult[]> {
  if (expected.length === 0) return [];
  const rows = await db
    .selectFrom('result')
    .select('delivery_key')
    .where(
      'delivery_key',
      'in',
      expected.map(({ key }) => key),
    )
    .execute();
  const known = new Set(rows.map(({ delivery_key }) => delivery_key));
  return expected.filter(({ key }) => !known.has(key));
}
