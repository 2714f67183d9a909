import { action, actionForm, type NodeOf } from '../action';
import { required, value } from '../forms';
import { orNoValue, type Value, valueNode } from '../values';

export const completeSurveyInviteForm = actionForm({
  evidence: 'seen',
  flows: ['surveyInvite'],
  ends: 'always',
  fields: {
    targetAddress: required(value('string')),
    inviteSubject: value('string'),
    inviteBody: value('string'),
    reminderSubject: value('string'),
    reminderBody: value('string'),
  },
});

export type CompleteSurveyInviteAction = NodeOf<'completeSurveyInvite', typeof completeSurveyInviteForm>;

/** The address of a survey invitation, and the texts of the invitation and the reminder. */
export interface CompleteSurveyInviteOptions {
  /** The e-mail address of the recipient. */
  readonly targetAddress: Value<string>;
  readonly inviteSubject: Value<string>;
  readonly inviteBody: Value<string>;
  /** @default no reminder is written */
  readonly reminderSubject?: Value<string> | undefined;
  readonly reminderBody?: Value<string> | undefined;
}

/**
 * Complete Survey Invite: sends the invitation to a survey, and later the reminder.
 *
 * @example
 * ```ts
 * completeSurveyInvite('Ask them', {
 *   targetAddress: email,
 *   inviteSubject: 'How was it?',
 *   inviteBody: exp<string>`Append("Tell us: ", Survey.Url)`,
 * })
 * ```
 * ```yaml
 * completeSurveyInvite:
 *   name: Ask them
 *   targetAddress: { exp: Flow.email }
 *   inviteSubject: { lit: "How was it?" }
 *   inviteBody: { exp: "Append(\"Tell us: \", Survey.Url)" }
 *   reminderSubject: { noValue: true }
 *   reminderBody: { noValue: true }
 * ```
 */
export function completeSurveyInvite(name: string, options: CompleteSurveyInviteOptions): CompleteSurveyInviteAction {
  return action(completeSurveyInvite, 'completeSurveyInvite', completeSurveyInviteForm, {
    name,
    targetAddress: valueNode(options.targetAddress),
    inviteSubject: valueNode(options.inviteSubject),
    inviteBody: valueNode(options.inviteBody),
    reminderSubject: orNoValue(options.reminderSubject),
    reminderBody: orNoValue(options.reminderBody),
  });
}
