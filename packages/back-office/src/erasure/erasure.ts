import type { Database } from '../database/database';

/** How much was erased. */
export interface Erased {
  readonly results: number;
  readonly pairings: number;
  /** Records of the history that the service keeps itself. */
  readonly records: number;
}

/**
 * Erases what is known of a customer: the bodies of the results, the pairings and the records. The keys of the results
 * stay, so that a result that comes again makes no new record.
 */
export const eraseCustomer = (db: Database, customerId: string): Promise<Erased> =>
  db.transaction().execute(async (trx) => {
    const paired = await trx
      .selectFrom('pairing')
      .select('interaction_id')
      .where('customer_id', '=', customerId)
      .union(trx.selectFrom('replaced_pairing').select('interaction_id').where('customer_id', '=', customerId))
      .union(trx.selectFrom('work').select('conversation_id as interaction_id').where('customer_id', '=', customerId))
      .execute();
    const conversations = paired.map(({ interaction_id }) => interaction_id);
    const records = await trx
      .deleteFrom('communication_record')
      .where((eb) =>
        eb.or([
          eb('customer_id', '=', customerId),
          ...(conversations.length > 0 ? [eb('interaction_id', 'in', conversations)] : []),
        ]),
      )
      .executeTakeFirst();
    return { ...(await eraseConversations(trx, conversations)), records: Number(records.numDeletedRows) };
  });

/**
 * Erases the bodies of results that came before a moment, and the pairings of their conversations. Records stay. A
 * conversation of which something is still to be done, or parked, stays whole.
 */
export const eraseBefore = (db: Database, moment: Date): Promise<Erased> =>
  db.transaction().execute(async (trx) => {
    const old = await trx
      .selectFrom('work')
      .select('conversation_id')
      .distinct()
      .where('state', 'in', ['done', 'discarded'])
      .where('first_received_at', '<', moment)
      .where('conversation_id', 'not in', unfinished(trx))
      .execute();
    const unused = await trx
      .deleteFrom('pairing')
      .where('created_at', '<', moment)
      .where('interaction_id', 'not in', unfinished(trx))
      .executeTakeFirst();
    await trx
      .deleteFrom('replaced_pairing')
      .where('created_at', '<', moment)
      .where('interaction_id', 'not in', unfinished(trx))
      .execute();
    const erased = await eraseConversations(
      trx,
      old.map(({ conversation_id }) => conversation_id),
    );
    return { ...erased, pairings: erased.pairings + Number(unused.numDeletedRows), records: 0 };
  });

const unfinished = (db: Database) =>
  db.selectFrom('work').select('conversation_id').where('state', 'in', ['received', 'waiting', 'parked']);

async function eraseConversations(db: Database, conversations: readonly string[]) {
  if (conversations.length === 0) return { results: 0, pairings: 0 };
  await db
    .updateTable('work')
    .set({ state: 'erased', customer_id: null, remarks: null, reason: null })
    .where('conversation_id', 'in', conversations)
    .execute();
  const results = await db
    .updateTable('result')
    .set({ body: '{}' })
    .where('conversation_id', 'in', conversations)
    .where('body', '!=', '{}')
    .executeTakeFirst();
  const pairings = await db.deleteFrom('pairing').where('interaction_id', 'in', conversations).executeTakeFirst();
  await db.deleteFrom('replaced_pairing').where('interaction_id', 'in', conversations).execute();
  return { results: Number(results.numUpdatedRows), pairings: Number(pairings.numDeletedRows) };
}
