import { action, actionForm, type NodeOf } from '../action';
import { digitalFlows, voiceFlows } from '../../ground/flow-kinds';
import { required } from '../forms';
import { type AttributeVariables, readAttributes, toRead } from './participant-data';

export const getParticipantDataForm = actionForm({
  evidence: 'seen',
  flows: [...voiceFlows, ...digitalFlows],
  fields: { attributes: required(readAttributes) },
});

export type GetParticipantDataAction = NodeOf<'getParticipantData', typeof getParticipantDataForm>;

/**
 * Get Participant Data: reads attributes of the participant that the flow serves. An attribute that nobody has written
 * yet leaves its variable NOT_SET (inferred). The caller notices no delay.
 *
 * @example
 * ```ts
 * getParticipantData('Known by now?', { 'identification.status': status })
 * ```
 * ```yaml
 * getParticipantData:
 *   name: Known by now?
 *   attributes: [{ attribute: { name: { lit: identification.status }, variable: Flow.status } }]
 * ```
 */
export const getParticipantData = (name: string, attributes: AttributeVariables): GetParticipantDataAction =>
  action(getParticipantData, 'getParticipantData', getParticipantDataForm, { name, attributes: toRead(attributes) });
