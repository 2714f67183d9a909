import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How far a listener has come. */
export interface Position {
  /** Until when everything was handled. Milliseconds since 1970, UTC. */
  readonly at: number;
  /** The keys of the newest events that were handled. */
  readonly keys: readonly string[];
}

/** Where a listener keeps its position, so that it goes on where it stopped. */
export interface PositionStore {
  load(): Promise<Position | undefined>;
  save(position: Position): Promise<void>;
}

/**
 * Keeps the position in a file. A crash while it is written leaves the position before.
 *
 * @example
 * ```ts
 * const positions = filePositions('wallboard-position.json');
 * ```
 */
export function filePositions(file: string): PositionStore {
  return {
    load: async () => {
      const text = await readFile(file, 'utf8').catch((problem: NodeJS.ErrnoException) => {
        if (problem.code === 'ENOENT') return undefined;
        throw problem;
      });
      return text === undefined ? undefined : positionIn(text, file);
    },
    save: async (position) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.new`, JSON.stringify(position));
      await rename(`${file}.new`, file);
    },
  };
}

/**
 * Keeps the position as long as the process lives.
 *
 * @example
 * ```ts
 * const positions = positionsInMemory();
 * ```
 */
export function positionsInMemory(): PositionStore {
  let kept: Position | undefined;
  return {
    load: () => Promise.resolve(kept),
    save: (position) => {
      kept = position;
      return Promise.resolve();
    },
  };
}

/** The part of a client of PostgreSQL that is used: `pg`'s `Pool` and `Client` have it. */
export interface SqlClient {
  query(sql: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/**
 * Keeps the position in PostgreSQL, in the table `flowcdk_listener_position`, which it creates.
 *
 * @param name of the listener. Two listeners with one name would go on where the other stopped
 *
 * @example
 * ```ts
 * const positionsIn = (pool: SqlClient) => postgresPositions(pool, 'wallboard');
 * ```
 */
export function postgresPositions(client: SqlClient, name: string): PositionStore {
  let ready: Promise<unknown> | undefined;
  const table = (): Promise<unknown> =>
    (ready ??= client.query(
      'create table if not exists flowcdk_listener_position (name text primary key, position jsonb not null)',
    ));
  return {
    load: async () => {
      await table();
      const { rows } = await client.query('select position from flowcdk_listener_position where name = $1', [name]);
      const [row] = rows as readonly { readonly position: Position | string }[];
      return row && (typeof row.position === 'string' ? positionIn(row.position, name) : row.position);
    },
    save: async (position) => {
      await table();
      await client.query(
        `insert into flowcdk_listener_position values ($1, $2)
         on conflict (name) do update set position = excluded.position`,
        [name, JSON.stringify(position)],
      );
    },
  };
}

function positionIn(text: string, where: string): Position {
  try {
    const { at, keys } = JSON.parse(text) as Partial<Position>;
    if (typeof at === 'number' && Array.isArray(keys) && keys.every((key) => typeof key === 'string'))
      return { at, keys };
  } catch {
    // Reported below.
  }
  throw new Error(`${where} holds no position of a listener. Delete it to begin without a position.`);
}
