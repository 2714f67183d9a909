import formbody from '@fastify/formbody';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify from 'fastify';
import { sql } from 'kysely';
import type { CustomerSearch } from '../customer-search/customer-search';
import type { Database } from '../database/database';
import type { Clock } from '../ground/clock';
import { communicationRecords } from '../history/communication-records';
import type { Records } from '../history/records';
import type { Inbox } from '../inbox/inbox';
import type { RecordPer } from '../inbox/keys-of-result';
import type { KeyRing } from '../keys/key-ring';
import type { Sessions } from '../keys/sessions';
import { agentsPage } from '../pages/agents';
import { qualityPage } from '../pages/quality-page';
import type { Pairings } from '../pairing/pairings';
import { eventBridge } from './event-bridge';
import type { Server } from './fastify';
import { type LogSettings, withoutPersonalData } from './log';
import { metrics } from './metrics';
import { parked } from './parked';
import { Problem, sendProblem } from './problem';
import { reports } from './reports';
import { supportInteraction } from './support-interaction';
import { supportResult } from './support-result';
import { validation } from './validation';

export interface ServiceParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly inbox: Inbox;
  readonly pairings: Pairings;
  readonly keys: KeyRing;
  readonly sessions: Sessions;
  readonly search: CustomerSearch | undefined;
  /** The history that the service keeps itself; undefined where a company has its own. */
  readonly records: Records | undefined;
}

export interface ServiceOptions {
  readonly recordPer: RecordPer;
  /** @default nothing is logged */
  readonly logger?: LogSettings | undefined;
}

/** The most bytes of a body: a result has less than a kilobyte. */
const LARGEST_BODY = 64 * 1024;

/** The back office over HTTP. */
export async function backOfficeService(parts: ServiceParts, { recordPer, logger }: ServiceOptions): Promise<Server> {
  const { db, clock, inbox, pairings, keys, sessions, search, records } = parts;
  const server = fastify({
    logger: logger ? withoutPersonalData(logger) : false,
    bodyLimit: LARGEST_BODY,
    // A reverse proxy on this machine tells whether the browser came by HTTPS.
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<TypeBoxTypeProvider>();
  server.setValidatorCompiler(validation);
  server.setErrorHandler((error: Parameters<typeof sendProblem>[0], request, reply) =>
    sendProblem(error, request, reply),
  );
  server.setNotFoundHandler(({ method, url }) => {
    throw new Problem(404, 'Not found', `There is no ${method} ${url.split('?')[0]}.`);
  });
  await server.register(formbody);
  await server.register(swagger, {
    openapi: {
      info: { title: 'Back office', version: '1', description: 'Takes the results of finished calls.' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
  });
  await server.register(swaggerUi, { routePrefix: '/docs' });
  server.get('/health', { schema: { summary: 'The process answers.' } }, () => ({ status: 'ok' }));
  server.get('/ready', { schema: { summary: 'The database answers.' } }, async () => {
    await sql`select 1`.execute(db);
    return { status: 'ok' };
  });
  supportInteraction(server, pairings, keys);
  supportResult(server, { inbox, keys, recordPer });
  eventBridge(server, { inbox, keys, recordPer });
  parked(server, inbox, keys);
  reports(server, db, keys, clock);
  metrics(server, db, inbox, keys, clock);
  agentsPage(server, { pairings, keys, sessions, search });
  qualityPage(server, db, keys, sessions, clock);
  if (records) communicationRecords(server, records, keys);
  return server;
}
