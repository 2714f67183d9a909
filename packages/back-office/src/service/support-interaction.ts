import { Type } from '@sinclair/typebox';
import type { KeyRing } from '../keys/key-ring';
import type { Pairings } from '../pairing/pairings';
import type { Server } from './fastify';
import { notFound } from './problem';
import { signedInAs } from './signed-in';

export const Uuid = Type.String({ format: 'uuid' });

const Answer = Type.Object({
  interactionId: Type.String(),
  customerId: Type.String(),
  result: Type.Union([Type.Literal('created'), Type.Literal('repeated'), Type.Literal('replaced')]),
});

const Pairing = Type.Object({
  interactionId: Type.String(),
  customerId: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  replaced: Type.Array(Type.String(), { description: 'The customers before, oldest first.' }),
});

/** The agents' front end says which customer an interaction belongs to. */
export function supportInteraction(server: Server, pairings: Pairings, keys: KeyRing): void {
  server.post(
    '/customers/supportInteraction',
    {
      onRequest: signedInAs(keys, 'front-end'),
      schema: {
        summary: 'Pairs an interaction with a customer. The last pairing of an interaction wins.',
        body: Type.Object({ customerId: Uuid, interactionId: Uuid }, { additionalProperties: false }),
        response: { 200: Answer, 201: Answer },
      },
    },
    async ({ body }, reply) => {
      const [interactionId, customerId] = [body.interactionId.toLowerCase(), body.customerId.toLowerCase()];
      const result = await pairings.pair(interactionId, customerId);
      return reply.status(result === 'created' ? 201 : 200).send({ interactionId, customerId, result });
    },
  );

  server.get(
    '/customers/supportInteraction/:interactionId',
    {
      onRequest: signedInAs(keys, 'front-end', 'reader'),
      schema: {
        summary: 'The customer of an interaction.',
        params: Type.Object({ interactionId: Uuid }),
        response: { 200: Pairing },
      },
    },
    async ({ params }) => {
      const interactionId = params.interactionId.toLowerCase();
      const pairing = await pairings.customerOf(interactionId);
      if (!pairing) throw notFound(`pairing of the interaction ${interactionId}`);
      return {
        interactionId,
        customerId: pairing.customerId,
        createdAt: pairing.since.toISOString(),
        replaced: [...(await pairings.replacedOf(interactionId))],
      };
    },
  );
}
