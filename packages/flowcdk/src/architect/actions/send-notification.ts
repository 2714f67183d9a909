import { action, actionForm, type NodeOf } from '../action';
import { paths, required, value } from '../forms';
import { notificationTypes, wordValue } from '../words';
import type { EmailAddress, User } from '../types';
import { type NoValue, orNoValue, type Readable, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const sendNotificationForm = actionForm({
  evidence: 'seen',
  fields: {
    failureOutputs,
    emailFrom: value('emailAddress'),
    emailNotificationStyle: value('string'),
    sendToUsers: required(value('userCollection')),
    body: required(value('string')),
    subject: value('string'),
    notificationType: wordValue(notificationTypes),
    outputs: paths('success', 'failure'),
  },
});

export type SendNotificationAction = NodeOf<'sendNotification', typeof sendNotificationForm>;

/** The recipients and the text. */
export interface SendNotificationOptions extends FailureOptions {
  readonly sendToUsers: Value<readonly User[]>;
  readonly body: Value<string>;
  /** The subject of an e-mail. */
  readonly subject?: Value<string> | undefined;
  /** @default 'email' */
  readonly notificationType?: 'email' | 'chat' | undefined;
  readonly emailFrom?: Readable<EmailAddress> | NoValue | undefined;
  readonly emailNotificationStyle?: Value<string> | undefined;
  readonly onSuccess?: Actions | undefined;
}

/**
 * Send Notification: sends a notification to users of the organisation.
 *
 * @example
 * ```ts
 * sendNotification('Tell the lead', { sendToUsers: users, subject: 'Missed', body: 'Call them.' })
 * ```
 * ```yaml
 * sendNotification:
 *   name: Tell the lead
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   emailFrom: { noValue: true }
 *   emailNotificationStyle: { noValue: true }
 *   sendToUsers: { exp: Flow.users }
 *   body: { lit: Call them. }
 *   subject: { lit: Missed }
 *   notificationType: { lit: email }
 * ```
 */
export function sendNotification(name: string, options: SendNotificationOptions): SendNotificationAction {
  return action(sendNotification, 'sendNotification', sendNotificationForm, {
    name,
    failureOutputs: errorBindings(options.failureOutputs),
    emailFrom: orNoValue(options.emailFrom),
    emailNotificationStyle: orNoValue(options.emailNotificationStyle),
    sendToUsers: valueNode(options.sendToUsers),
    body: valueNode(options.body),
    subject: orNoValue(options.subject),
    notificationType: valueNode(options.notificationType ?? 'email'),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
