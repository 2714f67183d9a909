import { Type } from '@sinclair/typebox';
import type { Inbox } from '../inbox/inbox';
import type { KeyRing } from '../keys/key-ring';
import type { Server } from './fastify';
import { notFound } from './problem';
import { signedInAs } from './signed-in';

const Parked = Type.Object({
  key: Type.String(),
  conversationId: Type.String(),
  reason: Type.String(),
  receivedAt: Type.String({ format: 'date-time' }),
});

/** What could not become a record, and what people decide about it. */
export function parked(server: Server, inbox: Inbox, keys: KeyRing): void {
  server.get(
    '/parked',
    {
      onRequest: signedInAs(keys, 'reader'),
      schema: {
        summary: 'What could not become a record, with its reason.',
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
          after: Type.Optional(Type.String({ maxLength: 400, description: 'The last key of the page before.' })),
        }),
        response: { 200: Type.Object({ entities: Type.Array(Parked) }) },
      },
    },
    async ({ query }) => {
      const work = await inbox.parked({ most: query.limit, after: query.after });
      return {
        entities: work.map(({ record_key, conversation_id, reason, first_received_at }) => ({
          key: record_key,
          conversationId: conversation_id,
          reason: reason ?? '',
          receivedAt: first_received_at.toISOString(),
        })),
      };
    },
  );

  for (const decision of ['retry', 'discard'] as const)
    server.post(
      `/parked/${decision}`,
      {
        onRequest: signedInAs(keys, 'reader'),
        schema: {
          summary: decision === 'retry' ? 'Tries parked work again.' : 'Gives parked work up for good.',
          body: Type.Object({ key: Type.String({ minLength: 1, maxLength: 400 }) }, { additionalProperties: false }),
          response: { 204: Type.Null() },
        },
      },
      async ({ body }, reply) => {
        if (!(await inbox.decide(body.key, decision))) throw notFound(`parked work of the key ${body.key}`);
        return reply.status(204).send(null);
      },
    );
}
