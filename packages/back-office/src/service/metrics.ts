import { Gauge, Registry } from 'prom-client';
import type { Database } from '../database/database';
import { heardUntil } from '../feeds/feed-positions';
import type { Clock } from '../ground/clock';
import type { Inbox } from '../inbox/inbox';
import type { KeyRing } from '../keys/key-ring';
import type { Server } from './fastify';
import { signedInAs } from './signed-in';

/** Figures for Prometheus, read from the database: two services that share it tell the same. */
export function metrics(server: Server, db: Database, inbox: Inbox, keys: KeyRing, clock: Clock): void {
  const registry = new Registry();
  const work = new Gauge({
    name: 'back_office_work',
    help: 'Records by state: received, waiting, done, parked, discarded, erased.',
    labelNames: ['state'],
    registers: [registry],
  });
  const oldest = new Gauge({
    name: 'back_office_oldest_due_seconds',
    help: 'How long the oldest record is overdue; 0 where none is.',
    registers: [registry],
  });
  const behind = new Gauge({
    name: 'back_office_feed_behind_seconds',
    help: 'How long ago a feed last knew that it missed nothing. It is there once one has listened.',
    labelNames: ['feed'],
    registers: [registry],
  });
  server.get(
    '/metrics',
    {
      onRequest: signedInAs(keys, 'reader'),
      schema: { summary: 'Figures in the format of Prometheus.', response: { 200: {} } },
    },
    async (_request, reply) => {
      for (const [state, count] of Object.entries(await inbox.counts())) work.set({ state }, count);
      const due = await inbox.nextDue();
      oldest.set(due ? Math.max(0, (clock.now().getTime() - due.getTime()) / 1000) : 0);
      const heard = await heardUntil(db);
      if (heard) behind.set({ feed: 'notifications' }, Math.max(0, (clock.now().getTime() - heard.getTime()) / 1000));
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
}
