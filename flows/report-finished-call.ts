import {
  asString,
  callData,
  concat,
  decision,
  type DurationLiteral,
  endWorkflow,
  equals,
  exp,
  getConversationData,
  hasText,
  integer,
  type Integer,
  loop,
  lowerCase,
  optional,
  type Readable,
  set,
  string,
  updateData,
  wait,
  workflow,
} from 'flowcdk';
import type { postFinishedCall } from '../data-actions/post-finished-call';
import { support } from './identification';
import { numberAsE164 } from './telephone-number';

export interface FinishedCallReport {
  /** @default the organisation's home division */
  readonly division?: string | undefined;
  /** Posts the report. */
  readonly post: ReturnType<typeof postFinishedCall>;
  /** How long one try may take. */
  readonly timeout: DurationLiteral;
  /** How often it is tried. */
  readonly attempts: number;
  /** Between two tries. */
  readonly retryEvery: DurationLiteral;
}

/**
 * Reports a finished call to the back office, in the back office's terms. The event may come twice:
 * the report carries a key by which the back office knows it again.
 */
export const reportFinishedCall = (report: FinishedCallReport) =>
  workflow({
    name: 'report-finished-call',
    description: 'Reports a finished call to the back office',
    division: report.division,
    inputs: {
      conversationId: string(),
      participantId: string({ description: 'The agent whose after-call work is over' }),
      sessionId: string(),
      eventTime: integer({ description: 'Milliseconds since 1970' }),
      direction: string(),
      mediaType: string(),
      ani: optional(string()),
      subject: optional(string()),
      wrapupCode: optional(string()),
      userId: string(),
    },
    variables: {
      reason: string({ description: 'What the caller said the call is about' }),
      status: integer({ description: 'HTTP status of the last try' }),
      turn: integer(),
    },
    actions: (flow) => [
      getConversationData('What is known of the call?', {
        conversationId: flow.conversationId,
        attributes: support.read({ reason: flow.reason }),
      }),
      decision('Has it a subject?', hasText(flow.subject), {
        no: [
          decision('Did the caller say what it is about?', hasText(flow.reason), {
            yes: [updateData('The reason is the subject', [set(flow.subject, flow.reason)])],
          }),
        ],
      }),
      loop('Try to report', { times: report.attempts, index: flow.turn }, [
        callData('Post the report', report.post, {
          timeout: report.timeout,
          inputs: {
            conversationId: flow.conversationId,
            eventTime: exp<string>`ToString(ToDateTime(ToInt(${flow.eventTime} / 1000)))`,
            direction: lowerCase(flow.direction),
            mediaType: lowerCase(flow.mediaType),
            ani: numberAsE164(flow.ani),
            subject: flow.subject,
            wrapupCode: flow.wrapupCode,
            userId: flow.userId,
            idempotencyKey: concat(flow.conversationId, '/', flow.participantId, '/', flow.sessionId),
          },
          failureOutputs: { status: flow.status },
          onSuccess: [endWorkflow('Reported', 'REPORTED')],
          onFailure: [
            decision('Does the back office refuse it for good?', refused(flow.status), {
              yes: [endWorkflow('Refused', concat('REFUSED with status ', asString(flow.status)))],
            }),
          ],
        }),
        decision('Was that the last try?', equals(flow.turn, report.attempts - 1), {
          no: [wait('Before the next try', report.retryEvery)],
        }),
      ]),
      endWorkflow('Not reported', `NOT REPORTED after ${report.attempts} tries`),
    ],
  });

/** Trying again helps against no answer, a broken back office and too many requests; not against a wrong report. */
const refused = (status: Readable<Integer>) =>
  exp<boolean>`IsSet(${status}) and ${status} >= 400 and ${status} < 500 and ${status} != 408 and ${status} != 429`;
