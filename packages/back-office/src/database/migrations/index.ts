import type { Migration, MigrationProvider } from 'kysely';
import * as firstTables from './2026-11-28-first-tables';
import * as feedPosition from './2026-11-29-feed-position';
import * as sessionKey from './2026-11-29-session-key';

/** Every migration by its name. They run in the order of their names, and each runs once. */
const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-28-first-tables': firstTables,
  '2026-11-29-feed-position': feedPosition,
  '2026-11-29-session-key': sessionKey,
};

export const allMigrations: MigrationProvider = { getMigrations: () => Promise.resolve({ ...migrations }) };
