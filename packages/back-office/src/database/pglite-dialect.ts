import { types } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';

/**
 * PGlite as a database of Kysely. PGlite has one connection, so its users take turns: a transaction has the connection
 * from its begin to its end.
 *
 * @param open opens the database when the first query needs it
 * @param closed called when the database is closed
 */
export const pgliteDialect = (open: () => Promise<PGlite>, closed: () => void = () => undefined): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new PgliteDriver(open, closed),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

class PgliteDriver implements Driver {
  #database: PGlite | undefined;
  #free: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(
    private readonly open: () => Promise<PGlite>,
    private readonly closed: () => void,
  ) {}

  async init(): Promise<void> {
    this.#database = await this.open();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    let release = (): void => undefined;
    this.#free = new Promise((resolve) => (release = resolve));
    await before;
    this.#release = release;
    if (!this.#database) throw new Error('The database is not open.');
    return new PgliteConnection(this.#database);
  }

  async beginTransaction(connection: DatabaseConnection, { isolationLevel }: TransactionSettings): Promise<void> {
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    await connection.executeQuery(CompiledQuery.raw(`begin${level}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async destroy(): Promise<void> {
    await this.#database?.close();
    this.closed();
  }
}

/** PGlite takes dates of its own realm only. */
const asText = (value: unknown): unknown => (types.isDate(value) ? value.toISOString() : value);

class PgliteConnection implements DatabaseConnection {
  constructor(private readonly database: PGlite) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows = 0 } = await this.database.query<R>(sql, parameters.map(asText));
    return { rows, numAffectedRows: BigInt(affectedRows) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}
