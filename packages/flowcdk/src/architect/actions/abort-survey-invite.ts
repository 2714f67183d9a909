import { action, actionForm, type NodeOf } from '../action';
import { required } from '../forms';
import { surveyDispositions, wordValue } from '../words';
import { literal } from '../values';

export const abortSurveyInviteForm = actionForm({
  evidence: 'seen',
  flows: ['surveyInvite'],
  ends: 'always',
  fields: { disposition: required(wordValue(surveyDispositions, 'any')) },
});

export type AbortSurveyInviteAction = NodeOf<'abortSurveyInvite', typeof abortSurveyInviteForm>;

/**
 * Abort Survey Invite: sends no invitation. The reason counts in the statistics of the survey.
 *
 * @example
 * ```ts
 * abortSurveyInvite('They do not want any', 'optOut')
 * ```
 * ```yaml
 * abortSurveyInvite: { name: They do not want any, disposition: { lit: optOut } }
 * ```
 */
export const abortSurveyInvite = (name: string, disposition: 'optOut' | 'error'): AbortSurveyInviteAction =>
  action(abortSurveyInvite, 'abortSurveyInvite', abortSurveyInviteForm, { name, disposition: literal(disposition) });
