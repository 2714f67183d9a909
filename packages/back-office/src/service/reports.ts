import { Type } from '@sinclair/typebox';
import type { Database } from '../database/database';
import { type Clock, later } from '../ground/clock';
import type { KeyRing } from '../keys/key-ring';
import { qualityReport } from '../report/quality';
import type { Server } from './fastify';
import { signedInAs } from './signed-in';

const MONTH = 30 * 24 * 3600 * 1000;

/** The known limitations of the report at the end of a call, as figures. */
export function reports(server: Server, db: Database, keys: KeyRing, clock: Clock): void {
  server.get(
    '/reports/quality',
    {
      onRequest: signedInAs(keys, 'reader'),
      schema: {
        summary: 'How complete the records are: the last 30 days, or another span of time.',
        querystring: Type.Object({
          from: Type.Optional(Type.String({ format: 'date-time' })),
          to: Type.Optional(Type.String({ format: 'date-time', description: 'Exclusive.' })),
        }),
      },
    },
    async ({ query }) => {
      const to = query.to === undefined ? later(clock.now(), 1) : new Date(query.to);
      return qualityReport(db, query.from === undefined ? later(to, -MONTH) : new Date(query.from), to);
    },
  );
}
