import { type Database, openDatabase } from '../database/database';
import { databaseOf } from './settings';

/** Opens the database of the environment for one command. */
export async function withDatabase<T>(use: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(databaseOf(process.env));
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

export const print = (text: string): boolean => process.stdout.write(`${text}\n`);

export const printJson = (data: unknown): boolean => print(JSON.stringify(data, null, 2));
