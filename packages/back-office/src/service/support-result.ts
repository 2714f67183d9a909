import { Type } from '@sinclair/typebox';
import { momentOf, supportResult as schema } from '../inbox/finished-call';
import type { Inbox } from '../inbox/inbox';
import { keysOf, LONGEST_KEY, type RecordPer } from '../inbox/keys-of-result';
import type { KeyRing } from '../keys/key-ring';
import type { Server } from './fastify';
import { Problem } from './problem';
import { signedInAs } from './signed-in';

const Answer = Type.Object({
  key: Type.String({ description: 'The key by which the result is known.' }),
  result: Type.Union([Type.Literal('accepted'), Type.Literal('duplicate')]),
});

export interface SupportResultOptions {
  readonly inbox: Inbox;
  readonly keys: KeyRing;
  readonly recordPer: RecordPer;
}

/** Genesys reports a finished call. The answer comes when the result is durable. */
export function supportResult(server: Server, { inbox, keys, recordPer }: SupportResultOptions): void {
  server.post(
    '/customers/supportResult',
    {
      onRequest: signedInAs(keys, 'genesys'),
      schema: {
        summary: 'Takes the result of a finished call. The same result twice gives one record.',
        headers: Type.Object({
          'idempotency-key': Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_KEY })),
        }),
        body: schema,
        response: { 200: Answer, 202: Answer },
      },
    },
    async ({ body, headers }, reply) => {
      const eventTime = momentOf(body.eventTime);
      if (!eventTime) {
        const detail = 'ISO 8601 with a time zone (2026-11-21T08:30:00Z) or milliseconds since 1970 is expected';
        throw new Problem(400, 'Bad request', 'The request has fields that are wrong.', [
          { pointer: '/eventTime', detail },
        ]);
      }
      // PostgreSQL keeps no NUL character in its text.
      const call = { ...body, conversationId: body.conversationId.replaceAll('\u0000', '').toLowerCase() };
      const key = keysOf(call, headers['idempotency-key'], recordPer);
      const result = await inbox.accept({ keys: key, body: call, eventTime, feed: 'trigger' });
      return reply.status(result === 'accepted' ? 202 : 200).send({ key: key.delivery, result });
    },
  );
}
