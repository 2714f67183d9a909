import { basicAuth, dataAction, type DurationLiteral, optional, secret, string, webServices } from 'flowcdk';

/** The back office signs in with a user name and password. */
export const backOffice = webServices({
  name: 'Back office',
  credential: basicAuth({
    userName: secret('back_office_user_name', 'User name at the back office'),
    password: secret('back_office_password', 'Password at the back office'),
  }),
});

export interface BackOffice {
  /** Where finished calls are posted to. */
  readonly url: string;
  /** 1 to 60 whole seconds. */
  readonly timeout: DurationLiteral;
}

/**
 * Posts a finished call to the back office, in its terms: ISO 8601 times, E.164 numbers, lower-case words (`voice`, `inbound`,
 * `screenshare`). The same report with the same `Idempotency-Key` is counted once.
 */
export const postFinishedCall = ({ url, timeout }: BackOffice) =>
  dataAction({
    name: 'Post finished call',
    integration: backOffice,
    input: {
      conversationId: string(),
      eventTime: string({ description: 'ISO 8601, UTC: 2026-11-21T08:30:00Z' }),
      direction: string({ description: 'inbound, outbound' }),
      mediaType: string({ description: 'voice, callback, screenshare …' }),
      ani: optional(
        string({
          description: 'Where the call came from: +33142685300 (E.164), or an address that is no telephone number',
        }),
      ),
      subject: optional(string({ description: 'What the call was about' })),
      wrapupCode: optional(string({ description: 'Id of the wrap-up code' })),
      userId: string({ description: 'Id of the agent' }),
      idempotencyKey: string({ description: 'The same for the same end of a call' }),
    },
    output: {},
    request: (call) => ({
      method: 'POST',
      url,
      headers: { 'Idempotency-Key': call.idempotencyKey },
      body: {
        conversationId: call.conversationId,
        eventTime: call.eventTime,
        direction: call.direction,
        mediaType: call.mediaType,
        ani: call.ani,
        subject: call.subject,
        wrapupCode: call.wrapupCode,
        userId: call.userId,
      },
    }),
    response: {},
    timeout,
  });
