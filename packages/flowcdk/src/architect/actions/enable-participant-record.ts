import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';

export const enableParticipantRecordForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: [...voiceFlows, 'voicemail', 'voice', 'voiceSurvey'],
  fields: {},
});

export type EnableParticipantRecordAction = NodeOf<'enableParticipantRecord', typeof enableParticipantRecordForm>;

/**
 * Enable Participant Recording: says that the caller agrees to be recorded. It records nothing by itself: the rules of
 * the organisation decide. Nothing takes it back (documented). Its form in YAML is assumed: nobody has seen it in a file.
 *
 * @example
 * ```ts
 * enableParticipantRecord('They agree')
 * ```
 * ```yaml
 * enableParticipantRecord: { name: They agree }
 * ```
 */
export function enableParticipantRecord(name = 'Enable Participant Recording'): EnableParticipantRecordAction {
  return action(enableParticipantRecord, 'enableParticipantRecord', enableParticipantRecordForm, { name });
}
