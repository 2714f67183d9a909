import { action, actionForm, type NodeOf } from '../action';
import { digitalFlows, voiceFlows } from '../../ground/flow-kinds';
import { required } from '../forms';
import { type AttributeValues, toWrite, writtenAttributes } from './participant-data';

export const setParticipantDataForm = actionForm({
  evidence: 'seen',
  flows: [...voiceFlows, ...digitalFlows],
  fields: { attributes: required(writtenAttributes) },
});

export type SetParticipantDataAction = NodeOf<'setParticipantData', typeof setParticipantDataForm>;

/**
 * Set Participant Data: writes attributes of the participant that the flow serves. The platform acknowledges a write
 * before it is visible. When a voice flow ends, its writes can win over later writes of others (documented). So let
 * every attribute have one owner.
 *
 * @example
 * ```ts
 * setParticipantData('Remember', { tries: exp<string>`ToString(${tries})` })
 * ```
 * ```yaml
 * setParticipantData:
 *   name: Remember
 *   attributes: [{ attribute: { name: { lit: tries }, value: { exp: "ToString(Flow.tries)" } } }]
 * ```
 */
export const setParticipantData = (name: string, attributes: AttributeValues): SetParticipantDataAction =>
  action(setParticipantData, 'setParticipantData', setParticipantDataForm, { name, attributes: toWrite(attributes) });
