import { action, actionForm, type NodeOf } from '../action';
import { botFlows } from './bot-flows';
import { communication, required } from '../forms';
import { communicationNode, type CommunicationValue } from '../values';

export const communicateForm = actionForm({
  evidence: 'seen',
  flows: botFlows,
  fields: { communication: required(communication) },
});

export type CommunicateAction = NodeOf<'communicate', typeof communicateForm>;

/**
 * Communicate: a bot says something and goes on.
 *
 * @example
 * ```ts
 * communicate('Greet', exp<Communication>`MakeCommunication("Hello.")`)
 * ```
 * ```yaml
 * communicate: { name: Greet, communication: { exp: "MakeCommunication(\"Hello.\")" } }
 * ```
 */
export const communicate = (name: string, what: CommunicationValue): CommunicateAction =>
  action(communicate, 'communicate', communicateForm, { name, communication: communicationNode(what) });
