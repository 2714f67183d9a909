import { sql } from 'kysely';
import type { Database } from '../database/database';

/** The known limitations as figures, of the results that came in a span of time. */
export interface QualityReport {
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  readonly results: number;
  readonly records: number;
  /** Records that belong to no customer, by channel. */
  readonly withoutCustomer: { readonly count: number; readonly byChannel: Readonly<Record<string, number>> };
  /** Interactions that were paired with several customers: all of them, the one that won last. */
  readonly replacedPairings: readonly { readonly interactionId: string; readonly customers: readonly string[] }[];
  /** What could not become a record, by reason. */
  readonly parked: { readonly count: number; readonly byReason: Readonly<Record<string, number>> };
  /** Results that only the reconciliation brought. */
  readonly reconciled: number;
  /** Seconds from the end of the call to its record; null without records. */
  readonly delay: { readonly p50: number; readonly p95: number; readonly p99: number; readonly most: number } | null;
  /**
   * Results of the trigger whose time lies more than an hour from the clock of the service. Other feeds may bring results
   * days later, with a clock that is right.
   */
  readonly skewed: number;
}

/** The most interactions with several customers that a report names. */
const MOST_INTERACTIONS = 1000;

export async function qualityReport(db: Database, from: Date, to: Date): Promise<QualityReport> {
  const within = db.selectFrom('work').where('first_received_at', '>=', from).where('first_received_at', '<', to);
  const results = await db
    .selectFrom('result')
    .select(({ fn }) => [
      fn.countAll<number | string>().as('all'),
      sql<
        number | string
      >`count(*) filter (where feed = 'trigger' and abs(extract(epoch from (received_at - event_time))) > 3600)`.as(
        'skewed',
      ),
    ])
    .where('received_at', '>=', from)
    .where('received_at', '<', to)
    .executeTakeFirstOrThrow();
  const records = await within
    .select([
      'channel',
      sql<number | string>`count(*)`.as('all'),
      sql<number | string>`count(*) filter (where customer_id is null)`.as('alone'),
    ])
    .where('recorded_at', 'is not', null)
    .groupBy('channel')
    .orderBy('channel')
    .execute();
  const parked = await within
    .select(({ fn }) => ['reason', fn.countAll<number | string>().as('count')])
    .where('state', '=', 'parked')
    .groupBy('reason')
    .orderBy('reason')
    .execute();
  const { reconciled } = await within
    .select(sql<number | string>`count(*) filter (where reconciled)`.as('reconciled'))
    .executeTakeFirstOrThrow();
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    results: Number(results.all),
    records: records.reduce((sum, { all }) => sum + Number(all), 0),
    withoutCustomer: {
      count: records.reduce((sum, { alone }) => sum + Number(alone), 0),
      byChannel: Object.fromEntries(records.map(({ channel, alone }) => [channel ?? 'OTHER', Number(alone)])),
    },
    replacedPairings: await replacedPairings(db, from, to),
    parked: {
      count: parked.reduce((sum, { count }) => sum + Number(count), 0),
      byReason: Object.fromEntries(parked.map(({ reason, count }) => [reason ?? '', Number(count)])),
    },
    reconciled: Number(reconciled),
    delay: await delays(db, from, to),
    skewed: Number(results.skewed),
  };
}

async function delays(db: Database, from: Date, to: Date): Promise<QualityReport['delay']> {
  const row = await db
    .with('delay', (with_) =>
      with_
        .selectFrom('work')
        .innerJoin('result', 'result.record_key', 'work.record_key')
        .select(sql<number>`extract(epoch from (min(work.recorded_at) - max(result.event_time)))`.as('seconds'))
        .where('work.first_received_at', '>=', from)
        .where('work.first_received_at', '<', to)
        .where('work.recorded_at', 'is not', null)
        .groupBy('work.record_key'),
    )
    .selectFrom('delay')
    .select([
      sql<number | null>`percentile_disc(0.5) within group (order by seconds)::float8`.as('p50'),
      sql<number | null>`percentile_disc(0.95) within group (order by seconds)::float8`.as('p95'),
      sql<number | null>`percentile_disc(0.99) within group (order by seconds)::float8`.as('p99'),
      sql<number | null>`max(seconds)::float8`.as('most'),
    ])
    .executeTakeFirstOrThrow();
  const { p50, p95, p99, most } = row;
  return p50 === null || p95 === null || p99 === null || most === null ? null : { p50, p95, p99, most };
}

async function replacedPairings(db: Database, from: Date, to: Date): Promise<QualityReport['replacedPairings']> {
  const rows = await db
    .selectFrom('replaced_pairing')
    .innerJoin('pairing', 'pairing.interaction_id', 'replaced_pairing.interaction_id')
    .select(['replaced_pairing.interaction_id', 'replaced_pairing.customer_id', 'pairing.customer_id as last'])
    .where('replaced_at', '>=', from)
    .where('replaced_at', '<', to)
    .orderBy('replaced_pairing.interaction_id')
    .orderBy('replaced_pairing.id')
    .limit(MOST_INTERACTIONS)
    .execute();
  const interactions = new Map<string, string[]>();
  for (const { interaction_id, customer_id, last } of rows) {
    const customers = interactions.get(interaction_id) ?? [last];
    customers.splice(-1, 0, customer_id);
    interactions.set(interaction_id, customers);
  }
  return [...interactions].map(([interactionId, customers]) => ({ interactionId, customers }));
}
