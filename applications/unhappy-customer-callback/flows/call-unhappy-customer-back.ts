import { asString, concat, decision, exp, ifElse, isLess, set, updateData, workflow } from 'flowcdk';
import { awaitScore, type Score } from './await-score';
import { type Claim, claimConversation } from './claim-conversation';
import { finish } from './finish';
import { type ChatMessage, postMessage } from './post-message';
import { type ScheduledCallback, scheduleCallback } from './schedule-callback';
import { type Acknowledgement, sendAcknowledgement } from './send-acknowledgement';
import { beginsLikeANumber, e164Of } from './telephone-number';
import { type Flow, inputs, variables } from './variables';

export interface UnhappyCustomer {
  /** @default the organisation's home division */
  readonly division?: string | undefined;
  /** How a conversation is claimed, and marked with the result. */
  readonly claim: Claim;
  readonly score: Score;
  /** A customer is unhappy whose score is lower, -100 to 100. */
  readonly threshold: number;
  /** Whether unhappy customers are only marked. */
  readonly dryRun: boolean;
  /** @default no SMS */
  readonly sms?: Acknowledgement | undefined;
  /** @default no call-back */
  readonly callback?: ScheduledCallback | undefined;
  /** @default no message */
  readonly chat?: ChatMessage | undefined;
}

/**
 * Sees to a customer who was unhappy with a call: an SMS that says so much, a call-back by a supervisor, a message to the
 * supervisors. Each of the three is on its own; what failed is named in the reason of the end and in the mark of the
 * conversation.
 */
export const callUnhappyCustomerBack = ({ claim, score, threshold, dryRun, division, ...ways }: UnhappyCustomer) =>
  workflow({
    name: 'call-unhappy-customer-back',
    description: 'An SMS, a call-back and a message where a customer was unhappy with a call',
    division,
    inputs,
    variables,
    actions: (flow) => [
      ...claimConversation(flow, claim),
      ...awaitScore(flow, score, claim),
      decision('Is the customer unhappy?', isLess(flow.score, threshold), {
        no: finish(flow, claim, 'not unhappy', concat('NOT UNHAPPY: sentiment ', asString(flow.score))),
      }),
      ...(dryRun ? onlyMark(flow, claim) : seeToThem(flow, claim, ways)),
    ],
  });

type Ways = Pick<UnhappyCustomer, 'sms' | 'callback' | 'chat'>;

const onlyMark = (flow: Flow, claim: Claim) =>
  finish(flow, claim, 'dry run', concat('DRY RUN: unhappy, sentiment ', asString(flow.score)));

const seeToThem = (flow: Flow, claim: Claim, { sms, callback, chat }: Ways) => [
  decision('Did the customer have a number?', beginsLikeANumber(flow.ani), {
    yes: [updateData('Write it as E.164', [set(flow.number, e164Of(flow.ani))])],
  }),
  ...(sms ? sendAcknowledgement(flow, sms) : []),
  ...(callback ? scheduleCallback(flow, callback) : []),
  ...(chat ? postMessage(flow, chat) : []),
  ...finish(flow, claim, 'seen to', resultOf(flow)),
];

/** `UNHAPPY, sentiment -60.0: SMS SENT; call-back DUE 2026-01-05T10:05:00Z; chat POSTED` */
const resultOf = ({ failed, score, sms, callback, chat }: Flow) =>
  concat(
    ifElse(failed, exp<string>`"FAILED IN PART, "`, exp<string>`"UNHAPPY, "`),
    'sentiment ',
    asString(score),
    ': SMS ',
    sms,
    '; call-back ',
    callback,
    '; chat ',
    chat,
  );
