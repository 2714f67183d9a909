import { Gauge, Registry } from 'prom-client';
import type { Inbox } from '../inbox/inbox';
import type { KeyRing } from '../keys/key-ring';
import type { Server } from './fastify';
import { signedInAs } from './signed-in';

/** Figures for Prometheus, read from the database: two services that share it tell the same. */
export function metrics(server: Server, inbox: Inbox, keys: KeyRing): void {
  const registry = new Registry();
  const work = new Gauge({
    name: 'back_office_work',
    help: 'Records by state: received, waiting, done, parked, discarded, erased.',
    labelNames: ['state'],
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
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
}
