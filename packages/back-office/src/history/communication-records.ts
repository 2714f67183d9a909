import { Type } from '@sinclair/typebox';
import type { KeyRing } from '../keys/key-ring';
import { communicationRecord } from '../record/communication-record';
import type { Server } from '../service/fastify';
import { notFound, Problem } from '../service/problem';
import { signedInAs } from '../service/signed-in';
import type { Records } from './records';

const Stored = Type.Composite([
  communicationRecord,
  Type.Object({
    id: Type.String(),
    createdAt: Type.String({ format: 'date-time' }),
    changedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  }),
]);

const Query = Type.Object({
  customerId: Type.Optional(Type.String({ maxLength: 100 })),
  withoutCustomer: Type.Optional(Type.Boolean({ description: 'Only records that belong to no customer.' })),
  interactionId: Type.Optional(Type.String({ maxLength: 200 })),
  from: Type.Optional(Type.String({ format: 'date-time' })),
  to: Type.Optional(Type.String({ format: 'date-time', description: 'Exclusive.' })),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
  after: Type.Optional(Type.String({ maxLength: 100, description: '`next` of the page before.' })),
});

const Id = Type.Object({ id: Type.String({ maxLength: 100 }) });

/** The communication history over HTTP. */
export function communicationRecords(server: Server, records: Records, keys: KeyRing): void {
  writing(server, records, keys);
  reading(server, records, keys);
}

function writing(server: Server, records: Records, keys: KeyRing): void {
  server.post(
    '/communicationRecords',
    {
      onRequest: signedInAs(keys, 'history'),
      schema: {
        summary: 'Writes a record. The same key writes it once; the answer is then 200 with what is there.',
        headers: Type.Object({ 'idempotency-key': Type.String({ minLength: 1, maxLength: 400 }) }),
        body: communicationRecord,
        response: { 200: Stored, 201: Stored },
      },
    },
    async ({ headers, body }, reply) => {
      const { created, record } = await records.create(headers['idempotency-key'], body);
      return reply.status(created ? 201 : 200).send(record);
    },
  );

  server.put(
    '/communicationRecords/:id',
    {
      onRequest: signedInAs(keys, 'history'),
      schema: {
        summary: 'Corrects a record.',
        params: Id,
        body: communicationRecord,
        response: { 200: Stored },
      },
    },
    async ({ params, body }) => {
      const record = await records.replace(params.id, body);
      if (!record) throw notFound(`record ${params.id}`);
      return record;
    },
  );
}

function reading(server: Server, records: Records, keys: KeyRing): void {
  server.get(
    '/communicationRecords/:id',
    {
      onRequest: signedInAs(keys, 'reader', 'history'),
      schema: { summary: 'One record.', params: Id, response: { 200: Stored } },
    },
    async ({ params }) => {
      const record = await records.get(params.id);
      if (!record) throw notFound(`record ${params.id}`);
      return record;
    },
  );

  server.get(
    '/communicationRecords',
    {
      onRequest: signedInAs(keys, 'reader', 'history'),
      schema: {
        summary: 'Records of a customer, an interaction or a time, the newest first.',
        querystring: Query,
        response: {
          200: Type.Object({ entities: Type.Array(Stored), next: Type.Optional(Type.String()) }),
        },
      },
    },
    async ({ query }) => {
      const last = query.after === undefined ? undefined : await records.get(query.after);
      if (query.after !== undefined && !last)
        throw new Problem(400, 'Bad request', 'The request has fields that are wrong.', [
          { pointer: 'querystring/after', detail: 'is no id of a record' },
        ]);
      const page = await records.find({
        customerId: query.customerId,
        withoutCustomer: query.withoutCustomer,
        interactionId: query.interactionId,
        from: query.from === undefined ? undefined : new Date(query.from),
        to: query.to === undefined ? undefined : new Date(query.to),
        most: query.limit + 1,
        after: last && { communicatedAt: new Date(last.communicatedAt), id: last.id },
      });
      const entities = page.slice(0, query.limit);
      const next = page.length > query.limit ? entities.at(-1)?.id : undefined;
      return { entities, ...(next === undefined ? {} : { next }) };
    },
  );
}
