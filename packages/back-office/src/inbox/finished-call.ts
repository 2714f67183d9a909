import { type Static, Type } from '@sinclair/typebox';

/** Text, null, or missing. Whatever it is, the result is stored. */
const maybeText = (description: string) => Type.Optional(Type.Unknown({ description }));

/**
 * The body of `POST /customers/supportResult`. Only the id and the time have to be right: whatever else is wrong keeps
 * the result from becoming a record, but not from being stored.
 */
export const supportResult = Type.Object(
  {
    conversationId: Type.String({ minLength: 1, maxLength: 200, description: 'Id of the conversation, a UUID.' }),
    eventTime: Type.Union(
      [Type.String({ minLength: 1, maxLength: 64 }), Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 })],
      { description: 'When the call was over: ISO 8601 with a time zone, or milliseconds since 1970.' },
    ),
    direction: maybeText('`inbound` or `outbound`; anything else is parked.'),
    mediaType: maybeText('`voice`, `callback`, `chat`, `screenshare` …; an unknown one is OTHER.'),
    ani: maybeText('Where the call came from: E.164, or an address.'),
    subject: maybeText('What the call was about.'),
    wrapupCode: maybeText('Id of the wrap-up code.'),
    userId: maybeText('Id of the agent.'),
  },
  { $id: 'SupportResult', additionalProperties: true },
);

export type SupportResult = Static<typeof supportResult>;

/** A result whose fields are what they should be. */
export interface FinishedCall {
  readonly conversationId: string;
  readonly eventTime: Date;
  readonly direction: string | undefined;
  readonly mediaType: string | undefined;
  readonly ani: string | undefined;
  readonly subject: string | undefined;
  readonly wrapupCode: string | undefined;
  readonly userId: string | undefined;
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i;

/** The moment a body names; undefined where it names none. Milliseconds may be a number or its digits. */
export function momentOf(eventTime: string | number): Date | undefined {
  if (typeof eventTime === 'string' && !/^\d{1,16}$/.test(eventTime) && !DATE_TIME.test(eventTime)) return undefined;
  const date = new Date(typeof eventTime === 'string' && /^\d+$/.test(eventTime) ? Number(eventTime) : eventTime);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const optionalFields = ['direction', 'mediaType', 'ani', 'subject', 'wrapupCode', 'userId'] as const;

/**
 * A stored body as a finished call. PostgreSQL keeps no NUL character in its text, so it is left out.
 *
 * @returns the problem where a field is no text
 */
export function finishedCall(body: SupportResult, eventTime: Date): FinishedCall | { readonly problem: string } {
  const wrong = optionalFields.filter((name) => !['string', 'undefined'].includes(typeof (body[name] ?? undefined)));
  if (wrong.length > 0) return { problem: `${wrong.join(', ')}: text is expected` };
  const text = (name: (typeof optionalFields)[number]): string | undefined => {
    const value = String(body[name] ?? '')
      .replaceAll('\u0000', '')
      .trim();
    return value === '' ? undefined : value;
  };
  return {
    conversationId: body.conversationId,
    eventTime,
    direction: text('direction'),
    mediaType: text('mediaType'),
    ani: text('ani'),
    subject: text('subject'),
    wrapupCode: text('wrapupCode'),
    userId: text('userId'),
  };
}
