import { type CustomerLookup, type CustomerSearch, dataActionSearch } from './customer-search/customer-search';
import { type Database, type DatabasePlace, openDatabase } from './database/database';
import { Gateway, type GatewaySettings } from './gateway/gateway';
import { type Clock, systemClock } from './ground/clock';
import type { Fetch } from './ground/http';
import { HistoryClient, type HistorySettings } from './history/history-client';
import { Records } from './history/records';
import { Inbox } from './inbox/inbox';
import type { RecordPer } from './inbox/keys-of-result';
import { KeyRing } from './keys/key-ring';
import { Sessions } from './keys/sessions';
import { type LatePairing, Pairings } from './pairing/pairings';
import type { Server } from './service/fastify';
import { backOfficeService, type ServiceOptions } from './service/service';
import { Worker, type WorkerSettings } from './worker/worker';

/** What a back office needs: its database, the gateway of the org, the history, and what its parts may be set to. */
export interface BackOfficeSettings {
  readonly database: DatabasePlace;
  readonly gateway: GatewaySettings;
  /** Where records are written. @default the history that the service keeps itself */
  readonly history?: HistorySettings | undefined;
  /** The data actions by which the agents' page finds customers. @default none: the page takes an id */
  readonly customerLookups?: readonly CustomerLookup[] | undefined;
  /** Another way by which the agents' page finds customers, in place of data actions. */
  readonly customerSearch?: CustomerSearch | undefined;
  /** @default 'agent' */
  readonly recordPer?: RecordPer | undefined;
  /** @default 'correct' */
  readonly latePairing?: LatePairing | undefined;
  readonly worker?: Partial<WorkerSettings> | undefined;
  readonly logger?: ServiceOptions['logger'];
}

/** What the service has from outside: in tests a virtual clock and the local org. */
export interface Surroundings {
  readonly clock?: Clock | undefined;
  /** Requests to Genesys Cloud and to the history of a company. */
  readonly fetch?: Fetch | undefined;
}

const defaults: WorkerSettings = {
  retry: { first: 5_000, most: 600_000, parkAfter: 3 * 24 * 3_600_000 },
  pairingWait: 0,
  agentWait: 3_600_000,
  leaseTime: 60_000,
  batch: 20,
};

/** The receiving system: takes results, does the work about them, keeps the history. */
export interface BackOffice {
  readonly server: Server;
  readonly db: Database;
  readonly inbox: Inbox;
  readonly pairings: Pairings;
  readonly keys: KeyRing;
  /** Undefined where a company has its own history. */
  readonly records: Records | undefined;
  readonly gateway: Gateway;
  readonly worker: Worker;
  /** Stops taking requests, then closes the database. */
  close(): Promise<void>;
}

/**
 * Opens the database and sets the service up. It listens when `server.listen` is called, and works when
 * `worker.work` is.
 */
export async function openBackOffice(
  {
    database,
    gateway,
    history,
    customerLookups,
    customerSearch,
    recordPer = 'agent',
    latePairing = 'correct',
    worker,
    logger,
  }: BackOfficeSettings,
  { clock = systemClock, fetch = globalThis.fetch }: Surroundings = {},
): Promise<BackOffice> {
  const db = await openDatabase(database);
  const inbox = new Inbox(db, clock);
  const pairings = new Pairings(db, clock, inbox, latePairing);
  const keys = new KeyRing(db, clock);
  const records = history ? undefined : new Records(db, clock);
  const genesys = new Gateway(gateway, clock, fetch);
  const sessions = new Sessions(db, clock);
  const search = customerSearch ?? (customerLookups && dataActionSearch(genesys, customerLookups));
  const server = await backOfficeService(
    { db, clock, inbox, pairings, keys, sessions, search, records },
    { recordPer, logger },
  );
  const own = { url: OWN_HISTORY, key: keys.addForThisProcess('history') };
  const client = new HistoryClient(history ?? own, clock, history ? fetch : inProcess(server));
  return {
    server,
    db,
    inbox,
    pairings,
    keys,
    records,
    gateway: genesys,
    worker: new Worker({ inbox, pairings, gateway: genesys, history: client, clock }, { ...defaults, ...worker }),
    close: async () => {
      await server.close();
      await db.destroy();
    },
  };
}

const OWN_HISTORY = 'http://this-process';

/** Requests to the service itself need no network. */
const inProcess =
  (server: Server): Fetch =>
  async (url, { method = 'GET', headers, body }) => {
    const answer = await server.inject({
      method: method as 'GET',
      url: url.slice(OWN_HISTORY.length),
      headers: headers as Record<string, string>,
      ...(typeof body === 'string' ? { payload: body } : {}),
    });
    return new Response(answer.body, { status: answer.statusCode });
  };
