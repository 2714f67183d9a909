import { type Static, Type } from '@sinclair/typebox';

const Nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

/** One entry of the communication history: the existing contract of the history. */
export const communicationRecord = Type.Object(
  {
    direction: Type.Union([Type.Literal('INBOUND'), Type.Literal('OUTBOUND')]),
    communicatedAt: Type.String({ format: 'date-time', description: 'ISO 8601, UTC.' }),
    source: Type.String({ minLength: 1, maxLength: 100 }),
    channel: Type.Union(
      ['VOICE', 'CHAT', 'EMAIL', 'SMS', 'VIDEO', 'OTHER'].map((channel) => Type.Literal(channel)),
      { description: 'VIDEO holds video and screen sharing, OTHER holds cobrowsing and whatever is unknown.' },
    ),
    domain: Type.String({ minLength: 1, maxLength: 100 }),
    customerId: Nullable('Id of the customer; null when the interaction was paired with none.'),
    customerHandle: Nullable('Where the customer can be reached: E.164, or an address.'),
    interactionId: Type.String({ minLength: 1, maxLength: 200 }),
    bankUserId: Nullable('Always null in records of finished calls.'),
    bankUserName: Nullable('Name of the agent.'),
    purpose: Nullable('Name of the wrap-up code.'),
    title: Type.String({ minLength: 1 }),
    body: Type.String(),
  },
  { $id: 'CommunicationRecord', additionalProperties: false },
);

/** A finished communication as a history of customers keeps it. */
export type CommunicationRecord = Static<typeof communicationRecord>;
