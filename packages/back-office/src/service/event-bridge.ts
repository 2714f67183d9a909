import { Type } from '@sinclair/typebox';
import { conversationEvent, deliveryOf } from '../feeds/conversation-event';
import type { Inbox } from '../inbox/inbox';
import type { RecordPer } from '../inbox/keys-of-result';
import type { KeyRing } from '../keys/key-ring';
import type { Server } from './fastify';
import { Problem } from './problem';
import { signedInAs } from './signed-in';

const Answer = Type.Object({
  key: Type.Optional(Type.String({ description: 'The key by which the result is known.' })),
  result: Type.Union([Type.Literal('accepted'), Type.Literal('duplicate'), Type.Literal('ignored')]),
});

/** The most bytes of an event: EventBridge takes events of 256 kilobytes. */
const LARGEST_EVENT = 512 * 1024;

export interface EventBridgeOptions {
  readonly inbox: Inbox;
  readonly keys: KeyRing;
  readonly recordPer: RecordPer;
}

/**
 * A rule of EventBridge sends events here. The answer comes when the result is durable. EventBridge sends an event again
 * after 503, and not after 400 (documented for API destinations).
 */
export function eventBridge(server: Server, { inbox, keys, recordPer }: EventBridgeOptions): void {
  server.post(
    '/feeds/event-bridge',
    {
      onRequest: signedInAs(keys, 'event-bridge'),
      bodyLimit: LARGEST_EVENT,
      schema: {
        summary:
          'Takes an event of EventBridge. The same event twice gives one record; one that ends nothing is ignored.',
        body: Type.Object(
          { detail: Type.Object({ topicName: Type.String(), eventBody: Type.Object({}) }) },
          { additionalProperties: true },
        ),
        response: { 200: Answer, 202: Answer },
      },
    },
    async ({ body }, reply) => {
      const event = conversationEvent(body);
      const delivery = event && deliveryOf(event, 'event-bridge', recordPer);
      if (!delivery) return reply.send({ result: 'ignored' });
      if ('problem' in delivery)
        throw new Problem(400, 'Bad request', 'The event cannot become a record.', [
          { pointer: '/detail/eventBody', detail: delivery.problem },
        ]);
      const result = await inbox.accept(delivery);
      return reply.status(result === 'accepted' ? 202 : 200).send({ key: delivery.keys.delivery, result });
    },
  );
}
