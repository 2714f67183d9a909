import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { allMigrations } from './migrations';
import { lockFolder } from './folder-lock';
import { pgliteDialect } from './pglite-dialect';
import type { Tables } from './tables';

/** Where the database is. */
export type DatabasePlace =
  /** A PostgreSQL server, version 15 or newer: `postgres://user:password@host:5432/name`. */
  | { readonly url: string }
  /** PGlite in a folder. One process uses it, and it does not survive a power cut. */
  | { readonly folder: string }
  /** PGlite in memory: gone with the process. */
  | { readonly memory: true };

/** A transaction is one, too. */
export type Database = Kysely<Tables>;

/**
 * Opens the database and brings its tables up to date. Services that start at once wait for each other: a lock of the
 * database lets one of them migrate.
 *
 * @throws when the database cannot be reached, or a migration fails
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: await dialectOf(place) });
  try {
    const { error } = await new Migrator({ db, provider: allMigrations }).migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error(String(error));
    return db;
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw error;
  }
}

/** Drivers are loaded on demand: a service uses one of them, and PGlite takes a second to load. */
async function dialectOf(place: DatabasePlace) {
  if ('url' in place) {
    const { Pool } = await import('pg');
    const pool = new Pool({ connectionString: place.url, max: 10 });
    // A server that restarts ends connections, in use or not. Queries fail of it and the pool opens others; but without a
    // listener Node would exit.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return new PostgresDialect({ pool });
  }
  const { PGlite } = await import('@electric-sql/pglite');
  if (!('folder' in place)) return pgliteDialect(() => PGlite.create());
  const giveBack = lockFolder(place.folder);
  return pgliteDialect(() => PGlite.create({ dataDir: join(place.folder, 'pglite') }), giveBack);
}
